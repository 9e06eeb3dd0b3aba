package jiaohao.kiosk;

import java.util.ArrayList;
import java.util.List;
import jiaohao.hall.Fact;

/** The power of a box, which can fail around a commit; and what was made durable meanwhile. */
final class Fuse {
  /** When the power is to fail. */
  enum Blow {
    NOT,
    /** Before the next commit reaches the disk. */
    BEFORE,
    /** When the next commit is on the disk, and nobody has been told. */
    AFTER
  }

  /** Ends everything the box was doing. */
  static final class PowerCut extends Error {
    private static final long serialVersionUID = 1;

    PowerCut() {
      super("the power was cut", null, false, false);
    }
  }

  private final List<Fact> durable = new ArrayList<>();
  private Blow next = Blow.NOT;

  void blow(Blow when) {
    next = when;
  }

  void beforeCommit() {
    if (next == Blow.BEFORE) {
      next = Blow.NOT;
      throw new PowerCut();
    }
  }

  void afterCommit(List<Fact> facts) {
    durable.addAll(facts);
    if (next == Blow.AFTER) {
      next = Blow.NOT;
      throw new PowerCut();
    }
  }

  /** What has become durable since this was last asked. */
  List<Fact> news() {
    List<Fact> news = List.copyOf(durable);
    durable.clear();
    return news;
  }
}
