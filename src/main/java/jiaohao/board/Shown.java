package jiaohao.board;

/**
 * One call as the board shows it.
 *
 * @param number "A012"
 * @param counter 1–99
 * @param blinking the call is fresh
 */
public record Shown(String number, int counter, boolean blinking) {}
