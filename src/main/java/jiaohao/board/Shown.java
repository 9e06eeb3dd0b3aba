package jiaohao.board;

/**
 * One call as the board shows it.
 *
 * @param number "A012"
 * @param counter 1–99, or {@link #NO_COUNTER}
 * @param blinking the call is fresh
 */
public record Shown(String number, int counter, boolean blinking) {
  /** For a number that is only to be seen, by somebody who got no paper. */
  public static final int NO_COUNTER = 0;
}
