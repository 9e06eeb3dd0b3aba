package jiaohao.hall;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Turns by weight, spread evenly: before each call every stage where anybody waits gets its weight
 * as credit; the one with the most is called from, and pays what all got together. So over any
 * stretch in which the same stages are busy each is called as often as its weight says, and a stage
 * where nobody waits saves nothing up. (Smooth weighted round-robin, as in nginx.)
 */
final class Shares {
  private Shares() {}

  /** The stage whose turn it is, of those that {@code waits} holds for. */
  static Optional<String> next(
      Tree<String, Integer> credits, Plan.Counter counter, Predicate<String> waits) {
    // of equals, max takes the first
    return counter.stages().stream()
        .filter(waits)
        .max(Comparator.comparingInt(stage -> credit(credits, stage) + counter.share(stage)));
  }

  /** What each has coming after a call from {@code called}. */
  static Tree<String, Integer> after(
      Tree<String, Integer> credits, Plan.Counter counter, String called, Predicate<String> waits) {
    Tree<String, Integer> after = credits;
    int all = 0;
    for (String stage : counter.stages()) {
      if (stage.equals(called) || waits.test(stage)) {
        all += counter.share(stage);
        after = after.with(stage, credit(after, stage) + counter.share(stage));
      }
    }
    return after.with(called, credit(after, called) - all);
  }

  private static int credit(Tree<String, Integer> credits, String stage) {
    return credits.get(stage).orElse(0);
  }
}
