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

/** Services, stages and counters as the hall file gives them, before references are resolved. */
record HallDraft(List<Service> services, List<Stage> stages, List<Counter> counters) {

  /**
   * @param stages those the file names, or the service's own id; empty when neither can be read
   */
  record Service(
      Optional<Found<String>> id,
      Optional<Found<String>> prefix,
      Optional<Text> name,
      List<Text> papers,
      List<Found<String>> stages) {}

  /**
   * @param name left out: taken from the service of the same id, or the id itself
   */
  record Stage(
      Optional<Found<String>> id, Optional<Text> name, OptionalInt limit, OptionalInt waitLimit) {}

  /** A counter before anyone has looked whether its stages and its stand-in exist. */
  record Counter(
      Optional<Found<Integer>> number,
      List<Found<String>> stages,
      Optional<Found<Integer>> standIn) {}

  /** Stage ids that services visit, in the order of the file. */
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

  List<Plan.Service> plannedServices() {
    return services.stream()
        .map(service ->
            new Plan.Service(
                service.id().orElseThrow().value(),
                service.prefix().orElseThrow().value().charAt(0),
                service.name().orElseThrow(),
                service.papers(),
                Route.parse(Found.values(service.stages())),
                Plan.Limits.NONE))
        .toList();
  }

  List<Plan.Stage> plannedStages() {
    Map<String, Stage> declared = new HashMap<>();
    stages.forEach(stage -> declared.put(stage.id().orElseThrow().value(), stage));
    List<Plan.Stage> planned = new ArrayList<>();
    for (String id : stageIds()) {
      Optional<Stage> stage = Optional.ofNullable(declared.get(id));
      planned.add(
          new Plan.Stage(
              id,
              stage.flatMap(Stage::name).orElseGet(() -> nameOfService(id)),
              stage.map(Stage::limit).orElse(OptionalInt.empty()),
              stage.map(Stage::waitLimit).orElse(OptionalInt.empty())));
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
    return counters.stream()
        .map(counter ->
            new Plan.Counter(
                counter.number().orElseThrow().value(),
                Found.values(counter.stages()),
                counter
                    .standIn()
                    .map(other -> OptionalInt.of(other.value()))
                    .orElse(OptionalInt.empty())))
        .toList();
  }
}
