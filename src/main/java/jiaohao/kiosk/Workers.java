package jiaohao.kiosk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All workers of a box, which start and end together. */
final class Workers {
  /** For a slip, or a word, that is under way. */
  private static final Duration FINISHING = Duration.ofMillis(1500);

  /** For letting go of the devices after having been broken off. */
  private static final Duration BREAKING_OFF = Duration.ofMillis(300);

  private final List<Worker> workers = new ArrayList<>();

  void add(Worker worker) {
    workers.add(worker);
  }

  void start() {
    workers.forEach(Worker::start);
  }

  /** Ends them side by side, within 1.8 s in all; one that hangs is left behind. */
  void stop() {
    workers.forEach(Worker::stop);
    try {
      await(FINISHING);
      workers.forEach(Worker::interrupt);
      await(BREAKING_OFF);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    for (Worker worker : workers) {
      var _ = worker.ended(Duration.ofNanos(until - System.nanoTime()));
    }
  }
}
