package jiaohao.printer;

import java.util.concurrent.TimeUnit;

/** How a wait is spent; with a simulated clock it lets that clock's time pass. */
@FunctionalInterface
interface Pause {
  /** Sleeps; an interrupted thread does not, and stays interrupted. */
  Pause SLEEP =
      nanos -> {
        try {
          TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  void of(long nanos);
}
