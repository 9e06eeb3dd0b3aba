package jiaohao.journal;

import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;

/** What {@link PlanJson} keeps of a plan today; the rest comes back as a plain hall has it. */
final class PlainPlan {
  private PlainPlan() {}

  static Plan of(Plan plan) {
    return new Plan(
        plan.id(),
        plan.name(),
        plan.timezone(),
        plan.languages(),
        plan.dayStarts(),
        plan.noPaper(),
        plan.reprintWithinSeconds(),
        plan.walkSeconds(),
        plan.customer(),
        plan.one(),
        plan.calendar().hours().stream().map(PlainPlan::of).toList(),
        plan.services().stream().map(PlainPlan::of).toList(),
        plan.stages().stream().map(PlainPlan::of).toList(),
        plan.counters().stream().map(PlainPlan::of).toList());
  }

  private static Calendar.Hours of(Calendar.Hours hours) {
    return new Calendar.Hours(hours.days(), hours.open(), hours.close());
  }

  private static Plan.Service of(Plan.Service service) {
    return new Plan.Service(
        service.id(), service.prefix(), service.name(), service.papers(), service.route());
  }

  private static Plan.Stage of(Plan.Stage stage) {
    return new Plan.Stage(stage.id(), stage.name(), stage.limitSeconds(), stage.waitLimitSeconds());
  }

  private static Plan.Counter of(Plan.Counter counter) {
    return new Plan.Counter(counter.number(), counter.stages(), counter.standIn());
  }
}
