package jiaohao.year;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.Plan;

/**
 * A day as somebody wrote it down.
 *
 * @param name of the file
 * @param begin true time at which the box is switched on for the first time
 */
record Script(String name, Plan plan, Instant begin, List<Line> lines) {
  Script {
    lines = List.copyOf(lines);
  }

  /**
   * A line of it.
   *
   * @param number in the file, from 1
   * @param at true time
   */
  record Line(int number, Instant at, Step step) {}

  /** What a line says. */
  sealed interface Step {
    /** Time passes, and nothing else. */
    record Wait() implements Step {}

    /**
     * Something is done.
     *
     * @param comesTo what must come of it, as written after the arrow; empty for "it is done"
     */
    record Do(Action action, Optional<String> comesTo) implements Step {}

    /** Something must be so by now. */
    record Expect(String words) implements Step {}
  }

  /** What is wrong with a script, or with the day it tells; where, and what was expected. */
  static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mistake(String name, int line, String words) {
      super(name + ":" + line + ": " + words);
    }
  }
}
