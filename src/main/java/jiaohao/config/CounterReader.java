package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.Plan;

/** Reads the tables [[counter]]. */
final class CounterReader {
  /** Counters have one or two digits on their signs and on the board. */
  static final int HIGHEST_COUNTER = 99;

  private static final int HIGHEST_SHARE = 99;
  private static final Map<String, Plan.Counter.Rule> RULES =
      Map.of(
          "preference", Plan.Counter.Rule.PREFERENCE,
          "longest", Plan.Counter.Rule.LONGEST,
          "shares", Plan.Counter.Rule.SHARES);

  private final Problems problems;
  private final Ids ids;

  CounterReader(Problems problems) {
    this.problems = problems;
    this.ids = new Ids(problems);
  }

  HallDraft.Counter read(Section section) {
    section.require("number", "stages");
    Optional<Found<Integer>> number = section.whole("number", 1, HIGHEST_COUNTER);
    List<Found<String>> stages = ids.readSome(section, "stages");
    Optional<Found<Integer>> standIn = section.whole("stand_in", 1, HIGHEST_COUNTER);
    Optional<Plan.Counter.Rule> rule = section.oneOf("rule", RULES).map(Found::value);
    List<Found<Object>> shares = section.someElements("shares");
    if (rule.isPresent() || !section.has("rule")) {
      checkShares(section, rule.orElse(Plan.Counter.Rule.PREFERENCE), shares.size());
    }
    section.end();
    return new HallDraft.Counter(
        number,
        stages,
        standIn,
        rule.orElse(Plan.Counter.Rule.PREFERENCE),
        shares.stream()
            .flatMap(share -> section.whole(share, 1, HIGHEST_SHARE).stream())
            .map(Found::value)
            .toList());
  }

  private void checkShares(Section section, Plan.Counter.Rule rule, int shares) {
    boolean needed = rule == Plan.Counter.Rule.SHARES;
    if (needed) {
      section.require("shares");
    }
    if (shares == 0) {
      return; // left out, or reported as empty or as no list
    }
    Place place = section.find("shares").orElseThrow().place();
    int stages = section.elements("stages").size();
    if (!needed) {
      problems.error(
          place,
          both("只有 rule = \"shares\" 时才用权重", "shares without rule = \"shares\""),
          both("请加 rule = \"shares\",或删去 shares", "add rule = \"shares\", or leave shares out"));
    } else if (shares != stages && stages > 0) {
      problems.error(
          place,
          both(shares + " 个权重对 " + stages + " 个环节", shares + " shares for " + stages + " stages"),
          both("每个环节一个权重,顺序相同", "expected one for each of the stages, in their order"));
    }
  }
}
