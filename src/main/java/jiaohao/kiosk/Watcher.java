package jiaohao.kiosk;

import java.util.List;
import jiaohao.hall.Fact;
import jiaohao.hall.State;

/** Sees every commit, on the loop's own thread: it must return at once. */
@FunctionalInterface
public interface Watcher {
  /**
   * Sees one commit.
   *
   * @param state after the commit
   * @param facts what was committed, in order
   */
  void committed(State state, List<Fact> facts);
}
