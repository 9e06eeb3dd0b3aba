package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a customer is told about the wait, from the day's own data; nothing where it is too little.
 */
final class Waits {
  private Waits() {}

  /**
   * The forecast for whoever joins a stage's line at its end. Whoever may overtake, comes later or
   * waits for one person waits by other rules, and gets none.
   */
  static Optional<Pace.Forecast> forecast(
      Windows windows, Pace pace, String stage, int ahead, Terms terms) {
    boolean usual =
        terms.group().isEmpty() && terms.staff().isEmpty() && terms.appointment().isEmpty();
    boolean idle =
        windows.serving(stage).anyMatch(counter -> windows.desk(counter).inHand().isEmpty());
    return usual ? pace.forecast(ahead, idle) : Optional.empty();
  }

  /** What the slip says; a break that lies between is waited through. */
  static Optional<Expected> expected(Deciding deciding, String stage, int ahead, Terms terms) {
    State state = deciding.state();
    Pace pace = state.paces().get(stage).orElse(Pace.NONE);
    return forecast(Windows.of(state, deciding.plan()), pace, stage, ahead, terms)
        .flatMap(pace::range)
        .map(wait ->
            wait.later(breaks(deciding, wait.lowSeconds()), breaks(deciding, wait.highSeconds())))
        .map(Expected::rounded);
  }

  /** Seconds of the next break that somebody who is served in so many seconds waits through. */
  private static int breaks(Deciding deciding, int seconds) {
    if (!deciding.moment().trusted()) {
      return 0;
    }
    Plan plan = deciding.plan();
    Instant now = deciding.wall();
    LocalDate today = now.atZone(plan.timezone()).toLocalDate();
    return plan.calendar().breaks(today).stream()
        .filter(gap -> gap.end(today, plan.timezone()).isAfter(now))
        .findFirst()
        .map(gap ->
            through(
                gap.start(today, plan.timezone()), gap.end(today, plan.timezone()), now, seconds))
        .orElse(0);
  }

  private static int through(Instant start, Instant end, Instant now, int seconds) {
    Instant from = start.isBefore(now) ? now : start;
    boolean reached = !now.plusSeconds(seconds).isBefore(from);
    return reached ? (int) Duration.between(from, end).toSeconds() : 0;
  }
}
