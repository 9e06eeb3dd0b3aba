package jiaohao.journal;

import java.util.List;
import jiaohao.hall.Plan;

/** A window of a plan. */
final class CounterJson {
  private CounterJson() {}

  static void write(JsonLine line, Plan.Counter counter) {
    line.number("number", counter.number())
        .texts("stages", counter.stages())
        .number("stand_in", counter.standIn());
    if (counter.rule() != Plan.Counter.Rule.PREFERENCE) {
      line.text("rule", word(counter.rule()));
    }
    if (!counter.shares().isEmpty()) {
      line.numbers("shares", counter.shares());
    }
  }

  static Plan.Counter read(JsonFields counter) {
    return new Plan.Counter(
        counter.integer("number"),
        counter.texts("stages"),
        counter.optionalInteger("stand_in"),
        counter.optionalText("rule").map(CounterJson::rule).orElse(Plan.Counter.Rule.PREFERENCE),
        counter.has("shares") ? counter.integers("shares") : List.of());
  }

  private static String word(Plan.Counter.Rule rule) {
    return switch (rule) {
      case PREFERENCE -> "preference";
      case LONGEST -> "longest";
      case SHARES -> "shares";
    };
  }

  private static Plan.Counter.Rule rule(String word) {
    return switch (word) {
      case "preference" -> Plan.Counter.Rule.PREFERENCE;
      case "longest" -> Plan.Counter.Rule.LONGEST;
      case "shares" -> Plan.Counter.Rule.SHARES;
      default -> throw new IllegalArgumentException("\"rule\" is \"" + word + "\"");
    };
  }
}
