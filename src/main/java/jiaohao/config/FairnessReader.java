package jiaohao.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Plan;

/** Reads what keeps calling fair: the tables [fairness] and [missed]. */
final class FairnessReader {
  private static final int MOST_OVERTAKING = 20;
  private static final int MOST_BEFORE = 50;
  private static final int MOST_CALLS = 9;
  private static final int CALLS = 3;
  private static final int RETURNS = 1;

  private FairnessReader() {}

  /** All but the groups, which stand in tables of their own. */
  static Plan.Fairness read(Section root, int apologyEverySeconds) {
    Optional<Section> fairness = root.section("fairness");
    int overtakeMost =
        fairness
            .flatMap(section -> section.whole("overtake_most", 0, MOST_OVERTAKING))
            .map(Found::value)
            .orElse(Plan.Fairness.USUAL.overtakeMost());
    int backAfter =
        fairness
            .flatMap(section -> section.whole("back_after", 0, MOST_BEFORE))
            .map(Found::value)
            .orElse(Plan.Fairness.USUAL.backAfter());
    fairness.ifPresent(Section::end);
    Optional<Plan.Missed> missed = root.section("missed").map(FairnessReader::missed);
    return new Plan.Fairness(missed, overtakeMost, backAfter, apologyEverySeconds, List.of());
  }

  private static Plan.Missed missed(Section section) {
    int calls = section.whole("calls", 1, MOST_CALLS).map(Found::value).orElse(CALLS);
    OptionalInt backAfter =
        section
            .whole("back_after", 0, MOST_BEFORE)
            .map(others -> OptionalInt.of(others.value()))
            .orElse(OptionalInt.empty());
    int returns = section.whole("returns", 0, MOST_CALLS).map(Found::value).orElse(RETURNS);
    section.end();
    return new Plan.Missed(calls, backAfter, returns);
  }
}
