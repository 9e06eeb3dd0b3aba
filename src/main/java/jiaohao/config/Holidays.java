package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jiaohao.hall.Calendar;

/** Reads the dates on which the hall stays closed, or works as on another day of the week (调休). */
final class Holidays {
  private static final int LONGEST_DAYS = 366;

  private final Section root;
  private final Openings openings;
  private final Names names;
  private final Problems problems;
  private final Timetable timetable;

  Holidays(Section root, Openings openings, Names names, Problems problems) {
    this.root = root;
    this.openings = openings;
    this.names = names;
    this.problems = problems;
    this.timetable = new Timetable(problems);
  }

  Calendar read() {
    return new Calendar(openings.hours(), holidays(), workdays());
  }

  private Set<LocalDate> holidays() {
    Map<LocalDate, Place> closed = new HashMap<>();
    root.sections("holiday").forEach(section -> holiday(section, closed));
    return closed.keySet();
  }

  private void holiday(Section section, Map<LocalDate, Place> closed) {
    section.require("from");
    openings.need(section.place(), "[[holiday]]");
    Optional<Found<LocalDate>> from = timetable.date(section, "from");
    Optional<Found<LocalDate>> to = timetable.date(section, "to");
    names.read(section, "name");
    section.end();
    if (from.isPresent() && inOrder(from.get(), to.orElse(from.get()))) {
      close(from.get(), to.orElse(from.get()).value(), closed);
    }
  }

  private boolean inOrder(Found<LocalDate> from, Found<LocalDate> to) {
    if (to.value().isBefore(from.value())) {
      problems.error(
          to.place(),
          both(
              "假期结束 " + to.value() + " 早于开始 " + from.value(),
              "the holiday ends on " + to.value() + ", before it begins on " + from.value()),
          both("请改正日期", "mend the dates"));
      return false;
    }
    boolean endless = !to.value().isBefore(from.value().plusDays(LONGEST_DAYS));
    if (endless) {
      problems.error(
          to.place(),
          both("假期太长", "the holiday is too long"),
          both("最多 366 天", "expected 366 days at most"));
    }
    return !endless;
  }

  /** Of dates that are closed already, the first is told: a range may repeat many. */
  private void close(Found<LocalDate> from, LocalDate to, Map<LocalDate, Place> closed) {
    from.value()
        .datesUntil(to.plusDays(1))
        .filter(closed::containsKey)
        .findFirst()
        .ifPresent(date -> reportTwice("[[holiday]]", date, from.place(), closed.get(date)));
    from.value().datesUntil(to.plusDays(1)).forEach(date -> closed.putIfAbsent(date, from.place()));
  }

  private void reportTwice(String table, LocalDate date, Place place, Place first) {
    problems.error(
        place,
        both("重复的 " + table + " " + date, "duplicate " + table + " " + date),
        both(
            "每天只能写一次,第一处在第 " + first.line() + " 行",
            "each date may stand once, the first is on line " + first.line()));
  }

  private Map<LocalDate, DayOfWeek> workdays() {
    Map<LocalDate, DayOfWeek> worked = new LinkedHashMap<>();
    Map<LocalDate, Place> first = new HashMap<>();
    for (Section section : root.sections("workday")) {
      section.require("date", "as");
      openings.need(section.place(), "[[workday]]");
      Optional<Found<LocalDate>> date = timetable.date(section, "date");
      Optional<DayOfWeek> like = like(section);
      section.end();
      date.ifPresent(on -> {
        Place before = first.putIfAbsent(on.value(), on.place());
        if (before != null) {
          reportTwice("[[workday]]", on.value(), on.place(), before);
        }
        like.ifPresent(day -> worked.putIfAbsent(on.value(), day));
      });
    }
    return worked;
  }

  private Optional<DayOfWeek> like(Section section) {
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      days.put(Timetable.DAYS.get(day.getValue() - 1), day);
    }
    Optional<Found<DayOfWeek>> day = section.oneOf("as", days);
    day.filter(found -> openings.declared() && !openings.on(found.value()))
        .ifPresent(this::reportNoHours);
    return day.map(Found::value);
  }

  private void reportNoHours(Found<DayOfWeek> day) {
    String word = Timetable.DAYS.get(day.value().getValue() - 1);
    problems.undeclared(
        day.place(),
        both(word + " 没有营业时间", "there are no hours on " + word),
        both("请写有 [[hours]] 的一天", "name a day that has [[hours]]"));
  }
}
