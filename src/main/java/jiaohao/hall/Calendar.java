package jiaohao.hall;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * On which days, and when, numbers are given out. Two spans of one day have a break (lunch) between
 * them, which is no closing.
 *
 * @param hours by day of the week; none at all means always open
 * @param holidays dates on which the hall stays closed
 * @param workdays dates on which it works as on another day of the week (调休); they win over
 *     holidays
 */
public record Calendar(
    List<Hours> hours, Set<LocalDate> holidays, Map<LocalDate, DayOfWeek> workdays) {
  /** Open around the clock. */
  public static final Calendar ALWAYS = new Calendar(List.of(), Set.of(), Map.of());

  public Calendar {
    hours = List.copyOf(hours);
    holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
    workdays = Collections.unmodifiableMap(new TreeMap<>(workdays));
  }

  /** The same hours every week, whatever the date. */
  public static Calendar weekly(List<Hours> hours) {
    return new Calendar(hours, Set.of(), Map.of());
  }

  /**
   * Open from {@code open} (included) to {@code close} (excluded) on each of {@code days}, local
   * time.
   *
   * @param lastTicket no numbers from then on, although what is in hand goes on
   */
  public record Hours(
      Set<DayOfWeek> days, LocalTime open, LocalTime close, Optional<LocalTime> lastTicket) {
    public Hours {
      days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    public Hours(Set<DayOfWeek> days, LocalTime open, LocalTime close) {
      this(days, open, close, Optional.empty());
    }

    boolean covers(LocalTime time) {
      return !time.isBefore(open) && time.isBefore(close);
    }

    boolean givesNumbers(LocalTime time) {
      return covers(time) && lastTicket.map(time::isBefore).orElse(true);
    }
  }

  /** Between two spans of one day, from {@code from} (included) to {@code until} (excluded). */
  public record Break(LocalTime from, LocalTime until) {
    Instant start(LocalDate date, ZoneId zone) {
      return date.atTime(from).atZone(zone).toInstant();
    }

    Instant end(LocalDate date, ZoneId zone) {
      return date.atTime(until).atZone(zone).toInstant();
    }
  }

  /** The breaks of a date, the earliest first. */
  List<Break> breaks(LocalDate date) {
    List<Hours> spans = of(date);
    return IntStream.range(1, spans.size())
        .filter(next -> spans.get(next).open().isAfter(spans.get(next - 1).close()))
        .mapToObj(next -> new Break(spans.get(next - 1).close(), spans.get(next).open()))
        .toList();
  }

  /** Whether the hall never closes. */
  public boolean always() {
    return hours.isEmpty();
  }

  /** The spans of a date, the earliest first; none if the hall stays closed. */
  public List<Hours> of(LocalDate date) {
    DayOfWeek day = workdays.getOrDefault(date, date.getDayOfWeek());
    if (!workdays.containsKey(date) && holidays.contains(date)) {
      return List.of();
    }
    return hours.stream()
        .filter(span -> span.days().contains(day))
        .sorted(Comparator.comparing(Hours::open))
        .toList();
  }
}
