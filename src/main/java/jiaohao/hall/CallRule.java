package jiaohao.hall;

/** What chose a ticket to be called. */
public enum CallRule {
  /** The first stage, in the window's order of preference, where anybody waits. */
  PREFERENCE,
  /** The window's stage where somebody has waited longest. */
  LONGEST,
  /** The stage whose turn it is by weight. */
  SHARE,
  /** A stage of a paused window, by the one that stands in for it. */
  STAND_IN,
  /** The last one set aside at the window. */
  HELD,
  /** The last one missed at the window. */
  MISSED,
  /** By its number, by a member of staff. */
  CHOSEN;

  /** Whether it took the next of a line, in the order of the line. */
  public boolean inTurn() {
    return compareTo(STAND_IN) <= 0;
  }
}
