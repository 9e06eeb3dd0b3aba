package jiaohao.hall;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.hall.AuditedVisit.Leg;

/**
 * Where a visit goes, read from plan and route once more.
 *
 * @param onward what the finished stage says about it; see {@link Event.StageFinished}
 * @param sequel what must follow at once, in this order
 */
record AuditedWay(Optional<String> onward, List<Event> sequel) {
  private static final String END = Event.StageFinished.END;

  /** The way on from a leg that is just being finished. */
  static AuditedWay after(AuditedHall hall, Leg leg, boolean done) {
    AuditedVisit visit = leg.visit;
    Optional<Plan.Stage> stage = hall.stage(leg.stage);
    Optional<Plan.Other> other = done ? Optional.empty() : stage.flatMap(Plan.Stage::other);
    Optional<String> target =
        (done ? stage.flatMap(Plan.Stage::then) : other.map(Plan.Other::stage)).filter(hall::has);
    boolean meets = other.map(Plan.Other::meet).orElse(false);
    if (target.isPresent() && !meets) {
      boolean there =
          visit.legs.stream().anyMatch(it -> it != leg && it.stage.equals(target.get()));
      String reason = done ? "then" : "other";
      return new AuditedWay(
          Optional.empty(), there ? List.of() : List.of(entry(visit, target.get(), reason)));
    }
    Optional<String> said = done ? Optional.empty() : Optional.of(target.orElse(END));
    return visit.legs.size() > 1
        ? new AuditedWay(said, List.of())
        : new AuditedWay(Optional.empty(), together(hall, leg, said));
  }

  /** The last leg is done: to where one of them said, or to the next step, or out. */
  private static List<Event> together(AuditedHall hall, Leg leg, Optional<String> said) {
    AuditedVisit visit = leg.visit;
    Optional<String> to =
        said.or(() -> visit.onward).filter(stage -> stage.equals(END) || hall.has(stage));
    List<String> stages =
        to.map(stage -> stage.equals(END) ? List.<String>of() : List.of(stage))
            .orElseGet(() -> nextStep(hall, visit.route, leg.stage));
    String reason = to.isPresent() ? "onward" : "next-stage";
    return stages.isEmpty()
        ? List.of(new Event.TicketFinished(visit.id, Event.TicketFinished.SERVED))
        : stages.stream().map(stage -> entry(visit, stage, reason)).toList();
  }

  private static Event entry(AuditedVisit visit, String stage, String reason) {
    return new Event.TicketRequeued(visit.id, stage, reason);
  }

  /** What the hall has of the first step, after the one with this stage, that it has any of. */
  private static List<String> nextStep(AuditedHall hall, Route route, String stage) {
    boolean passed = false;
    for (Route.Step step : route.steps()) {
      List<String> known = step.stages().stream().filter(hall::has).toList();
      if (passed && !known.isEmpty()) {
        return known;
      }
      passed |= step.stages().contains(stage);
    }
    return List.of();
  }

  /**
   * Where a leg may go whose stage is no more: to its papers' side, else to the next stage of its
   * visit that is still there, else to the service's first, else to the hall's first.
   */
  static List<String> outOf(Plan plan, Leg gone) {
    AuditedVisit visit = gone.visit;
    List<String> beside =
        visit.legs.stream()
            .filter(it -> it != gone)
            .map(it -> it.stage)
            .filter(stage -> plan.stage(stage).isPresent())
            .toList();
    return beside.isEmpty() ? List.of(alone(plan, visit, gone.stage)) : beside;
  }

  private static String alone(Plan plan, AuditedVisit visit, String gone) {
    List<String> later =
        visit.route.steps().stream()
            .dropWhile(step -> !step.stages().contains(gone))
            .skip(1)
            .flatMap(step -> step.stages().stream())
            .toList();
    List<String> anew =
        plan.service(visit.service).map(it -> it.route().stages()).orElse(List.of());
    return Stream.concat(later.stream(), anew.stream())
        .filter(stage -> plan.stage(stage).isPresent())
        .findFirst()
        .orElseGet(() -> plan.stages().getFirst().id());
  }
}
