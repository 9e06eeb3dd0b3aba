package jiaohao.voice;

/** The two falling tones before an announcement, made here and owing nothing to anybody. */
final class Chime {
  private static final double HIGH_HERTZ = 659.26;
  private static final double LOW_HERTZ = 523.25;
  private static final int STEP = Pcm.samples(220);
  private static final int LENGTH = Pcm.samples(600);

  /** Each tone has lost all but a third of its strength after so long. */
  private static final double DECAY_SECONDS = 0.14;

  private Chime() {}

  /** At {@link Pcm#RATE}, from −1 to 1; not levelled yet. */
  static float[] sound() {
    float[] sound = new float[LENGTH];
    strike(sound, 0, HIGH_HERTZ);
    strike(sound, STEP, LOW_HERTZ);
    return sound;
  }

  /** A bar that is struck: its own tone, and a fainter one that dies sooner. */
  private static void strike(float[] sound, int from, double hertz) {
    for (int i = from; i < sound.length; i++) {
      double seconds = (double) (i - from) / Pcm.RATE;
      double attack = Math.min(1, seconds / 0.004);
      double tone = Math.sin(2 * Math.PI * hertz * seconds) * Math.exp(-seconds / DECAY_SECONDS);
      double bright =
          Math.sin(2 * Math.PI * 3 * hertz * seconds) * Math.exp(-seconds * 3 / DECAY_SECONDS);
      sound[i] += (float) (attack * (0.4 * tone + 0.1 * bright));
    }
  }
}
