package jiaohao.journal;

import jiaohao.hall.State;

/**
 * A state as one line of JSON, and back. No frozen format: whoever changes the spelling raises
 * {@link State#FOLD_VERSION}, and the lines of before are thrown away.
 */
public final class SnapshotJson {
  private SnapshotJson() {}

  /**
   * Spells a state.
   *
   * @throws IllegalArgumentException when something of it would be lost, as with events
   */
  public static String encode(State state) {
    if (state.serial() >= 0) {
      throw new IllegalArgumentException("not yet");
    }
    return "";
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException or DateTimeException when a value is missing or wrong
   */
  public static State decode(String line) {
    if (line.isEmpty()) {
      return State.EMPTY;
    }
    throw new IllegalArgumentException("not yet");
  }
}
