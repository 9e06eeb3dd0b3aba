package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something the supervisor should see to now.
 *
 * @param reason {@link #CALLED}, {@link #STAGE_UNSERVED}, {@link #PAIR_AWAY} or {@link #LONG_WAIT}
 * @param stage empty where it is about a window
 * @param counter 0 where it is about a stage
 */
public record Alarm(String reason, String stage, int counter) {
  public static final String CALLED = "called";
  public static final String STAGE_UNSERVED = "stage-unserved";
  public static final String PAIR_AWAY = "pair-away";
  public static final String LONG_WAIT = "long-wait";

  /** A call for the supervisor is taken to have been heard after so long. */
  private static final Duration CALL_LASTS = Duration.ofMinutes(5);

  /** All that are on: who called, pairs that are away, stages that nobody serves, long waits. */
  public static List<Alarm> all(State state, Instant now) {
    List<Alarm> alarms = new ArrayList<>();
    state
        .plan()
        .ifPresent(plan -> {
          Windows windows = Windows.of(state, plan);
          counters(plan, counter -> asks(state.desk(counter), now), CALLED, alarms);
          counters(plan, counter -> pairAway(windows, counter), PAIR_AWAY, alarms);
          stages(plan, stage -> unserved(windows, stage), STAGE_UNSERVED, alarms);
          stages(plan, stage -> waitsLong(state, stage, now), LONG_WAIT, alarms);
        });
    return List.copyOf(alarms);
  }

  private static void counters(
      Plan plan, Predicate<Integer> which, String reason, List<Alarm> alarms) {
    plan.counters().stream()
        .map(Plan.Counter::number)
        .filter(which)
        .forEach(counter -> alarms.add(new Alarm(reason, "", counter)));
  }

  private static void stages(
      Plan plan, Predicate<Plan.Stage> which, String reason, List<Alarm> alarms) {
    plan.stages().stream()
        .filter(which)
        .forEach(stage -> alarms.add(new Alarm(reason, stage.id(), 0)));
  }

  private static boolean asks(Desk desk, Instant now) {
    return desk.askedAt().stream()
        .map(at -> Duration.between(at.toInstant(), now).abs())
        .anyMatch(ago -> ago.compareTo(CALL_LASTS) < 0);
  }

  /** It is paused, and so is its stand-in. */
  private static boolean pairAway(Windows windows, int counter) {
    return windows.desk(counter).paused()
        && windows.plan().counter(counter).stream()
            .flatMap(window -> window.standIn().stream().boxed())
            .anyMatch(other -> windows.desk(other).paused());
  }

  private static boolean unserved(Windows windows, Plan.Stage stage) {
    return !stage.outside() && windows.serving(stage.id()).findAny().isEmpty();
  }

  private static boolean waitsLong(State state, Plan.Stage stage, Instant now) {
    long reading = state.stopwatch().reading(now);
    long limitMillis = stage.waitLimitSeconds().orElse(Integer.MAX_VALUE) * 1000L;
    Tree<Place, TicketId> queue = state.queue(stage.id());
    return queue
        .firstKey()
        .flatMap(queue::get)
        .flatMap(state::ticket)
        .flatMap(ticket -> ticket.leg(stage.id()))
        .filter(leg -> reading - leg.timing().waitingSince() >= limitMillis)
        .isPresent();
  }
}
