package jiaohao.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells wall time together with how long it has run without a leap. A leap shows between two
 * readings, as a difference between what the wall clock and the monotonic clock say has passed; so
 * it must be read every second or so, or slow slewing adds up to one. One thread uses it.
 */
public final class Timekeeper {
  /** Time servers slew small errors away; whatever differs more than this has been stepped. */
  public static final Duration LEAP = Duration.ofSeconds(2);

  /**
   * What the clock said.
   *
   * @param trusted whether the wall time may be believed
   * @param steadySince wall time since which the clock has run without a leap, as far as this
   *     timekeeper knows: that of the leap, or of its first reading; never after {@code wall}
   * @param leapt how far the wall clock has leapt since the first reading, all leaps together; back
   *     is negative. Slewing is not in it
   */
  public record Reading(Instant wall, boolean trusted, Instant steadySince, Duration leapt) {}

  private final Clock clock;
  private boolean started;
  private Instant lastWall = Instant.MIN;
  private long lastNanos;
  private Instant steadySince = Instant.MIN;
  private Duration leapt = Duration.ZERO;

  public Timekeeper(Clock clock) {
    this.clock = clock;
  }

  /** Reads the clock. */
  public Reading now() {
    Instant wall = clock.wall();
    long nanos = clock.nanos();
    Duration leap = started ? leap(wall, nanos) : Duration.ZERO;
    leapt = leapt.plus(leap);
    // Slewed back a little right after a leap, the wall may stand before the moment of the leap.
    if (!started || !leap.isZero() || wall.isBefore(steadySince)) {
      steadySince = wall;
    }
    started = true;
    lastWall = wall;
    lastNanos = nanos;
    return new Reading(wall, clock.trusted(), steadySince, leapt);
  }

  /** What the wall clock shows more than has passed; zero while that may be slewing. */
  private Duration leap(Instant wall, long nanos) {
    Duration shown = Duration.between(lastWall, wall);
    Duration more = shown.minus(Duration.ofNanos(nanos - lastNanos));
    return more.abs().compareTo(LEAP) > 0 ? more : Duration.ZERO;
  }
}
