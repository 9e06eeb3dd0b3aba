package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the hall gives out numbers, when it pauses, and when its day is over. A clock that is not
 * trusted closes no hall and begins no break.
 */
final class Hours {
  /** What the hour says about numbers. */
  enum Door {
    OPEN,
    /** Between two spans of one day: no numbers, but those given out stay. */
    BREAK,
    /** Before the first span, or on a day without any. */
    SHUT,
    /** No numbers any more, while those inside are served. */
    AFTER_HOURS
  }

  private Hours() {}

  static Door door(Plan plan, Moment moment) {
    if (plan.calendar().always() || !moment.trusted()) {
      return Door.OPEN;
    }
    ZonedDateTime local = moment.wall().atZone(plan.timezone());
    LocalTime time = local.toLocalTime();
    List<Calendar.Hours> spans = plan.calendar().of(local.toLocalDate());
    if (spans.stream().anyMatch(span -> span.givesNumbers(time))) {
      return Door.OPEN;
    }
    if (spans.isEmpty() || time.isBefore(spans.getFirst().open())) {
      return Door.SHUT;
    }
    boolean lastSpan = !time.isBefore(spans.getLast().open());
    return lastSpan ? Door.AFTER_HOURS : Door.BREAK;
  }

  /** Whether the hour lies between two spans of its day. */
  private static boolean onBreak(Plan plan, Moment moment) {
    ZonedDateTime local = moment.wall().atZone(plan.timezone());
    return door(plan, moment) == Door.BREAK
        && plan.calendar().of(local.toLocalDate()).stream()
            .noneMatch(span -> span.covers(local.toLocalTime()));
  }

  /** Begins and ends breaks, and says once a day that no more numbers are given out. */
  static void review(Deciding deciding) {
    if (!deciding.state().numbersEnded() && afterHours(deciding)) {
      deciding.happen(new Event.NumbersEnded());
    }
    boolean now = onBreak(deciding.plan(), deciding.moment());
    boolean was = deciding.state().stopwatch().onBreak();
    if (now && !was) {
      deciding.happen(new Event.BreakStarted());
    } else if (was && !now) {
      deciding.happen(new Event.BreakEnded());
    }
  }

  private static boolean afterHours(Deciding deciding) {
    LocalDate today = deciding.wall().atZone(deciding.plan().timezone()).toLocalDate();
    return deciding.state().day().equals(Optional.of(today))
        && door(deciding.plan(), deciding.moment()) == Door.AFTER_HOURS;
  }

  /** The next opening within a month; empty if the hall never opens. */
  static Optional<ZonedDateTime> nextOpening(Plan plan, Instant now) {
    ZonedDateTime local = now.atZone(plan.timezone());
    return Stream.iterate(local.toLocalDate(), date -> date.plusDays(1))
        .limit(32)
        .flatMap(date ->
            plan.calendar().of(date).stream()
                .map(span -> date.atTime(span.open()).atZone(plan.timezone())))
        .filter(opening -> opening.isAfter(local))
        .findFirst();
  }

  /** The next opening, last ticket or closing; a day ahead when the hall has no hours. */
  static Instant nextChange(Plan plan, Instant now) {
    LocalDate today = now.atZone(plan.timezone()).toLocalDate();
    return Stream.of(today, today.plusDays(1))
        .flatMap(date ->
            plan.calendar().of(date).stream()
                .flatMap(span ->
                    Stream.concat(Stream.of(span.open(), span.close()), span.lastTicket().stream()))
                .map(time -> date.atTime(time).atZone(plan.timezone()).toInstant()))
        .filter(change -> change.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElseGet(() -> BusinessDay.boundaryAfter(now, plan));
  }

  /** The day is over once the last closing has passed and the last customer has left. */
  static void close(Deciding deciding) {
    if (!deciding.state().closed() && over(deciding) && deciding.state().open() == 0) {
      close(deciding, false);
    }
  }

  /** Whoever is still here when the next day begins does not hold this one open any longer. */
  static void closeLate(Deciding deciding) {
    if (!deciding.state().closed() && over(deciding)) {
      close(deciding, deciding.state().open() > 0);
    }
  }

  private static void close(Deciding deciding, boolean forced) {
    deciding.happen(new Event.HallClosed(forced, overtime(deciding)));
    List<Text> checks = deciding.plan().closingChecks();
    if (!checks.isEmpty()) {
      SlipRules.giveStaff(deciding, Notice.Kind.CLOSING, checks);
    }
  }

  private static List<Event.Overtime> overtime(Deciding deciding) {
    Instant closing = closing(deciding).orElseThrow();
    return deciding.state().desks().values().stream()
        .flatMap(desk ->
            desk.last().at().stream()
                .map(OffsetDateTime::toInstant)
                .filter(finished -> finished.isAfter(closing))
                .map(finished ->
                    new Event.Overtime(
                        desk.counter(), (int) Duration.between(closing, finished).toSeconds())))
        .toList();
  }

  private static boolean over(Deciding deciding) {
    return deciding.moment().trusted()
        && closing(deciding).stream().anyMatch(closing -> !deciding.wall().isBefore(closing));
  }

  /** When the business day closes, if it opens at all. */
  private static Optional<Instant> closing(Deciding deciding) {
    Plan plan = deciding.plan();
    return deciding
        .state()
        .day()
        .flatMap(day ->
            plan.calendar().of(day).stream()
                .reduce((earlier, later) -> later)
                .map(span -> day.atTime(span.close()).atZone(plan.timezone()).toInstant()));
  }
}
