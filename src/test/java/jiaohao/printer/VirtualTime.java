package jiaohao.printer;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import jiaohao.clock.SimulatedClock;

/** Time that passes only while somebody waits for it. */
final class VirtualTime {
  private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-11-22T01:15:00Z"));

  private Consumer<Long> watcher = nanos -> {};

  /** Hears every bit of waiting, with the monotonic time after it. */
  void onPass(Consumer<Long> watcher) {
    this.watcher = watcher;
  }

  SimulatedClock clock() {
    return clock;
  }

  Pause pause() {
    return nanos -> pass(Duration.ofNanos(nanos));
  }

  void pass(Duration duration) {
    clock.pass(duration);
    watcher.accept(clock.nanos());
  }

  Duration since(long nanos) {
    return Duration.ofNanos(clock.nanos() - nanos);
  }
}
