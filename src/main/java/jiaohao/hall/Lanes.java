package jiaohao.hall;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who of a line is next for a window. Privileged customers go first, but an ordinary one is
 * overtaken by so many in a row at most; customers of a member of staff wait for that person while
 * the person serves here, where they are privileged, and are ordinary ones otherwise.
 *
 * @param windows who is where
 */
record Lanes(Windows windows) {
  /**
   * Whom a window may call from a line.
   *
   * @param ordinary place of the first who has no privilege
   * @param privileged place of the first who has one
   */
  private record Heads(Optional<Place> ordinary, Optional<Place> privileged) {
    boolean overtakes() {
      return ordinary.isPresent()
          && privileged.isPresent()
          && ordinary.get().compareTo(privileged.get()) < 0;
    }
  }

  /** The lane a ticket stands in at a stage. */
  static String of(Ticket ticket, Optional<Plan.Stage> stage) {
    Optional<String> owner =
        stage
            .filter(Plan.Stage::byOwner)
            .flatMap(known -> ticket.owner())
            .flatMap(Ticket.Owner::staff);
    Optional<String> staff = ticket.terms().staff().or(() -> owner);
    return staff.map(Line::ofStaff).orElse(privileged(ticket.terms()));
  }

  private static String privileged(Terms terms) {
    boolean privileged = terms.group().isPresent() || terms.appointment().isPresent();
    return privileged ? Line.PRIVILEGED : Line.ORDINARY;
  }

  /** Whose place is next for a window; empty when nobody waits whom it may call. */
  Optional<Place> next(Line line, String stage, int counter) {
    if (line.all().isEmpty()) {
      return Optional.empty();
    }
    Heads heads = heads(line, stage, counter);
    boolean patience = line.streak() < windows.plan().fairness().overtakeMost();
    return heads.overtakes() && !patience
        ? heads.ordinary()
        : heads.privileged().or(heads::ordinary);
  }

  /** Nearly all lines have the ordinary lane only. */
  private Heads heads(Line line, String stage, int counter) {
    if (line.lanes().size() == 1 && line.lanes().has(Line.ORDINARY)) {
      return new Heads(line.all().firstKey(), Optional.empty());
    }
    return new Heads(
        first(line, lane -> ordinary(lane, stage)),
        first(line, lane -> !ordinary(lane, stage) && mayOvertake(lane, counter)));
  }

  private static Optional<Place> first(Line line, Predicate<String> which) {
    return line.lanes().entries().stream()
        .filter(lane -> which.test(lane.getKey()))
        .flatMap(lane -> lane.getValue().firstKey().stream())
        .min(Place::compareTo);
  }

  private boolean mayOvertake(String lane, int counter) {
    return lane.equals(Line.PRIVILEGED)
        || Line.staffOf(lane).stream().anyMatch(staff -> windows.has(counter, staff));
  }

  /** Whose person is not at any window of the stage is served like everybody. */
  private boolean ordinary(String lane, String stage) {
    return lane.equals(Line.ORDINARY)
        || Line.staffOf(lane).stream().anyMatch(staff -> !windows.serves(stage, staff));
  }

  /** Privileged ones called in a row before an ordinary one who came earlier, after this call. */
  int streakAfter(Line line, Leg called) {
    if (ordinary(called.lane(), called.stage())) {
      return 0;
    }
    Optional<Place> ordinary = first(line, lane -> ordinary(lane, called.stage()));
    boolean overtakes =
        ordinary.stream().anyMatch(place -> place.compareTo(called.spot().place()) < 0);
    return overtakes ? line.streak() + 1 : line.streak();
  }
}
