package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jiaohao.hall.Calendar;

/** Reads opening hours, and dates and times of day in general. */
final class Timetable {
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern DATE = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");
  private static final Pattern SHORT_TIME = Pattern.compile("\\d:[0-5]\\d");
  static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private record Opening(Calendar.Hours hours, Place place) {}

  private final Problems problems;

  Timetable(Problems problems) {
    this.problems = problems;
  }

  /** A time of day as "HH:MM". */
  Optional<Found<LocalTime>> time(Section section, String key) {
    return section.words(key).flatMap(words -> time(section, words));
  }

  /** The same of words found already. */
  Optional<Found<LocalTime>> time(Section section, Found<String> words) {
    String time = words.value();
    if (!TIME.matcher(time).matches()) {
      String hint =
          SHORT_TIME.matcher(time).matches() ? Nearest.hint(time, List.of("0" + time)) : "";
      section.refuse(
          words, hint + both("应为 \"00:00\" 至 \"23:59\"", "expected \"00:00\" to \"23:59\""));
      return Optional.empty();
    }
    return Optional.of(new Found<>(LocalTime.parse(time), words.place()));
  }

  /** A date as "YYYY-MM-DD". */
  Optional<Found<LocalDate>> date(Section section, String key) {
    return section.words(key).flatMap(words -> date(section, words));
  }

  private static Optional<Found<LocalDate>> date(Section section, Found<String> words) {
    try {
      if (DATE.matcher(words.value()).matches()) {
        return Optional.of(new Found<>(LocalDate.parse(words.value()), words.place()));
      }
    } catch (DateTimeParseException noSuchDay) {
      // told below, like any other word that is no date
    }
    section.refuse(words, both("应为日期,如 \"2027-02-15\"", "expected a date such as \"2027-02-15\""));
    return Optional.empty();
  }

  /** The tables [[hours]]. */
  Openings openings(Section root, Optional<Found<LocalTime>> dayStarts) {
    List<Section> sections = root.sections("hours");
    List<Opening> openings = new ArrayList<>();
    for (Section section : sections) {
      opening(section, dayStarts).ifPresent(openings::add);
    }
    reportOverlaps(openings);
    List<Calendar.Hours> hours = openings.stream().map(Opening::hours).toList();
    return new Openings(root.has("hours"), hours.size() == sections.size(), hours, problems);
  }

  private Optional<Opening> opening(Section section, Optional<Found<LocalTime>> dayStarts) {
    section.require("days", "open", "close");
    Optional<Set<DayOfWeek>> days = section.words("days").flatMap(word -> days(section, word));
    Optional<Found<LocalTime>> open = time(section, "open");
    Optional<Found<LocalTime>> close = time(section, "close");
    Optional<Found<LocalTime>> lastTicket = time(section, "last_ticket");
    section.end();
    if (open.isEmpty() || close.isEmpty() || !inOrder(open.get(), close.get())) {
      return Optional.empty();
    }
    Calendar.Hours hours =
        new Calendar.Hours(
            days.orElse(EnumSet.allOf(DayOfWeek.class)),
            open.get().value(),
            close.get().value(),
            lastTicket.map(Found::value));
    lastTicket.ifPresent(last -> Openings.checkWithin(last, List.of(hours), problems));
    dayStarts.ifPresent(start -> reportTurnWhileOpen(start, hours));
    return days.map(known -> new Opening(hours, open.get().place()));
  }

  private boolean inOrder(Found<LocalTime> open, Found<LocalTime> close) {
    boolean inOrder = close.value().isAfter(open.value());
    if (!inOrder) {
      problems.error(
          close.place(),
          both(
              "关门 " + close.value() + " 不晚于开门 " + open.value(),
              "close " + close.value() + " is not after open " + open.value()),
          both("过夜请分成两段 [[hours]]", "split hours over midnight into two [[hours]]"));
    }
    return inOrder;
  }

  private void reportTurnWhileOpen(Found<LocalTime> dayStarts, Calendar.Hours hours) {
    LocalTime start = dayStarts.value();
    if (start.isAfter(hours.open()) && start.isBefore(hours.close())) {
      problems.warning(
          dayStarts.place(),
          both(
              "号码在营业时间内 " + start + " 重新开始",
              "numbers begin anew at " + start + " while the hall is open"),
          both("请选关门后的时间", "choose a time when the hall is closed"));
    }
  }

  /** "mon", or "mon-sat"; "fri-mon" goes over the week's end. */
  private Optional<Set<DayOfWeek>> days(Section section, Found<String> words) {
    String[] ends = words.value().split("-", -1);
    int first = DAYS.indexOf(ends[0]);
    int last = DAYS.indexOf(ends[ends.length - 1]);
    if (ends.length > 2 || first < 0 || last < 0) {
      String lower = words.value().toLowerCase(Locale.ROOT);
      String hint = lower.equals(words.value()) ? "" : Nearest.hint(words.value(), List.of(lower));
      section.refuse(
          words,
          hint
              + both(
                  "应为 mon tue wed thu fri sat sun 之一或范围如 \"mon-sat\"",
                  "expected one of these or a range such as \"mon-sat\""));
      return Optional.empty();
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int day = first; day != last; day = (day + 1) % DAYS.size()) {
      days.add(DayOfWeek.of(day + 1));
    }
    days.add(DayOfWeek.of(last + 1));
    return Optional.of(days);
  }

  private void reportOverlaps(List<Opening> openings) {
    Map<DayOfWeek, List<Opening>> byDay = new EnumMap<>(DayOfWeek.class);
    for (Opening opening : openings) {
      for (DayOfWeek day : opening.hours().days()) {
        List<Opening> earlier = byDay.computeIfAbsent(day, ignored -> new ArrayList<>());
        earlier.stream()
            .filter(other -> overlap(other.hours(), opening.hours()))
            .findFirst()
            .ifPresent(other -> reportOverlap(opening, other, day));
        earlier.add(opening);
      }
    }
  }

  private static boolean overlap(Calendar.Hours one, Calendar.Hours other) {
    return one.open().isBefore(other.close()) && other.open().isBefore(one.close());
  }

  private void reportOverlap(Opening opening, Opening other, DayOfWeek day) {
    String word = DAYS.get(day.getValue() - 1);
    problems.error(
        opening.place(),
        both("营业时间重叠: " + word, "overlapping hours on " + word),
        both(
            "与第 " + other.place().line() + " 行的时间分开",
            "keep apart from the hours on line " + other.place().line()));
  }
}
