package jiaohao.kiosk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.health.Fault;
import org.tinylog.Logger;

/**
 * Who answers what lies in a kiosk's inbox: the {@link Loop}, which decides for its hall, or a
 * {@link SatelliteLoop}, which asks the box that does; and what it last published. One thread runs
 * it; any may ask.
 */
abstract class Engine implements Runnable {
  private final CompletableFuture<Void> locked = new CompletableFuture<>();
  private final CompletableFuture<Void> ours = new CompletableFuture<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private volatile State state = State.EMPTY;
  private volatile long lastSeq;

  /** Done once no other process can have the state directory, and with it the devices. */
  final CompletableFuture<Void> locked() {
    return locked;
  }

  /** Done once the devices are this process's to use. */
  final CompletableFuture<Void> ours() {
    return ours;
  }

  /** Done once presses are answered; fails if they never will be. */
  final CompletableFuture<Void> ready() {
    return ready;
  }

  /** Done once nothing is answered any more; fails with the reason why it cannot go on. */
  final CompletableFuture<Void> ended() {
    return ended;
  }

  /** The hall after the last commit. */
  final State state() {
    return state;
  }

  /** Sequence of the last event; 0 for none. */
  final long lastSeq() {
    return lastSeq;
  }

  /** What keeps it from answering, and cannot be journaled. */
  abstract Optional<Fault> trouble();

  /** Lets {@code watcher} see every commit from now on. */
  final void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /** From now on the hall is this. */
  final void know(State now, long seq) {
    state = now;
    lastSeq = seq;
  }

  /** Lets every output see a commit; one's mistake must not keep anyone from being answered. */
  final void show(List<Fact> facts) {
    for (Watcher watcher : watchers) {
      try {
        watcher.committed(state, facts);
      } catch (RuntimeException bug) {
        Logger.error(bug, "an output failed to see a commit");
      }
    }
  }

  /** Leaves nobody waiting for it to be ready, or to end. */
  final void ended(Optional<Throwable> reason) {
    ready.completeExceptionally(
        reason.orElseGet(() -> new IllegalStateException("stopped before it was ready")));
    reason.ifPresentOrElse(ended::completeExceptionally, () -> ended.complete(null));
  }
}
