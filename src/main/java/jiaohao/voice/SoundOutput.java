package jiaohao.voice;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Where mixed sound goes. One thread uses it. */
interface SoundOutput {
  /**
   * Plays one piece; returns when it has been heard, or broken off.
   *
   * @param sound as {@link Pcm} has it
   * @throws IOException when it cannot be played
   */
  void play(short[] sound, BooleanSupplier brokenOff) throws IOException;
}
