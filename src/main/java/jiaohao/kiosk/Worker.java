package jiaohao.kiosk;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/**
 * An output with a thread of its own: it wakes when something was committed, or after a while, and
 * does its work. Whatever goes wrong in it stays in it.
 */
abstract class Worker {
  private final Thread thread;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean stopping;
  private boolean failing;

  Worker(String name) {
    // A device that hangs must not keep the process from ending.
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /**
   * Begins to work, unless it has already; once everything the work needs is there. Touches no
   * device before.
   */
  final synchronized void start() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  /** Lets the worker look again at once. */
  final void wake() {
    bell.release();
  }

  /** Does what is to be done now; returns the milliseconds after which to look again unwoken. */
  abstract long work() throws InterruptedException;

  /** Lets go of the device; called once, by the worker's own thread, when the work has ended. */
  abstract void release();

  private void run() {
    try {
      while (!stopping) {
        workOnce();
      }
    } catch (InterruptedException interrupted) {
      Logger.debug("{} was interrupted", thread.getName());
    } finally {
      release();
    }
  }

  private void workOnce() throws InterruptedException {
    try {
      long millis = work();
      failing = false;
      if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
    } catch (RuntimeException | Error bug) {
      if (!failing) { // else a bug that stays fills the log
        Logger.error(bug, "{} goes on after an error", thread.getName());
      }
      failing = true;
      TimeUnit.SECONDS.sleep(1);
    }
  }

  /** Tells the worker to end; what is under way may still be finished. */
  final void stop() {
    stopping = true;
    wake();
  }

  /** Breaks off what is under way, if it can be. */
  final void interrupt() {
    thread.interrupt();
  }

  /** Whether the worker has ended, or never begun, after waiting for it so long at most. */
  final boolean ended(Duration patience) throws InterruptedException {
    if (thread.getState() == Thread.State.NEW) {
      return true;
    }
    return patience.isPositive() ? thread.join(patience) : !thread.isAlive();
  }
}
