package jiaohao.year;

import java.util.List;
import java.util.OptionalInt;
import jiaohao.hall.Plan;

/**
 * How a new hall file differs from the one as shipped.
 *
 * @param without number of the window that is gone; 0 for none
 * @param withoutStage id of the stage that is gone; empty for none
 */
record HallChange(int without, String withoutStage) {
  static final HallChange NONE = new HallChange(0, "");

  static HallChange parse(String words) {
    if (words.equals("as shipped")) {
      return NONE;
    }
    String[] parts = words.split("\\s+", -1);
    if (parts.length == 3 && parts[0].equals("without")) {
      if (parts[1].equals("window") && parts[2].matches("\\d{1,2}")) {
        return new HallChange(Integer.parseInt(parts[2]), "");
      }
      if (parts[1].equals("stage")) {
        return new HallChange(0, parts[2]);
      }
    }
    throw new IllegalArgumentException(
        "expected: hall file as shipped, hall file without window N, or without stage ID");
  }

  @Override
  public String toString() {
    if (without != 0) {
      return "without window " + without;
    }
    return withoutStage.isEmpty() ? "as shipped" : "without stage " + withoutStage;
  }

  Plan applyTo(Plan plan) {
    List<Plan.Counter> counters =
        plan.counters().stream()
            .filter(counter -> counter.number() != without)
            .map(this::changed)
            .filter(counter -> !counter.stages().isEmpty())
            .toList();
    List<Plan.Stage> stages =
        plan.stages().stream().filter(stage -> !stage.id().equals(withoutStage)).toList();
    return new Plan(
        plan.id(),
        plan.name(),
        plan.timezone(),
        plan.languages(),
        plan.dayStarts(),
        plan.noPaper(),
        plan.reprintWithinSeconds(),
        plan.walkSeconds(),
        plan.startKey(),
        plan.customer(),
        plan.one(),
        plan.two(),
        plan.calendar(),
        plan.fairness(),
        plan.promise(),
        plan.closingChecks(),
        plan.slip(),
        plan.services(),
        stages,
        counters,
        plan.staff());
  }

  private Plan.Counter changed(Plan.Counter counter) {
    List<String> stages =
        counter.stages().stream().filter(stage -> !stage.equals(withoutStage)).toList();
    List<Integer> shares =
        counter.shares().isEmpty() ? List.of() : stages.stream().map(counter::share).toList();
    OptionalInt standIn =
        counter.standIn().orElse(0) == without ? OptionalInt.empty() : counter.standIn();
    return new Plan.Counter(counter.number(), stages, standIn, counter.rule(), shares);
  }
}
