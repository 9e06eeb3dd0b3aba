package jiaohao.voice;

/** How sound is kept everywhere in this room: mono, 22 050 Hz, 16 bit; and how loud it is. */
final class Pcm {
  /** Samples a second. */
  static final int RATE = 22_050;

  private static final double FULL_SCALE = 32_768;

  private Pcm() {}

  /** Samples in so many milliseconds. */
  static int samples(int millis) {
    return RATE * millis / 1000;
  }

  /** The root mean square of a stretch in dB below full scale; silence is −200. */
  static double rmsDb(short[] sound, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) sound[i] * sound[i];
    }
    return decibels(Math.sqrt(sum / Math.max(1, to - from)) / FULL_SCALE);
  }

  static double rmsDb(short[] sound) {
    return rmsDb(sound, 0, sound.length);
  }

  /** The loudest sample in dB below full scale. */
  static double peakDb(short[] sound) {
    int peak = 0;
    for (short sample : sound) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return decibels(peak / FULL_SCALE);
  }

  private static double decibels(double ratio) {
    return 20 * Math.log10(Math.max(ratio, 1e-10));
  }

  /** The amplitude of so many dB below full scale. */
  static double amplitude(double decibels) {
    return Math.pow(10, decibels / 20);
  }

  /** From −1 to 1, to whole numbers; what is beyond is cut off. */
  static short[] whole(float[] sound) {
    short[] whole = new short[sound.length];
    for (int i = 0; i < sound.length; i++) {
      long scaled = Math.round(sound[i] * FULL_SCALE);
      whole[i] = (short) Math.clamp(scaled, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return whole;
  }

  /** Two bytes a sample, the low one first. */
  static byte[] bytes(short[] sound) {
    byte[] bytes = new byte[2 * sound.length];
    for (int i = 0; i < sound.length; i++) {
      bytes[2 * i] = (byte) sound[i];
      bytes[2 * i + 1] = (byte) (sound[i] >> 8);
    }
    return bytes;
  }
}
