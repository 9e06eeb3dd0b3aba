package jiaohao.printer;

import java.time.Instant;
import jiaohao.clock.Clock;

/** The machine's own time, for the tests that need a real terminal. */
final class RealClock implements Clock {
  @Override
  public Instant wall() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public boolean trusted() {
    return true;
  }
}
