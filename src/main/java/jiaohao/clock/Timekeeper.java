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
   */
  public record Reading(Instant wall, boolean trusted, Instant steadySince) {}

  private final Clock clock;
  private boolean started;
  private Instant lastWall = Instant.MIN;
  private long lastNanos;
  private Instant steadySince = Instant.MIN;

  public Timekeeper(Clock clock) {
    this.clock = clock;
  }

  /** Reads the clock. */
  public Reading now() {
    Instant wall = clock.wall();
    long nanos = clock.nanos();
    // Slewed back a little right after a leap, the wall may stand before the moment of the leap.
    if (!started || leapt(wall, nanos) || wall.isBefore(steadySince)) {
      steadySince = wall;
    }
    started = true;
    lastWall = wall;
    lastNanos = nanos;
    return new Reading(wall, clock.trusted(), steadySince);
  }

  private boolean leapt(Instant wall, long nanos) {
    Duration shown = Duration.between(lastWall, wall);
    Duration passed = Duration.ofNanos(nanos - lastNanos);
    return shown.minus(passed).abs().compareTo(LEAP) > 0;
  }
}
