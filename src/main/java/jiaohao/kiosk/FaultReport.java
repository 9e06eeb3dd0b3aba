package jiaohao.kiosk;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import jiaohao.clock.Clock;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.health.Fault;

/**
 * Tells the hall which faults of one device have come and gone. One that keeps coming and going, as
 * with a loose plug, is called over only after it has stayed away for some seconds: else it fills
 * the journal, wears out the card, and each time wastes a slip.
 */
public final class FaultReport {
  /** A fault that has not come for so long is not a flapping one. */
  private static final long FORGOTTEN_NANOS = Duration.ofMinutes(1).toNanos();

  /** How long a fault must stay away, by how often it has come before. */
  private static final long[] AWAY_SECONDS = {0, 0, 1, 2, 5};

  /** How often a fault has come lately, and when it was last seen. */
  private record Seen(int times, long cameNanos, long seenNanos) {}

  private final Kiosk kiosk;
  private final String device;
  private final Clock clock;
  private final Map<Fault, Seen> seen = new EnumMap<>(Fault.class);

  /**
   * Reports the faults of one device.
   *
   * @param device as events spell it: "printer", "board:left"
   */
  public FaultReport(Kiosk kiosk, String device, Clock clock) {
    this.kiosk = kiosk;
    this.device = device;
    this.clock = clock;
  }

  /** Makes the faults of the device these, soon. Waits for the commit, if there is news. */
  public void now(Set<Fault> faults) throws InterruptedException {
    for (Event.FaultRaised known : kiosk.state().faults().values()) {
      boolean over = faults.stream().noneMatch(fault -> fault.code().equals(known.fault()));
      if (known.device().equals(device) && over && staysAway(known.fault())) {
        kiosk.report(new Command.ClearFault(device, known.fault()));
      }
    }
    for (Fault fault : faults) {
      boolean news = !on(fault);
      note(fault, news);
      if (news) {
        kiosk.report(new Command.RaiseFault(device, fault.code(), fault.stops()));
      }
    }
  }

  private boolean on(Fault fault) {
    return kiosk.state().faults().values().stream()
        .anyMatch(known -> known.device().equals(device) && known.fault().equals(fault.code()));
  }

  private void note(Fault fault, boolean news) {
    long now = clock.nanos();
    Seen before = seen.getOrDefault(fault, new Seen(0, now - FORGOTTEN_NANOS, now));
    boolean forgotten = now - before.cameNanos() >= FORGOTTEN_NANOS;
    int times = (forgotten ? 0 : before.times()) + 1;
    seen.put(
        fault,
        news ? new Seen(times, now, now) : new Seen(before.times(), before.cameNanos(), now));
  }

  private boolean staysAway(String code) {
    Seen last = Fault.of(device, code).map(seen::get).orElse(null);
    if (last == null || last.times() == 0) {
      return true;
    }
    int steps = Math.min(last.times(), AWAY_SECONDS.length) - 1;
    return clock.nanos() - last.seenNanos() >= Duration.ofSeconds(AWAY_SECONDS[steps]).toNanos();
  }
}
