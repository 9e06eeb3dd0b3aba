package jiaohao.year;

import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Verb;

/** Something that holds whatever happens; each keeps books of its own. */
interface Invariant {
  /**
   * A fact and the states around it, as folded from the journal's own lines.
   *
   * @param before the state before it
   * @param after the state after it
   */
  record Seen(State before, Fact fact, State after) {}

  /** Throws {@link Broken} at the first fact by which it does not hold. */
  void see(Seen seen);

  /** A press was answered: {@code before} is the state it was decided in. */
  default void acted(State before, Verb verb, Outcome outcome) {}

  /** The day is over. */
  default void endDay(State state) {}
}
