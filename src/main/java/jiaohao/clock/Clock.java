package jiaohao.clock;

import java.time.Instant;

/** Tells wall time, monotonic time and whether the wall time may be believed. */
public interface Clock {
  /** What the clock on the wall shows; may jump. */
  Instant wall();

  /** Nanoseconds that only ever grow, from an arbitrary start. */
  long nanos();

  /**
   * Whether the wall clock may be believed: the system calls it synchronized, a real-time clock set
   * it, or the supervisor confirmed it.
   */
  boolean trusted();
}
