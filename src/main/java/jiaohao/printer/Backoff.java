package jiaohao.printer;

import java.time.Duration;

/**
 * How long to leave a lost port alone before it is opened again.
 *
 * @param failures in a row
 */
record Backoff(int failures) {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5); // a technician stands beside it

  static final Backoff NONE = new Backoff(0);

  Backoff failed() {
    return new Backoff(failures + 1);
  }

  /** 0 before the first failure, then 0.5 s, doubling up to 5 s. */
  Duration delay() {
    if (failures == 0) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
