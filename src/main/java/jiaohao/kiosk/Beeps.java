package jiaohao.kiosk;

/**
 * A row of beeps.
 *
 * @param times how many
 * @param onMillis how long each sounds
 * @param offMillis the silence after each
 * @param sinceMillis when the first began, by a clock that never goes back
 */
record Beeps(int times, int onMillis, int offMillis, long sinceMillis) {
  static final Beeps NONE = new Beeps(0, 1, 1, 0);

  /** A key that did nothing. */
  static Beeps refused(long now) {
    return new Beeps(2, 80, 80, now);
  }

  /** Somebody wants the supervisor. */
  static Beeps alarm(long now) {
    return new Beeps(3, 400, 200, now);
  }

  boolean sounding(long now) {
    long age = now - sinceMillis;
    return !over(now) && age % (onMillis + offMillis) < onMillis;
  }

  boolean over(long now) {
    return now - sinceMillis >= (long) times * (onMillis + offMillis);
  }

  /** Milliseconds until it begins or ends to sound; {@code otherwise} when all is over. */
  long next(long now, long otherwise) {
    if (over(now)) {
      return otherwise;
    }
    long into = (now - sinceMillis) % (onMillis + offMillis);
    return into < onMillis ? onMillis - into : onMillis + offMillis - into;
  }
}
