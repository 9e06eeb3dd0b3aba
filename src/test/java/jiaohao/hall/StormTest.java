package jiaohao.hall;

import org.junit.jupiter.api.Test;

/**
 * Everything that can happen to a hall, in no sensible order, under the eyes of the audit. More of
 * it with -Djiaohao.storms=1500.
 */
class StormTest {
  private static final int SEEDS = 100;

  @Test
  void noSequenceOfCommandsBreaksTheBooks() {
    for (long seed = 0; seed < Long.getLong("jiaohao.storms", SEEDS); seed++) {
      Storm storm = new Storm(seed);
      try {
        storm.blow();
      } catch (RuntimeException | AssertionError broken) {
        String words = "seed " + seed + ": " + broken.getMessage() + "\nby: ";
        throw new AssertionError(words + storm.shrunk(broken), broken);
      }
    }
  }
}
