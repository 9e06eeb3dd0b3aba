package jiaohao.clock;

import java.time.Duration;
import java.time.Instant;

/** A clock that tests and the simulator set; time passes only when told. Any thread may use it. */
public final class SimulatedClock implements Clock {
  private Instant wall;
  private long nanos;
  private boolean trusted = true;

  public SimulatedClock(Instant wall) {
    this.wall = wall;
  }

  @Override
  public synchronized Instant wall() {
    return wall;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized boolean trusted() {
    return trusted;
  }

  /** Lets time pass: wall and monotonic alike. */
  public synchronized void pass(Duration duration) {
    wall = wall.plus(duration);
    nanos += duration.toNanos();
  }

  /** Steps the wall clock without any time passing. */
  public synchronized void step(Instant to) {
    wall = to;
  }

  public synchronized void trust(boolean believed) {
    trusted = believed;
  }
}
