package jiaohao.voice;

import java.io.IOException;

/** Makes sound of words. */
@FunctionalInterface
interface Synthesizer {
  /**
   * These words in {@code language}, at {@link Pcm#RATE}, from −1 to 1.
   *
   * @throws IOException when it cannot, with the remedy
   */
  float[] say(String words, String language) throws IOException;
}
