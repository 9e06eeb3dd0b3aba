package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for something to come true. */
final class Await {
  private Await() {}

  static void until(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        fail("in vain awaited: " + what);
      }
      Pause.SLEEP.of(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
