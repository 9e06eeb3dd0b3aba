package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts only time that counts. Its reading never goes back and does not move while the hall is
 * suspended or on a break, while the box was off, and when the clock leaps; so the difference of
 * two readings is how long somebody waited or was served.
 *
 * @param excludedMillis what the wall clock is ahead of the reading by
 * @param leaptMillis leaps of this process that are excluded already
 * @param stoppedAt wall time at which it was stopped, while it stands
 * @param suspended whether a suspension holds it
 * @param onBreak whether a break holds it
 */
public record Stopwatch(
    long excludedMillis,
    long leaptMillis,
    Optional<Instant> stoppedAt,
    boolean suspended,
    boolean onBreak) {
  static final Stopwatch RUNNING = new Stopwatch(0, 0, Optional.empty(), false, false);

  /** Milliseconds, from no particular time on. */
  public long reading(Instant wall) {
    return stoppedAt.orElse(wall).toEpochMilli() - excludedMillis;
  }

  /** When it will show {@code reading}, if it runs on from now; empty while it stands. */
  Optional<Instant> wallAt(long reading) {
    return stoppedAt.isPresent()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(reading + excludedMillis));
  }

  boolean stands() {
    return stoppedAt.isPresent();
  }

  Stopwatch suspended(boolean now, Instant at) {
    return held(now, onBreak, at);
  }

  Stopwatch onBreak(boolean now, Instant at) {
    return held(suspended, now, at);
  }

  private Stopwatch held(boolean nowSuspended, boolean nowOnBreak, Instant at) {
    boolean stand = nowSuspended || nowOnBreak;
    if (stand == stands()) {
      return new Stopwatch(excludedMillis, leaptMillis, stoppedAt, nowSuspended, nowOnBreak);
    }
    long stood = stoppedAt.map(since -> Duration.between(since, at).toMillis()).orElse(0L);
    return new Stopwatch(
        excludedMillis + stood,
        leaptMillis,
        stand ? Optional.of(at) : Optional.empty(),
        nowSuspended,
        nowOnBreak);
  }

  /**
   * While it stands, whatever the clock does is left out when it goes on. After an outage another
   * process counts its own leaps, from none.
   */
  Stopwatch excluding(long millis, boolean leap) {
    return new Stopwatch(
        stands() ? excludedMillis : excludedMillis + millis,
        leap ? leaptMillis + millis : 0,
        stoppedAt,
        suspended,
        onBreak);
  }
}
