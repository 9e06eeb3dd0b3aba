package jiaohao.kiosk;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/**
 * An output with a thread of its own: it wakes when something was committed, or after a while, and
 * does its work. Whatever goes wrong in it stays in it.
 */
abstract class Worker implements AutoCloseable {
  private final Thread thread;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean closing;

  Worker(String name) {
    // A device that hangs must not keep the process from ending.
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /** Begins to work; once everything the work needs is there. Touches no device before. */
  final void start() {
    thread.start();
  }

  /** Lets the worker look again at once. */
  final void wake() {
    bell.release();
  }

  /** Does what is to be done now; returns the milliseconds after which to look again unwoken. */
  abstract long work() throws InterruptedException;

  private void run() {
    while (!closing) {
      try {
        long millis = work();
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
      } catch (InterruptedException interrupted) {
        return;
      } catch (RuntimeException bug) {
        Logger.error(bug, "{} goes on after an error", thread.getName());
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException interrupted) {
      closing = true;
    }
  }

  /** Ends the work, giving what is under way a moment to finish. */
  @Override
  public void close() {
    closing = true;
    wake();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      if (!thread.join(Duration.ofMillis(1500))) {
        thread.interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
