package jiaohao.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;

/** Reads the tables [[stage]]. */
final class StageReader {
  private static final int LONGEST_LIMIT_SECONDS = 86_400;
  private static final Map<String, Plan.Token.Use> USES =
      Map.of(
          "bind", Plan.Token.Use.BIND,
          "match", Plan.Token.Use.MATCH,
          "match-or-flag", Plan.Token.Use.MATCH_OR_FLAG);

  private final Names names;
  private final Ids ids;

  StageReader(Names names, Problems problems) {
    this.names = names;
    this.ids = new Ids(problems);
  }

  StageDraft read(Section section) {
    section.require("id");
    Optional<Found<String>> id = ids.read(section, "id");
    Optional<Text> name = names.read(section, "name");
    OptionalInt limit = limit(section, "limit_s");
    OptionalInt waitLimit = limit(section, "wait_limit_s");
    boolean announce = section.truth("announce").map(Found::value).orElse(true);
    Optional<Place> outside = section.marked("outside");
    Optional<Place> byOwner = section.marked("by_owner");
    Optional<Found<String>> then = ids.read(section, "then");
    Optional<StageDraft.Other> other =
        section.section("other", "{ name = …, to = … }").map(this::other);
    List<Text> papersAfter = names.readAll(section, "papers_after");
    Optional<StageDraft.Token> token =
        section.section("token", "{ name = …, kind = …, use = … }").map(this::token);
    section.end();
    return new StageDraft(
        id, name, limit, waitLimit, announce, outside, byOwner, then, other, papersAfter, token);
  }

  private static OptionalInt limit(Section section, String key) {
    return section
        .whole(key, 1, LONGEST_LIMIT_SECONDS)
        .map(limit -> OptionalInt.of(limit.value()))
        .orElse(OptionalInt.empty());
  }

  private StageDraft.Other other(Section section) {
    section.require("name", "to");
    StageDraft.Other other =
        new StageDraft.Other(
            names.read(section, "name"),
            ids.read(section, "to"),
            section.marked("meet"),
            section.marked("notice"));
    section.end();
    return other;
  }

  private StageDraft.Token token(Section section) {
    section.require("name", "kind", "use");
    StageDraft.Token token =
        new StageDraft.Token(
            names.read(section, "name"), ids.read(section, "kind"), section.oneOf("use", USES));
    section.end();
    return token;
  }
}
