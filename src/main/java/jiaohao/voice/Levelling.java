package jiaohao.voice;

import java.util.Arrays;

/**
 * Makes a clip of a recording: trimmed where it is 30 dB below its loudest, no pause inside above
 * 150 ms, RMS −20 dBFS within 2 dB, every peak below −1 dBFS, and faded at both ends.
 */
final class Levelling {
  static final double RMS_DB = -20;
  static final double PEAK_DB = -1;
  private static final double TRIM_DB = -30;

  /** Levels are taken over so much sound at a time. */
  private static final int WINDOW = Pcm.samples(5);

  private static final int LONGEST_PAUSE = Pcm.samples(150);
  private static final double PAUSE_DB = -42;
  private static final int FADE = Pcm.samples(6);

  /** From here on a louder sample is rounded off instead of cut off. */
  private static final double KNEE = 0.5;

  private static final double CEILING = Pcm.amplitude(PEAK_DB - 0.5);
  private static final int ROUNDS = 12;
  private static final double NEAR_DB = 0.1;

  private Levelling() {}

  /**
   * The clip; empty when there is nothing to hear.
   *
   * @param recording at {@link Pcm#RATE}, from −1 to 1
   */
  static short[] clip(float[] recording) {
    float[] trimmed = trimmed(centred(recording));
    return trimmed.length < WINDOW ? new short[0] : Pcm.whole(faded(levelled(squeezed(trimmed))));
  }

  /** A constant offset, as of a cheap sound card, clicks and counts as loudness. */
  private static float[] centred(float[] sound) {
    double sum = 0;
    for (float sample : sound) {
      sum += sample;
    }
    float mean = (float) (sum / Math.max(1, sound.length));
    float[] centred = sound.clone();
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= mean;
    }
    return centred;
  }

  private static float[] trimmed(float[] sound) {
    double[] levels = levels(sound);
    double loudest = Arrays.stream(levels).max().orElse(0);
    double least = Math.max(loudest * Pcm.amplitude(TRIM_DB), 1e-4);
    int first = 0;
    while (first < levels.length && levels[first] < least) {
      first++;
    }
    int last = levels.length - 1;
    while (last >= first && levels[last] < least) {
      last--;
    }
    int end = Math.min(sound.length, (last + 1) * WINDOW);
    return Arrays.copyOfRange(sound, Math.min(first * WINDOW, end), end);
  }

  /** The root mean square of each window; of a last, shorter one too. */
  private static double[] levels(float[] sound) {
    double[] levels = new double[(sound.length + WINDOW - 1) / WINDOW];
    for (int window = 0; window < levels.length; window++) {
      int from = window * WINDOW;
      levels[window] = rms(sound, from, Math.min(sound.length, from + WINDOW));
    }
    return levels;
  }

  private static double rms(float[] sound, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += sound[i] * sound[i];
    }
    return Math.sqrt(sum / Math.max(1, to - from));
  }

  /** Takes out of each pause inside what is too long. */
  private static float[] squeezed(float[] sound) {
    double quiet = rms(sound, 0, sound.length) * Pcm.amplitude(PAUSE_DB - RMS_DB);
    float[] squeezed = new float[sound.length];
    int length = 0;
    int paused = 0;
    for (int from = 0; from < sound.length; from += WINDOW) {
      int to = Math.min(sound.length, from + WINDOW);
      paused = rms(sound, from, to) < quiet ? paused + to - from : 0;
      if (paused <= LONGEST_PAUSE) {
        System.arraycopy(sound, from, squeezed, length, to - from);
        length += to - from;
      }
    }
    return Arrays.copyOf(squeezed, length);
  }

  /** Rounded-off peaks take loudness away, which is made up for in a few rounds. */
  private static float[] levelled(float[] sound) {
    double wanted = Pcm.amplitude(RMS_DB);
    double gain = wanted / rms(sound, 0, sound.length);
    float[] levelled = amplified(sound, gain);
    for (int round = 0; round < ROUNDS; round++) {
      double off = wanted / rms(levelled, 0, levelled.length);
      if (Math.abs(Math.log10(off)) * 20 < NEAR_DB) {
        break;
      }
      gain *= off;
      levelled = amplified(sound, gain);
    }
    return levelled;
  }

  private static float[] amplified(float[] sound, double gain) {
    float[] amplified = new float[sound.length];
    for (int i = 0; i < sound.length; i++) {
      amplified[i] = (float) rounded(sound[i] * gain);
    }
    return amplified;
  }

  private static double rounded(double sample) {
    double size = Math.abs(sample);
    if (size <= KNEE) {
      return sample;
    }
    double room = CEILING - KNEE;
    return Math.copySign(KNEE + room * Math.tanh((size - KNEE) / room), sample);
  }

  private static float[] faded(float[] sound) {
    int fade = Math.min(FADE, sound.length / 2);
    for (int i = 0; i < fade; i++) {
      float part = (float) i / fade;
      sound[i] *= part;
      sound[sound.length - 1 - i] *= part;
    }
    return sound;
  }
}
