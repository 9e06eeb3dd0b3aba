package jiaohao.config;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where visits may go: along the routes of services, and where stages themselves send them. */
final class Ways {
  private final HallDraft draft;
  private final Set<String> known;

  Ways(HallDraft draft) {
    this.draft = draft;
    this.known = draft.stageIds();
  }

  /** Every stage that some visit may come to. */
  Set<String> visited() {
    Set<String> visited = new LinkedHashSet<>();
    draft.services().forEach(service -> visited.addAll(visited(service)));
    return visited;
  }

  /** Every stage that visits of the service may come to. */
  Set<String> visited(HallDraft.Service service) {
    return from(service, Found.values(service.stages()));
  }

  /** What may follow after a stage, near or far; the stage itself only where it comes again. */
  Set<String> after(HallDraft.Service service, String stage) {
    return from(service, next(service, stage));
  }

  /** Whether a visit at a stage can come to its end at all. */
  boolean comesOut(HallDraft.Service service, String stage) {
    return from(service, Set.of(stage)).stream().anyMatch(there -> mayEndAt(service, there));
  }

  private Set<String> from(HallDraft.Service service, Collection<String> starts) {
    Set<String> reached = new LinkedHashSet<>(starts);
    Deque<String> open = new ArrayDeque<>(starts);
    while (!open.isEmpty()) {
      next(service, open.remove()).stream().filter(reached::add).forEach(open::add);
    }
    return reached;
  }

  private Set<String> next(HallDraft.Service service, String stage) {
    Set<String> next = new LinkedHashSet<>(onward(service, stage));
    draft
        .stage(stage)
        .flatMap(StageDraft::other)
        .flatMap(StageDraft.Other::stage)
        .map(Found::value)
        .filter(known::contains)
        .ifPresent(next::add);
    return next;
  }

  /** Where it goes when all is well: the stage's own "then" comes before the route. */
  private List<String> onward(HallDraft.Service service, String stage) {
    Optional<String> then =
        draft.stage(stage).flatMap(StageDraft::then).map(Found::value).filter(known::contains);
    return then.map(List::of).orElseGet(() -> nextStep(service, stage));
  }

  private static List<String> nextStep(HallDraft.Service service, String stage) {
    List<HallDraft.Step> steps = service.steps();
    for (int index = 0; index < steps.size() - 1; index++) {
      if (steps.get(index).has(stage)) {
        return Found.values(steps.get(index + 1).stages());
      }
    }
    return List.of();
  }

  private boolean mayEndAt(HallDraft.Service service, String stage) {
    boolean sentOut =
        draft.stage(stage).flatMap(StageDraft::other).filter(StageDraft.Other::ends).isPresent();
    return sentOut || onward(service, stage).isEmpty();
  }
}
