package jiaohao.hall;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who works where, and what happens when nobody does. */
final class Roles {
  private Roles() {}

  /** Somebody is at one window only, and a window has one person. */
  static Optional<Refusal> signOn(Deciding deciding, int counter, String staff) {
    if (deciding.plan().member(staff).isEmpty()) {
      return Optional.of(Refusals.noSuchStaff(staff));
    }
    if (deciding.state().desk(counter).staff().equals(Optional.of(staff))) {
      return Optional.of(Refusals.signedOnAlready(counter));
    }
    deciding.state().desks().values().stream()
        .filter(desk -> desk.counter() == counter || desk.staff().equals(Optional.of(staff)))
        .forEach(desk -> leave(deciding, desk));
    deciding.happen(new Event.StaffSignedOn(counter, staff));
    return Optional.empty();
  }

  static Optional<Refusal> signOff(Deciding deciding, int counter) {
    Desk desk = deciding.state().desk(counter);
    leave(deciding, desk);
    return desk.staff().isPresent()
        ? Optional.empty()
        : Optional.of(Refusals.nobodySignedOn(counter));
  }

  private static void leave(Deciding deciding, Desk desk) {
    desk.staff()
        .ifPresent(staff -> deciding.happen(new Event.StaffSignedOff(desk.counter(), staff)));
  }

  /** The supervisor hears when A and B are both away, and when nobody is left for a stage. */
  static void alarmIfUnserved(Deciding deciding, Plan.Counter paused) {
    Windows windows = Windows.of(deciding.state(), deciding.plan());
    boolean pairAway =
        paused.standIn().stream().anyMatch(other -> windows.desk(other).paused())
            || windows.takenOver(paused.number()).findAny().isPresent();
    if (pairAway) {
      deciding.happen(new Event.SupervisorAlarmed("pair-away", "", paused.number()));
    }
    for (String stage : unserved(windows, paused)) {
      deciding.happen(new Event.SupervisorAlarmed("stage-unserved", stage, paused.number()));
    }
  }

  private static List<String> unserved(Windows windows, Plan.Counter paused) {
    List<String> own =
        paused.stages().stream().filter(stage -> windows.serving(stage).count() == 0).toList();
    List<String> takenOver =
        windows
            .takenOver(paused.number())
            .flatMap(other -> other.stages().stream())
            .filter(stage -> !own.contains(stage) && windows.serving(stage).count() == 0)
            .distinct()
            .toList();
    return Stream.concat(own.stream(), takenOver.stream()).toList();
  }
}
