package jiaohao.journal;

import jiaohao.hall.State;

/**
 * A state, and how far it has been folded.
 *
 * @param seq of the last event in it; 0 for none
 */
record Snapshot(long seq, State state) {
  /** Where a fold begins that has nothing to begin with. */
  static final Snapshot NONE = new Snapshot(0, State.EMPTY);
}
