package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.List;
import java.util.stream.Stream;
import jiaohao.hall.Plan;

/** Checks that tokens asked for were handed out before, and those handed out are asked for. */
final class TokenReferences {
  private final HallDraft draft;
  private final Ways ways;
  private final Problems problems;

  TokenReferences(HallDraft draft, Ways ways, Problems problems) {
    this.draft = draft;
    this.ways = ways;
    this.problems = problems;
  }

  void check() {
    if (draft.stages().stream().flatMap(it -> it.token().stream()).anyMatch(it -> !it.readable())) {
      return; // it may be the one that is missed
    }
    for (StageDraft stage : draft.stages()) {
      stage.id().ifPresent(id -> stage.token().ifPresent(token -> check(id.value(), token)));
    }
  }

  private void check(String stage, StageDraft.Token token) {
    String kind = token.kind().orElseThrow().value();
    if (token.binds()) {
      reportUnlessMatched(token, kind);
    } else {
      reportUnlessBound(stage, token, kind);
    }
  }

  private void reportUnlessMatched(StageDraft.Token token, String kind) {
    if (tokens(kind).noneMatch(StageDraft.Token::matches)) {
      problems.unused(
          token.kind().orElseThrow().place(),
          both("没有环节核对 " + Quoted.of(kind), "no stage asks for " + Quoted.of(kind) + " again"),
          both("请在后面的环节写 use = \"match\"", "write use = \"match\" at a later stage"));
    }
  }

  private Stream<StageDraft.Token> tokens(String kind) {
    return draft.stages().stream()
        .flatMap(stage -> stage.token().stream())
        .filter(token -> token.isOf(kind));
  }

  /** Where a ticket without a token may pass, it is enough that one service binds it. */
  private void reportUnlessBound(String stage, StageDraft.Token token, String kind) {
    List<HallDraft.Service> visiting =
        draft.services().stream().filter(service -> ways.visited(service).contains(stage)).toList();
    boolean must = token.use().filter(use -> use.value() == Plan.Token.Use.MATCH).isPresent();
    long bound = visiting.stream().filter(service -> isBoundBefore(service, stage, kind)).count();
    if (!visiting.isEmpty() && (must ? bound < visiting.size() : bound == 0)) {
      problems.unused(
          token.kind().orElseThrow().place(),
          both(
              Quoted.of(kind) + " 要核对,但之前没有环节绑定",
              Quoted.of(kind) + " must match, but no stage before binds it"),
          both("请在前面的环节写 use = \"bind\"", "write use = \"bind\" at an earlier stage"));
    }
  }

  private boolean isBoundBefore(HallDraft.Service service, String stage, String kind) {
    return draft.stages().stream()
        .filter(other -> other.token().filter(it -> it.binds() && it.isOf(kind)).isPresent())
        .flatMap(other -> other.id().stream())
        .map(Found::value)
        .filter(ways.visited(service)::contains)
        .anyMatch(other -> ways.after(service, other).contains(stage));
  }
}
