package jiaohao.voice;

import java.util.Arrays;

/**
 * Speaks faster at the same pitch: leaves out stretches, and joins what is left where the waves on
 * both sides are most alike. For recordings made one slow word at a time.
 */
final class Tempo {
  private static final int STRETCH = Pcm.samples(40);
  private static final int OVERLAP = Pcm.samples(10);
  private static final int SEARCH = Pcm.samples(8);

  /** Comparing every other sample finds the same place. */
  private static final int STRIDE = 2;

  private Tempo() {}

  /**
   * The clip in so much less time.
   *
   * @param factor from 1; what is shorter than two stretches stays as it is
   */
  static short[] faster(short[] clip, double factor) {
    if (factor <= 1 || clip.length < 2 * STRETCH) {
      return clip;
    }
    short[] faster = Arrays.copyOf(clip, clip.length);
    int length = STRETCH;
    double next = (STRETCH - OVERLAP) * factor;
    while (next + STRETCH + SEARCH < clip.length) {
      int from = alike(faster, length, clip, (int) next);
      length = join(faster, length, clip, from, from + STRETCH);
      next += (STRETCH - OVERLAP) * factor;
    }
    int from = alike(faster, length, clip, Math.min((int) next, clip.length - OVERLAP - SEARCH));
    return Arrays.copyOf(faster, join(faster, length, clip, from, clip.length));
  }

  /** Where, around {@code about}, the clip is most like the end of what there is. */
  private static int alike(short[] made, int length, short[] clip, int about) {
    int best = about;
    double most = Double.NEGATIVE_INFINITY;
    int last = Math.min(about + SEARCH, clip.length - OVERLAP);
    for (int from = Math.max(0, about - SEARCH); from <= last; from++) {
      double likeness = likeness(made, length - OVERLAP, clip, from);
      if (likeness > most) {
        most = likeness;
        best = from;
      }
    }
    return best;
  }

  private static double likeness(short[] made, int at, short[] clip, int from) {
    double product = 0;
    double energy = 1;
    for (int i = 0; i < OVERLAP; i += STRIDE) {
      product += (double) made[at + i] * clip[from + i];
      energy += (double) clip[from + i] * clip[from + i];
    }
    return product / Math.sqrt(energy);
  }

  /** Fades from the end of what there is into this part of the clip; gives the new length. */
  private static int join(short[] made, int length, short[] clip, int from, int to) {
    int at = length - OVERLAP;
    for (int i = 0; i < OVERLAP; i++) {
      double part = (double) i / OVERLAP;
      made[at + i] = (short) Math.round((1 - part) * made[at + i] + part * clip[from + i]);
    }
    int rest = to - from - OVERLAP;
    System.arraycopy(clip, from + OVERLAP, made, length, rest);
    return length + rest;
  }
}
