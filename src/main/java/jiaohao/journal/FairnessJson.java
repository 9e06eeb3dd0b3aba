package jiaohao.journal;

import java.util.List;
import java.util.Optional;
import jiaohao.hall.Plan;

/** What keeps calling fair, as a plan has it. */
final class FairnessJson {
  // What a key that is left out means in every journal, whatever a hall file's defaults become.
  private static final int APOLOGY_EVERY_SECONDS = 600;
  private static final int OVERTAKE_MOST = 2;
  private static final int BACK_AFTER = 3;

  private FairnessJson() {}

  static void write(JsonLine line, Plan.Fairness fairness) {
    numberUnless(APOLOGY_EVERY_SECONDS, line, "apology_every_s", fairness.apologyEverySeconds());
    if (fairness.overtakeMost() != OVERTAKE_MOST || fairness.backAfter() != BACK_AFTER) {
      line.object(
          "fairness",
          () -> {
            numberUnless(OVERTAKE_MOST, line, "overtake_most", fairness.overtakeMost());
            numberUnless(BACK_AFTER, line, "back_after", fairness.backAfter());
          });
    }
    fairness.missed().ifPresent(missed -> line.object("missed", () -> write(line, missed)));
    if (!fairness.groups().isEmpty()) {
      line.objects(
          "group",
          fairness.groups(),
          group -> line.text("id", group.id()).words("name", group.name()));
    }
  }

  private static void numberUnless(int usual, JsonLine line, String name, int value) {
    if (value != usual) {
      line.number(name, value);
    }
  }

  private static void write(JsonLine line, Plan.Missed missed) {
    line.number("calls", missed.calls())
        .number("back_after", missed.backAfter())
        .number("returns", missed.returns());
  }

  static Plan.Fairness read(JsonFields plan) {
    Optional<JsonFields> fairness = plan.optional("fairness", plan::object);
    return new Plan.Fairness(
        plan.optional("missed", plan::object).map(FairnessJson::missed),
        number(fairness, "overtake_most", OVERTAKE_MOST),
        number(fairness, "back_after", BACK_AFTER),
        plan.optionalInteger("apology_every_s").orElse(APOLOGY_EVERY_SECONDS),
        plan.has("group")
            ? plan.objects("group", it -> new Plan.Group(it.text("id"), it.words("name")))
            : List.of());
  }

  private static int number(Optional<JsonFields> fields, String name, int otherwise) {
    return fields.map(it -> it.optionalInteger(name).orElse(otherwise)).orElse(otherwise);
  }

  private static Plan.Missed missed(JsonFields missed) {
    return new Plan.Missed(
        missed.integer("calls"), missed.optionalInteger("back_after"), missed.integer("returns"));
  }
}
