package jiaohao.journal;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;

/** A plan as HallAdopted keeps it: under the hall file's own keys, everything resolved. */
final class PlanJson {
  private PlanJson() {}

  static void write(JsonLine line, Plan plan) {
    line.text("id", plan.id())
        .words("name", plan.name())
        .text("timezone", plan.timezone().getId())
        .texts("languages", plan.languages())
        .text("day_starts", plan.dayStarts().toString())
        .text("no_paper", word(plan.noPaper()))
        .number("reprint_within_s", plan.reprintWithinSeconds())
        .number("walk_s", plan.walkSeconds())
        .words("customer", plan.customer())
        .text("one", word(plan.one()));
    if (!plan.calendar().hours().isEmpty()) {
      line.objects("hours", plan.calendar().hours(), hours -> writeHours(line, hours));
    }
    line.objects("service", plan.services(), service -> writeService(line, service))
        .objects("stage", plan.stages(), stage -> writeStage(line, stage))
        .objects("counter", plan.counters(), counter -> writeCounter(line, counter));
  }

  static Plan read(JsonFields plan) {
    return new Plan(
        plan.text("id"),
        plan.words("name"),
        ZoneId.of(plan.text("timezone")),
        plan.texts("languages"),
        LocalTime.parse(plan.text("day_starts")),
        noPaper(plan.text("no_paper")),
        plan.integer("reprint_within_s"),
        plan.integer("walk_s"),
        false,
        plan.words("customer"),
        one(plan.text("one")),
        Calendar.weekly(plan.has("hours") ? plan.objects("hours", PlanJson::readHours) : List.of()),
        Plan.Fairness.USUAL,
        false,
        List.of(),
        plan.objects("service", PlanJson::readService),
        plan.objects("stage", PlanJson::readStage),
        plan.objects("counter", PlanJson::readCounter),
        List.of());
  }

  private static void writeHours(JsonLine line, Calendar.Hours hours) {
    line.texts("days", hours.days().stream().map(PlanJson::word).toList())
        .text("open", hours.open().toString())
        .text("close", hours.close().toString());
  }

  private static Calendar.Hours readHours(JsonFields hours) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    hours.texts("days").forEach(word -> days.add(dayOfWeek(word)));
    return new Calendar.Hours(
        days, LocalTime.parse(hours.text("open")), LocalTime.parse(hours.text("close")));
  }

  private static void writeService(JsonLine line, Plan.Service service) {
    line.text("id", service.id())
        .text("prefix", String.valueOf(service.prefix()))
        .words("name", service.name());
    if (!service.papers().isEmpty()) {
      line.wordsList("papers", service.papers());
    }
    line.texts("stages", service.route().words());
  }

  private static Plan.Service readService(JsonFields service) {
    String prefix = service.text("prefix");
    if (prefix.length() != 1) {
      throw new IllegalArgumentException("\"prefix\" is not one letter");
    }
    return new Plan.Service(
        service.text("id"),
        prefix.charAt(0),
        service.words("name"),
        service.wordsList("papers"),
        Route.parse(service.texts("stages")),
        Plan.Limits.NONE);
  }

  private static void writeStage(JsonLine line, Plan.Stage stage) {
    line.text("id", stage.id())
        .words("name", stage.name())
        .number("limit_s", stage.limitSeconds())
        .number("wait_limit_s", stage.waitLimitSeconds());
  }

  private static Plan.Stage readStage(JsonFields stage) {
    return new Plan.Stage(
        stage.text("id"),
        stage.words("name"),
        stage.optionalInteger("limit_s"),
        stage.optionalInteger("wait_limit_s"));
  }

  private static void writeCounter(JsonLine line, Plan.Counter counter) {
    line.number("number", counter.number())
        .texts("stages", counter.stages())
        .number("stand_in", counter.standIn());
  }

  private static Plan.Counter readCounter(JsonFields counter) {
    return new Plan.Counter(
        counter.integer("number"), counter.texts("stages"), counter.optionalInteger("stand_in"));
  }

  // Spelled out rather than taken from the constants' names: those may be renamed, the format not.

  private static String word(Plan.NoPaper noPaper) {
    return switch (noPaper) {
      case ANNOUNCE -> "announce";
      case REFUSE -> "refuse";
    };
  }

  private static Plan.NoPaper noPaper(String word) {
    return switch (word) {
      case "announce" -> Plan.NoPaper.ANNOUNCE;
      case "refuse" -> Plan.NoPaper.REFUSE;
      default -> throw new IllegalArgumentException("\"no_paper\" is \"" + word + "\"");
    };
  }

  private static String word(Plan.One one) {
    return switch (one) {
      case YI -> "yi";
      case YAO -> "yao";
    };
  }

  private static Plan.One one(String word) {
    return switch (word) {
      case "yi" -> Plan.One.YI;
      case "yao" -> Plan.One.YAO;
      default -> throw new IllegalArgumentException("\"one\" is \"" + word + "\"");
    };
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
