package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;

/**
 * When something arrived, and how far the clock that says so may be believed.
 *
 * @param wall what the clock on the wall shows
 * @param trusted the system calls its clock synchronized, a real-time clock is present, or the
 *     supervisor confirmed it
 * @param steadySince the earliest wall time since which the clock has run without a leap in this
 *     process; never after {@code wall}
 * @param leapt how far the clock has leapt in this process, all in all; back is negative
 */
public record Moment(Instant wall, boolean trusted, Instant steadySince, Duration leapt) {
  /** A moment of a clock that has not leapt. */
  public Moment(Instant wall, boolean trusted, Instant steadySince) {
    this(wall, trusted, steadySince, Duration.ZERO);
  }
}
