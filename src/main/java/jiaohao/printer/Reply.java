package jiaohao.printer;

/** One thing a printer has said. */
sealed interface Reply {
  /**
   * Automatic status back, the four bytes that GS a asked for (Epson manual, GS a).
   *
   * @param state 08h offline, 20h cover open
   * @param errors 04h mechanical, 08h cutter, 20h unrecoverable, 40h recoverable
   * @param paper 03h near end, 0Ch end
   */
  record Automatic(int state, int errors, int paper) implements Reply {}

  /** The answer to GS r 1: 03h near end, 0Ch end. */
  record Paper(int bits) implements Reply {}

  /** The answer to a DLE EOT; to which one, only the order tells. */
  record RealTime(int bits) implements Reply {}

  /** The answer to GS ( H: all before it is on paper. */
  record ProcessId(String id) implements Reply {}

  /** Some other block, such as the one after a cleared buffer. */
  record Block() implements Reply {}

  /** XON or XOFF that the port did not swallow. */
  record Flow(boolean on) implements Reply {}
}
