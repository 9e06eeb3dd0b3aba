package jiaohao.voice;

/** Brings sound of any rate to {@link Pcm#RATE}, without the ringing of frequencies beyond it. */
final class Resampler {
  /** Zero crossings of the filter to each side. */
  private static final int CROSSINGS = 12;

  private Resampler() {}

  static float[] resample(float[] sound, int rate) {
    if (rate == Pcm.RATE) {
      return sound;
    }
    double step = (double) rate / Pcm.RATE;
    double cutoff = Math.min(1, 1 / step);
    float[] resampled = new float[(int) (sound.length / step)];
    for (int i = 0; i < resampled.length; i++) {
      resampled[i] = (float) at(sound, i * step, cutoff);
    }
    return resampled;
  }

  /** The sound between its samples, by a sinc in a Hann window. */
  private static double at(float[] sound, double position, double cutoff) {
    double reach = CROSSINGS / cutoff;
    int from = Math.max(0, (int) Math.ceil(position - reach));
    int to = Math.min(sound.length - 1, (int) Math.floor(position + reach));
    double sum = 0;
    for (int i = from; i <= to; i++) {
      double distance = i - position;
      double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / reach);
      sum += sound[i] * cutoff * sinc(distance * cutoff) * window;
    }
    return sum;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
