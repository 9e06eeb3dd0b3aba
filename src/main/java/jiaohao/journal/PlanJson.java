package jiaohao.journal;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import jiaohao.hall.Plan;

/**
 * A plan as HallAdopted keeps it: under the hall file's own keys, everything resolved. Keys that
 * came after the first version are left out where they say nothing new, so that what old journals
 * hold is still spelled as it was; what they mean then never changes.
 */
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
    if (plan.two() == Plan.Two.LIANG) {
      line.text("two", "liang");
    }
    line.mark("start_key", plan.startKey()).mark("promise", plan.promise());
    if (!plan.closingChecks().isEmpty()) {
      line.wordsList("closing_checks", plan.closingChecks());
    }
    SlipTemplateJson.write(line, plan.slip());
    CalendarJson.write(line, plan.calendar());
    FairnessJson.write(line, plan.fairness());
    line.objects("service", plan.services(), service -> ServiceJson.write(line, service))
        .objects("stage", plan.stages(), stage -> StageJson.write(line, stage))
        .objects("counter", plan.counters(), counter -> CounterJson.write(line, counter));
    if (!plan.staff().isEmpty()) {
      line.objects(
          "staff",
          plan.staff(),
          member -> line.text("id", member.id()).words("name", member.name()));
    }
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
        plan.mark("start_key"),
        plan.words("customer"),
        one(plan.text("one")),
        plan.has("two") ? two(plan.text("two")) : Plan.Two.ER,
        CalendarJson.read(plan),
        FairnessJson.read(plan),
        plan.mark("promise"),
        plan.wordsList("closing_checks"),
        SlipTemplateJson.read(plan),
        plan.objects("service", ServiceJson::read),
        plan.objects("stage", StageJson::read),
        plan.objects("counter", CounterJson::read),
        plan.has("staff")
            ? plan.objects(
                "staff", member -> new Plan.Staff(member.text("id"), member.words("name")))
            : List.of());
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

  private static Plan.Two two(String word) {
    return switch (word) {
      case "er" -> Plan.Two.ER;
      case "liang" -> Plan.Two.LIANG;
      default -> throw new IllegalArgumentException("\"two\" is \"" + word + "\"");
    };
  }
}
