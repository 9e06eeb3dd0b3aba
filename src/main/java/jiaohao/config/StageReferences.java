package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks where stages send visits, and what they say of themselves that needs something else. */
final class StageReferences {
  private final HallDraft draft;
  private final Ways ways;
  private final Problems problems;

  StageReferences(HallDraft draft, Ways ways, Problems problems) {
    this.draft = draft;
    this.ways = ways;
    this.problems = problems;
  }

  void check() {
    for (StageDraft stage : draft.stages()) {
      checkId(stage);
      checkTargets(stage);
      checkCircle(stage);
      checkOutside(stage);
      checkOwner(stage);
      stage.other().ifPresent(other -> checkOther(stage, other));
    }
    draft.services().stream()
        .flatMap(service -> service.steps().stream())
        .forEach(this::checkSideBySide);
  }

  private void checkId(StageDraft stage) {
    stage
        .id()
        .filter(id -> StageDraft.NO_STAGES.contains(id.value()))
        .ifPresent(id ->
            problems.error(
                id.place(),
                both(
                    "环节不能叫 " + Quoted.of(id.value()),
                    "a stage cannot be called " + Quoted.of(id.value())),
                both(
                    "to = 中它另有含义,请换一个编号", "it means something else in to = …, choose another id")));
  }

  private void checkTargets(StageDraft stage) {
    stage.then().ifPresent(then -> checkKnown(then, draft.stageIds()));
    Set<String> targets = new LinkedHashSet<>(draft.stageIds());
    targets.addAll(StageDraft.NO_STAGES);
    stage.other().flatMap(StageDraft.Other::to).ifPresent(to -> checkKnown(to, targets));
  }

  private void checkKnown(Found<String> stage, Set<String> known) {
    if (!known.contains(stage.value()) && draft.allVisitsKnown()) {
      String quoted = Quoted.of(stage.value());
      problems.undeclared(
          stage.place(),
          both("没有环节 " + quoted, "there is no stage " + quoted),
          Nearest.hint(stage.value(), known)
              + both("应为下列之一", "expected one of")
              + ": "
              + Quoted.list(known));
    }
  }

  /** Only a stage's own "then" leads backwards for ever: a second outcome may turn out well. */
  private void checkCircle(StageDraft stage) {
    if (stage.id().isEmpty() || stage.then().isEmpty()) {
      return;
    }
    String id = stage.id().get().value();
    boolean caught =
        draft.services().stream()
            .filter(service -> ways.visited(service).contains(id))
            .anyMatch(service -> !ways.comesOut(service, id));
    if (caught) {
      problems.undeclared(
          stage.then().get().place(),
          both(
              "从环节 " + Quoted.of(id) + " 永远走不出去",
              "no visit comes out again after " + Quoted.of(id)),
          both("请让 then 指向通往结束的环节", "let then lead to a stage from which visits end"));
    }
  }

  private void checkOutside(StageDraft stage) {
    if (stage.outside().isPresent() && !stage.announce()) {
      problems.error(
          stage.outside().get(),
          both("在外的是人,不是材料", "the customer is outside, not papers"),
          both("请删去 announce = false", "leave announce = false out"));
    }
  }

  private void checkOwner(StageDraft stage) {
    if (stage.byOwner().isPresent() && draft.staff().isEmpty()) {
      problems.unused(
          stage.byOwner().get(),
          both("没有 [[staff]],by_owner 不起作用", "by_owner does nothing without any [[staff]]"),
          both("请加 [[staff]],或删去", "add [[staff]], or leave it out"));
    }
  }

  private void checkOther(StageDraft stage, StageDraft.Other other) {
    Optional<String> id = stage.id().map(Found::value);
    if (other.meet().isPresent() && id.filter(this::goesSideBySide).isEmpty()) {
      problems.unused(
          other.meet().get(),
          both("此环节没有并行的环节可等", "no stage goes on side by side with this one"),
          both("请删去 meet", "leave meet out"));
    }
    if (other.notice().isPresent() && id.filter(this::visitedWithoutPapers).isPresent()) {
      problems.unused(
          other.notice().get(),
          both("经过此环节的业务没有 papers,补正单会是空的", "a service that comes here has no papers to list"),
          both("请给该业务写 papers,或删去 notice", "give it papers, or leave notice out"));
    }
  }

  private boolean goesSideBySide(String id) {
    return draft.services().stream()
        .flatMap(service -> service.steps().stream())
        .anyMatch(step -> step.stages().size() > 1 && step.has(id));
  }

  private boolean visitedWithoutPapers(String id) {
    return draft.services().stream()
        .filter(service -> service.papers().isEmpty())
        .anyMatch(service -> ways.visited(service).contains(id));
  }

  /** A person can be at one window only; papers can be at several. */
  private void checkSideBySide(HallDraft.Step step) {
    if (step.stages().size() < 2) {
      return;
    }
    List<Found<String>> announced = new ArrayList<>(step.stages());
    announced.removeIf(
        stage -> draft.stage(stage.value()).filter(found -> !found.announce()).isPresent());
    if (announced.size() > 1) {
      problems.undeclared(
          announced.get(1).place(),
          both(
              "并行的环节中有 " + announced.size() + " 个要叫人",
              announced.size() + " stages side by side call the customer"),
          both(
              "最多一个,其余写 announce = false",
              "expected one at most, write announce = false in the others"));
    }
  }
}
