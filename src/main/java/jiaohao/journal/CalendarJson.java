package jiaohao.journal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jiaohao.hall.Calendar;

/** The calendar of a plan: hours by day of the week, each holiday and workday by its date. */
final class CalendarJson {
  private CalendarJson() {}

  static void write(JsonLine line, Calendar calendar) {
    if (!calendar.hours().isEmpty()) {
      line.objects("hours", calendar.hours(), hours -> writeHours(line, hours));
    }
    if (!calendar.holidays().isEmpty()) {
      line.texts("holiday", calendar.holidays().stream().map(LocalDate::toString).toList());
    }
    if (!calendar.workdays().isEmpty()) {
      line.objects(
          "workday",
          List.copyOf(calendar.workdays().entrySet()),
          day -> line.day("date", day.getKey()).text("as", word(day.getValue())));
    }
  }

  static Calendar read(JsonFields plan) {
    Set<LocalDate> holidays = new TreeSet<>();
    if (plan.has("holiday")) {
      plan.texts("holiday").forEach(date -> holidays.add(LocalDate.parse(date)));
    }
    Map<LocalDate, DayOfWeek> workdays = new LinkedHashMap<>();
    if (plan.has("workday")) {
      plan.objects("workday", day -> workdays.put(day.day("date"), dayOfWeek(day.text("as"))));
    }
    return new Calendar(
        plan.has("hours") ? plan.objects("hours", CalendarJson::readHours) : List.of(),
        holidays,
        workdays);
  }

  private static void writeHours(JsonLine line, Calendar.Hours hours) {
    line.texts("days", hours.days().stream().map(CalendarJson::word).toList())
        .text("open", hours.open().toString())
        .text("close", hours.close().toString())
        .text("last_ticket", hours.lastTicket().map(LocalTime::toString));
  }

  private static Calendar.Hours readHours(JsonFields hours) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    hours.texts("days").forEach(word -> days.add(dayOfWeek(word)));
    return new Calendar.Hours(
        days,
        LocalTime.parse(hours.text("open")),
        LocalTime.parse(hours.text("close")),
        hours.optionalText("last_ticket").map(LocalTime::parse));
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static DayOfWeek dayOfWeek(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> word(day).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no day of the week"));
  }
}
