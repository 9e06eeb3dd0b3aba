package jiaohao.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Time standards: how long a customer may wait for a stage and be served at it. Each is broken once
 * at most, the moment it is; long waits are apologized for, though not one by one.
 */
public final class Standards {
  /** From here on the staff get a quiet sign. */
  private static final double SIGN_AT = 0.8;

  private Standards() {}

  /** Notes every standard that is broken by now; while the stopwatch stands none comes due. */
  static void review(Deciding deciding) {
    Optional<Place> due = firstDue(deciding);
    while (due.isPresent()) {
      State.Stop stop = deciding.state().dues().get(due.get()).orElseThrow();
      broken(deciding, stop, due.get().order());
      due = firstDue(deciding);
    }
  }

  private static Optional<Place> firstDue(Deciding deciding) {
    return deciding.state().dues().firstKey().filter(due -> due.order() <= deciding.reading());
  }

  /** When the next standard is broken; far ahead when none is running. */
  static Instant nextDue(State state) {
    return state
        .dues()
        .firstKey()
        .flatMap(due -> state.stopwatch().wallAt(due.order()))
        .orElse(Instant.MAX);
  }

  private static void broken(Deciding deciding, State.Stop stop, long due) {
    Leg leg =
        deciding.state().ticket(stop.ticket()).flatMap(it -> it.leg(stop.stage())).orElseThrow();
    int over = (int) ((deciding.reading() - due) / 1000);
    if (leg.status() == Ticket.Status.WAITING) {
      deciding.happen(
          new Event.StandardBroken(
              stop.ticket(),
              stop.stage(),
              0,
              Event.StandardBroken.WAITING,
              leg.timing().waitLimitSeconds(),
              over));
      apologize(deciding, leg);
    } else {
      deciding.happen(
          new Event.StandardBroken(
              stop.ticket(),
              stop.stage(),
              leg.counter(),
              Event.StandardBroken.SERVING,
              leg.timing().limitSeconds(),
              over,
              deciding.state().desk(leg.counter()).staff(),
              leg.status() == Ticket.Status.CALLED && !leg.silent()));
    }
  }

  /** Once for all who wait, and the supervisor is asked for another window. */
  private static void apologize(Deciding deciding, Leg leg) {
    long everyMillis = deciding.plan().fairness().apologyEverySeconds() * 1000L;
    boolean lately =
        deciding.state().apologizedAt().stream()
            .anyMatch(at -> deciding.reading() - at < everyMillis);
    if (leg.silent() || lately) {
      return;
    }
    int longest = (int) ((deciding.reading() - leg.timing().waitingSince()) / 1000);
    int waiting = deciding.state().queue(leg.stage()).size();
    deciding.happen(new Event.WaitApologized(leg.stage(), waiting, longest));
    deciding.happen(new Event.SupervisorAlarmed("long-wait", leg.stage(), 0));
  }

  /**
   * A standard that is nearly used up, or broken.
   *
   * @param counter the window that serves too long
   * @param spentSeconds how long already
   */
  public record Sign(int counter, TicketId ticket, String stage, int spentSeconds, int limit) {
    public boolean broken() {
      return spentSeconds >= limit;
    }
  }

  /** The windows whose staff should hurry a little: four fifths of the standard are over. */
  public static List<Sign> signs(State state, Instant now) {
    long reading = state.stopwatch().reading(now);
    return state.desks().values().stream()
        .flatMap(desk ->
            state.inHand(desk.counter()).stream()
                .flatMap(ticket ->
                    ticket.legAt(desk.counter()).stream()
                        .flatMap(leg -> sign(state, ticket, leg, reading).stream())))
        .toList();
  }

  private static Optional<Sign> sign(State state, Ticket ticket, Leg leg, long reading) {
    int limit =
        state
            .plan()
            .flatMap(plan -> plan.stage(leg.stage()))
            .map(stage -> stage.limitSeconds().orElse(0))
            .orElse(0);
    int spent = (int) (leg.timing().servedMillis(reading) / 1000);
    return limit > 0 && leg.timing().servedSince() != 0 && spent >= SIGN_AT * limit
        ? Optional.of(new Sign(leg.counter(), ticket.id(), leg.stage(), spent, limit))
        : Optional.empty();
  }
}
