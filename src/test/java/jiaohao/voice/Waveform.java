package jiaohao.voice;

import java.util.Locale;

/** What a sound level meter says of a piece, by windows of 10 ms. */
final class Waveform {
  private static final int WINDOW = Pcm.samples(10);

  /** −45 dB below full scale. */
  private static final double SILENT_POWER = Math.pow(10, -4.5);

  private final short[] sound;

  Waveform(short[] sound) {
    this.sound = sound;
  }

  /** How long it is silent at first, in milliseconds. */
  double leadInMillis() {
    return millis(first());
  }

  /** The longest silence between the first sound and the last, in milliseconds. */
  double longestPauseMillis() {
    int longest = 0;
    int silent = 0;
    int last = last();
    for (int at = first(); at < last; at++) {
      silent = silent(at) ? silent + 1 : 0;
      longest = Math.max(longest, silent);
    }
    // A window is silent only when all of it is: the silence is longer by one.
    return longest == 0 ? 0 : millis(longest + WINDOW);
  }

  private double[] energy;

  private boolean silent(int from) {
    if (energy == null) {
      energy = new double[sound.length + 1];
      for (int i = 0; i < sound.length; i++) {
        double sample = sound[i] / 32_768.0;
        energy[i + 1] = energy[i] + sample * sample;
      }
    }
    int to = Math.min(sound.length, from + WINDOW);
    double mean = (energy[to] - energy[from]) / WINDOW;
    return mean < SILENT_POWER;
  }

  private int first() {
    int at = 0;
    while (at < sound.length && Math.abs(sound[at]) < 32) {
      at++;
    }
    return at;
  }

  private int last() {
    int at = sound.length - 1;
    while (at > 0 && Math.abs(sound[at]) < 32) {
      at--;
    }
    return at;
  }

  double peakDb() {
    return Pcm.peakDb(sound);
  }

  double rmsDb(int from, int to) {
    return Pcm.rmsDb(sound, from, to);
  }

  double seconds() {
    return millis(sound.length) / 1000;
  }

  private static double millis(int samples) {
    return 1000.0 * samples / Pcm.RATE;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.2f s, lead-in %.0f ms, pause %.0f ms, peak %.1f dB",
        seconds(),
        leadInMillis(),
        longestPauseMillis(),
        peakDb());
  }
}
