package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what the parts of a hall file say of each other. */
final class HallReferences {
  private final HallDraft draft;
  private final Problems problems;
  private final Ways ways;

  HallReferences(HallDraft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
    this.ways = new Ways(draft);
  }

  void check() {
    Ids ids = new Ids(problems);
    ids.unique(draft.services().stream().flatMap(it -> it.id().stream()).toList(), "service id");
    ids.unique(draft.services().stream().flatMap(it -> it.prefix().stream()).toList(), "prefix");
    ids.unique(draft.stages().stream().flatMap(it -> it.id().stream()).toList(), "stage id");
    ids.unique(
        draft.counters().stream().flatMap(it -> it.number().stream()).toList(), "counter number");
    ids.unique(draft.groups().stream().flatMap(it -> it.id().stream()).toList(), "group id");
    ids.unique(draft.staff().stream().flatMap(it -> it.id().stream()).toList(), "staff id");
    draft.counters().forEach(this::checkStages);
    draft.counters().forEach(this::checkStandIn);
    reportUnvisited();
    reportUnserved();
    new StageReferences(draft, ways, problems).check();
    new TokenReferences(draft, ways, problems).check();
  }

  private void checkStages(HallDraft.Counter counter) {
    Set<String> known = draft.stageIds();
    for (Found<String> stage : counter.stages()) {
      if (!known.contains(stage.value()) && draft.allVisitsKnown()) {
        String quoted = Quoted.of(stage.value());
        problems.undeclared(
            stage.place(),
            both("没有业务经过这个环节 " + quoted, "no service visits a stage " + quoted),
            Nearest.hint(stage.value(), known)
                + both("应为下列之一", "expected one of")
                + ": "
                + Quoted.list(known));
      }
    }
  }

  private void checkStandIn(HallDraft.Counter counter) {
    if (counter.standIn().isEmpty()) {
      return;
    }
    Found<Integer> standIn = counter.standIn().get();
    Optional<Integer> own = counter.number().map(Found::value);
    if (own.isPresent() && own.get().equals(standIn.value())) {
      problems.error(
          standIn.place(),
          both("窗口不能顶替自己", "a counter cannot stand in for itself"),
          both("请写另一个窗口号", "name another counter"));
    } else if (!numbers().contains(standIn.value()) && allNumbersKnown()) {
      problems.undeclared(
          standIn.place(),
          both("没有 " + standIn.value() + " 号窗口", "there is no counter " + standIn.value()),
          both("应为下列之一", "expected one of") + ": " + listed(numbers()));
    }
  }

  private boolean allNumbersKnown() {
    return draft.counters().stream().allMatch(counter -> counter.number().isPresent());
  }

  private List<Integer> numbers() {
    return draft.counters().stream()
        .flatMap(counter -> counter.number().stream())
        .map(Found::value)
        .toList();
  }

  private static String listed(List<Integer> numbers) {
    return String.join(", ", numbers.stream().map(String::valueOf).toList());
  }

  private void reportUnvisited() {
    Set<String> visited = ways.visited();
    for (StageDraft stage : draft.stages()) {
      stage
          .id()
          .filter(id -> !visited.contains(id.value()) && draft.allVisitsKnown())
          .ifPresent(this::reportUnvisited);
    }
  }

  private void reportUnvisited(Found<String> stage) {
    problems.unused(
        stage.place(),
        both(
            "没有业务经过环节 " + Quoted.of(stage.value()),
            "no service visits the stage " + Quoted.of(stage.value())),
        both("请加到某业务的 stages,或删去", "add it to the stages of a service, or leave it out"));
  }

  /** A ticket for a stage that no counter serves would wait for ever. */
  private void reportUnserved() {
    Set<String> served = new HashSet<>();
    draft.counters().forEach(counter -> served.addAll(Found.values(counter.stages())));
    boolean allServingKnown =
        draft.counters().stream().noneMatch(counter -> counter.stages().isEmpty());
    for (Found<String> stage : named()) {
      if (allServingKnown && !draft.counters().isEmpty() && served.add(stage.value())) {
        String quoted = Quoted.of(stage.value());
        problems.undeclared(
            stage.place(),
            both("没有窗口办理环节 " + quoted, "missing counter: none serves the stage " + quoted),
            both("请加到某个 [[counter]] 的 stages", "add it to the stages of a [[counter]]"));
      }
    }
  }

  /** The stages that visits come to, where the routes, or else other stages, name them. */
  private List<Found<String>> named() {
    List<Found<String>> named = new ArrayList<>(draft.visited());
    Set<String> visited = ways.visited();
    draft.stages().stream()
        .filter(stage -> stage.id().map(Found::value).filter(visited::contains).isPresent())
        .flatMap(stage -> stage.targets().stream())
        .filter(target -> visited.contains(target.value()))
        .forEach(named::add);
    return named;
  }
}
