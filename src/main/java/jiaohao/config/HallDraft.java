package jiaohao.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.Text;

/** What the tables of a hall file give, before references between them are resolved. */
record HallDraft(
    List<Service> services,
    List<StageDraft> stages,
    List<Counter> counters,
    List<Named> groups,
    List<Named> staff) {

  /**
   * @param steps those the file names, or the service's own id; empty when neither can be read
   */
  record Service(
      Optional<Found<String>> id,
      Optional<Found<String>> prefix,
      Optional<Text> name,
      List<Text> papers,
      List<Step> steps,
      Plan.Limits limits) {

    /** Every stage of the route, in order. */
    List<Found<String>> stages() {
      return steps.stream().flatMap(step -> step.stages().stream()).toList();
    }

    Plan.Service planned() {
      return new Plan.Service(
          id.orElseThrow().value(),
          prefix.orElseThrow().value().charAt(0),
          name.orElseThrow(),
          papers,
          new Route(
              steps.stream().map(step -> new Route.Step(Found.values(step.stages()))).toList()),
          limits);
    }
  }

  /** One stage of a route, or several side by side. */
  record Step(List<Found<String>> stages) {
    boolean has(String stage) {
      return stages.stream().anyMatch(found -> found.value().equals(stage));
    }
  }

  /** A counter before anyone has looked whether its stages and its stand-in exist. */
  record Counter(
      Optional<Found<Integer>> number,
      List<Found<String>> stages,
      Optional<Found<Integer>> standIn,
      Plan.Counter.Rule rule,
      List<Integer> shares) {

    Plan.Counter planned() {
      return new Plan.Counter(
          number.orElseThrow().value(),
          Found.values(stages),
          standIn.map(other -> OptionalInt.of(other.value())).orElse(OptionalInt.empty()),
          rule,
          shares);
    }
  }

  /** A group of customers, or a member of staff. */
  record Named(Optional<Found<String>> id, Optional<Text> name) {
    static List<Named> read(List<Section> sections, Names names, Problems problems) {
      return sections.stream().map(section -> read(section, names, new Ids(problems))).toList();
    }

    private static Named read(Section section, Names names, Ids ids) {
      section.require("id", "name");
      Named named = new Named(ids.read(section, "id"), names.read(section, "name"));
      section.end();
      return named;
    }
  }

  /** Stage ids that the routes of services name, in the order of the file. */
  List<Found<String>> visited() {
    return services.stream().flatMap(service -> service.stages().stream()).toList();
  }

  /** The declared stages, and those that services only name. */
  Set<String> stageIds() {
    Set<String> ids = new LinkedHashSet<>();
    stages.forEach(stage -> stage.id().ifPresent(id -> ids.add(id.value())));
    visited().forEach(id -> ids.add(id.value()));
    return ids;
  }

  /** A service whose stages cannot be read may visit any. */
  boolean allVisitsKnown() {
    return !services.isEmpty() && services.stream().noneMatch(service -> service.steps().isEmpty());
  }

  Optional<StageDraft> stage(String id) {
    return stages.stream()
        .filter(stage -> stage.id().filter(found -> found.value().equals(id)).isPresent())
        .findFirst();
  }

  List<Plan.Service> plannedServices() {
    return services.stream().map(Service::planned).toList();
  }

  List<Plan.Stage> plannedStages() {
    Map<String, StageDraft> declared = new HashMap<>();
    stages.forEach(stage -> declared.put(stage.id().orElseThrow().value(), stage));
    List<Plan.Stage> planned = new ArrayList<>();
    for (String id : stageIds()) {
      Text name = nameOfService(id);
      planned.add(
          declared.containsKey(id)
              ? declared.get(id).planned(name)
              : new Plan.Stage(id, name, OptionalInt.empty(), OptionalInt.empty()));
    }
    return planned;
  }

  private Text nameOfService(String id) {
    return services.stream()
        .filter(service -> service.id().orElseThrow().value().equals(id))
        .findFirst()
        .flatMap(Service::name)
        .orElse(Text.same(id));
  }

  List<Plan.Counter> plannedCounters() {
    return counters.stream().map(Counter::planned).toList();
  }

  List<Plan.Group> plannedGroups() {
    return groups.stream()
        .map(group -> new Plan.Group(group.id().orElseThrow().value(), group.name().orElseThrow()))
        .toList();
  }

  List<Plan.Staff> plannedStaff() {
    return staff.stream()
        .map(member ->
            new Plan.Staff(member.id().orElseThrow().value(), member.name().orElseThrow()))
        .toList();
  }
}
