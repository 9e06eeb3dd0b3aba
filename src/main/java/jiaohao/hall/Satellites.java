package jiaohao.hall;

import java.util.Optional;

/**
 * Further boxes in one hall: their devices have names of their own in the hall's journal, {@code
 * printer:door-2/}, {@code board:door-2/left}; each sees the hall with its own devices as if they
 * were the hall's.
 */
public final class Satellites {
  private Satellites() {}

  /** What a satellite's device is called in the journal. */
  public static String device(String satellite, String own) {
    int colon = own.indexOf(':');
    return colon < 0
        ? own + ":" + satellite + "/"
        : own.substring(0, colon + 1) + satellite + "/" + own.substring(colon + 1);
  }

  /** The printer of whoever issued a ticket. */
  static String printer(Optional<String> satellite) {
    return satellite.map(id -> device(id, "printer")).orElse("printer");
  }

  /** The hall as a satellite sees it: with the faults of its own devices, and nobody else's. */
  public static State seen(State state, String satellite) {
    Tree<String, Event.FaultRaised> faults = Tree.empty();
    for (Event.FaultRaised fault : state.faults().values()) {
      Optional<String> own = own(satellite, fault.device());
      if (own.isPresent()) {
        Event.FaultRaised seen = new Event.FaultRaised(own.get(), fault.fault(), fault.stops());
        faults = faults.with(State.faultKey(own.get(), fault.fault()), seen);
      }
    }
    return state.with(faults);
  }

  private static Optional<String> own(String satellite, String device) {
    String mark = ":" + satellite + "/";
    int at = device.indexOf(mark);
    if (at < 0) {
      return Optional.empty();
    }
    String rest = device.substring(at + mark.length());
    return Optional.of(device.substring(0, at) + (rest.isEmpty() ? "" : ":" + rest));
  }
}
