package jiaohao.hall;

/**
 * How long a customer is likely to wait, told on the slip.
 *
 * @param lowSeconds most waits are no shorter
 * @param highSeconds most waits are no longer; together they hold for at least eight of ten
 */
public record Expected(int lowSeconds, int highSeconds) {
  private static final int MINUTE = 60;

  /** From here on nobody thinks in single minutes. */
  private static final int LONG_SECONDS = 20 * MINUTE;

  /** In whole minutes, and fives of them when it is long; rather wider than narrower. */
  Expected rounded() {
    int step = highSeconds > LONG_SECONDS ? 5 * MINUTE : MINUTE;
    int low = lowSeconds / step * step;
    int high = (highSeconds + step - 1) / step * step;
    return new Expected(low, Math.max(high, low + MINUTE));
  }

  Expected later(int lowBy, int highBy) {
    return new Expected(lowSeconds + lowBy, highSeconds + highBy);
  }

  public int lowMinutes() {
    return lowSeconds / MINUTE;
  }

  public int highMinutes() {
    return highSeconds / MINUTE;
  }
}
