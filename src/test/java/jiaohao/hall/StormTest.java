package jiaohao.hall;

import org.junit.jupiter.api.Test;

/** Everything that can happen to a hall, in no sensible order, under the eyes of the audit. */
class StormTest {
  private static final int SEEDS = 200;

  @Test
  void noSequenceOfCommandsBreaksTheBooks() {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        new Storm(seed).blow();
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
  }
}
