package jiaohao.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When the hall gives out numbers, and when its day is over. */
final class Hours {
  private Hours() {}

  /** Whether numbers are given out now. A clock that is not trusted closes no hall. */
  static boolean open(Plan plan, Moment moment) {
    if (plan.hours().isEmpty() || !moment.trusted()) {
      return true;
    }
    ZonedDateTime local = moment.wall().atZone(plan.timezone());
    LocalTime time = local.toLocalTime();
    return of(plan, local.toLocalDate()).stream()
        .anyMatch(hours -> !time.isBefore(hours.open()) && time.isBefore(hours.close()));
  }

  /** The next opening within a week; empty if the hall never opens. */
  static Optional<ZonedDateTime> nextOpening(Plan plan, Instant now) {
    ZonedDateTime local = now.atZone(plan.timezone());
    return Stream.iterate(local.toLocalDate(), date -> date.plusDays(1))
        .limit(8)
        .flatMap(date ->
            of(plan, date).stream().map(hours -> date.atTime(hours.open()).atZone(plan.timezone())))
        .filter(opening -> opening.isAfter(local))
        .findFirst();
  }

  /** The next opening or closing; a day ahead when the hall has no hours. */
  static Instant nextChange(Plan plan, Instant now) {
    LocalDate today = now.atZone(plan.timezone()).toLocalDate();
    return Stream.of(today, today.plusDays(1))
        .flatMap(date ->
            of(plan, date).stream()
                .flatMap(hours -> Stream.of(hours.open(), hours.close()))
                .map(time -> date.atTime(time).atZone(plan.timezone()).toInstant()))
        .filter(change -> change.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElseGet(() -> BusinessDay.boundaryAfter(now, plan));
  }

  /** The day is over once the last closing has passed and the last customer has left. */
  static void close(Deciding deciding) {
    if (!deciding.state().closed() && over(deciding) && deciding.state().open() == 0) {
      deciding.happen(new Event.HallClosed());
    }
  }

  private static boolean over(Deciding deciding) {
    if (!deciding.moment().trusted() || deciding.state().day().isEmpty()) {
      return false;
    }
    Plan plan = deciding.plan();
    LocalDate day = deciding.state().day().get();
    List<Plan.Hours> hours = of(plan, day);
    return !hours.isEmpty()
        && !deciding
            .wall()
            .isBefore(day.atTime(hours.getLast().close()).atZone(plan.timezone()).toInstant());
  }

  private static List<Plan.Hours> of(Plan plan, LocalDate date) {
    return plan.hours().stream()
        .filter(hours -> hours.days().contains(date.getDayOfWeek()))
        .sorted(Comparator.comparing(Plan.Hours::open))
        .toList();
  }
}
