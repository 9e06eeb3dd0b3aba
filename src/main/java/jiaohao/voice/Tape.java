package jiaohao.voice;

import java.util.Arrays;

/** Sound that grows at its end. */
final class Tape {
  private short[] sound = new short[4 * Pcm.RATE];
  private int length;

  /** Samples so far. */
  int length() {
    return length;
  }

  void pause(int samples) {
    add(new short[samples]);
  }

  void add(short[] more) {
    if (length + more.length > sound.length) {
      sound = Arrays.copyOf(sound, Math.max(2 * sound.length, length + more.length));
    }
    System.arraycopy(more, 0, sound, length, more.length);
    length += more.length;
  }

  short[] sound() {
    return Arrays.copyOf(sound, length);
  }
}
