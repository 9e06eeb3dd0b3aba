package jiaohao.journal;

import jiaohao.hall.Plan;

/** A stage of a plan. */
final class StageJson {
  private static final String END = "end";
  private static final String HOLD = "hold";

  private StageJson() {}

  static void write(JsonLine line, Plan.Stage stage) {
    line.text("id", stage.id())
        .words("name", stage.name())
        .number("limit_s", stage.limitSeconds())
        .number("wait_limit_s", stage.waitLimitSeconds());
    if (!stage.announce()) {
      line.flag("announce", false);
    }
    line.mark("outside", stage.outside())
        .mark("by_owner", stage.byOwner())
        .text("then", stage.then());
    stage.other().ifPresent(other -> line.object("other", () -> write(line, other)));
    if (!stage.papersAfter().isEmpty()) {
      line.wordsList("papers_after", stage.papersAfter());
    }
    stage.token().ifPresent(token -> line.object("token", () -> write(line, token)));
  }

  private static void write(JsonLine line, Plan.Other other) {
    String to =
        switch (other.where()) {
          case STAGE -> other.stage();
          case END -> END;
          case HOLD -> HOLD;
        };
    line.words("name", other.name())
        .text("to", to)
        .mark("meet", other.meet())
        .mark("notice", other.notice());
  }

  private static void write(JsonLine line, Plan.Token token) {
    line.words("name", token.name()).text("kind", token.kind()).text("use", word(token.use()));
  }

  static Plan.Stage read(JsonFields stage) {
    return new Plan.Stage(
        stage.text("id"),
        stage.words("name"),
        stage.optionalInteger("limit_s"),
        stage.optionalInteger("wait_limit_s"),
        !stage.has("announce") || stage.flag("announce"),
        stage.mark("outside"),
        stage.mark("by_owner"),
        stage.optionalText("then"),
        stage.optional("other", stage::object).map(StageJson::other),
        stage.wordsList("papers_after"),
        stage.optional("token", stage::object).map(StageJson::token));
  }

  private static Plan.Other other(JsonFields other) {
    String to = other.text("to");
    Plan.Other.Where where =
        switch (to) {
          case END -> Plan.Other.Where.END;
          case HOLD -> Plan.Other.Where.HOLD;
          default -> Plan.Other.Where.STAGE;
        };
    return new Plan.Other(
        other.words("name"),
        where,
        where == Plan.Other.Where.STAGE ? to : "",
        other.mark("meet"),
        other.mark("notice"));
  }

  private static Plan.Token token(JsonFields token) {
    return new Plan.Token(token.words("name"), token.text("kind"), use(token.text("use")));
  }

  private static String word(Plan.Token.Use use) {
    return switch (use) {
      case BIND -> "bind";
      case MATCH -> "match";
      case MATCH_OR_FLAG -> "match-or-flag";
    };
  }

  private static Plan.Token.Use use(String word) {
    return switch (word) {
      case "bind" -> Plan.Token.Use.BIND;
      case "match" -> Plan.Token.Use.MATCH;
      case "match-or-flag" -> Plan.Token.Use.MATCH_OR_FLAG;
      default -> throw new IllegalArgumentException("\"use\" is \"" + word + "\"");
    };
  }
}
