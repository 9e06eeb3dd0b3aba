package jiaohao.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.State;

/** Lunch is lunch: in the gap between two spans of a day the clocks stand, and at no other time. */
final class Breaks {
  private LocalDate date = LocalDate.MIN;
  private Plan plan;
  private List<Calendar.Hours> spans = List.of();

  /** Between rounds a moment may pass before the hall is told of the hour. */
  void check(State state, Instant wall, boolean trusted) {
    Plan now = state.plan().orElseThrow();
    LocalDateTime local = wall.atZone(now.timezone()).toLocalDateTime();
    boolean gap = trusted && inGap(now, local.toLocalDate(), local.toLocalTime());
    Broken.unless(
        gap == state.stopwatch().onBreak(),
        "break",
        "at %s onBreak is %s",
        local,
        state.stopwatch().onBreak());
  }

  @SuppressWarnings("ReferenceEquality") // only to save looking the day up again
  private boolean inGap(Plan now, LocalDate day, LocalTime time) {
    if (plan != now || !date.equals(day)) {
      plan = now;
      date = day;
      spans = spans(now.calendar(), day);
    }
    for (int span = 0; span + 1 < spans.size(); span++) {
      if (!time.isBefore(spans.get(span).close()) && time.isBefore(spans.get(span + 1).open())) {
        return true;
      }
    }
    return false;
  }

  /** The hours of a date, in order. */
  static List<Calendar.Hours> spans(Calendar calendar, LocalDate date) {
    boolean moved = calendar.workdays().containsKey(date);
    if (calendar.holidays().contains(date) && !moved) {
      return List.of();
    }
    var weekday = moved ? calendar.workdays().get(date) : date.getDayOfWeek();
    return calendar.hours().stream()
        .filter(hours -> hours.days().contains(weekday))
        .sorted(Comparator.comparing(Calendar.Hours::open))
        .toList();
  }
}
