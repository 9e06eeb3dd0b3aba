package jiaohao.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import jiaohao.clock.Clock;
import jiaohao.clock.Timekeeper;
import jiaohao.hall.Command;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.State;
import jiaohao.health.Fault;
import jiaohao.journal.JournalException;
import org.tinylog.Logger;

/**
 * The one thread that decides. Letters that wait together share one commit; nobody is answered, and
 * no output sees anything, before the commit is durable. When a commit fails its outcome is
 * unknown: presses are refused in words, the journal is opened anew and folded until that works,
 * and only then is it known what became of the commit. Starting is the same as recovering.
 */
final class Loop implements Runnable {
  /** Letters that share one commit at most. */
  private static final int MOST_AT_ONCE = 64;

  /** Often enough to see a leap of the clock, and for "the day is over" not to drag. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Clock clock;
  private final Timekeeper timekeeper;
  private final Inbox inbox;
  private final Ledger ledger;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> ours = new CompletableFuture<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();

  /** Letters that must not be lost, to be decided once the journal is open. */
  private final List<Inbox.Letter> deferred = new ArrayList<>();

  private volatile State state = State.EMPTY;
  private volatile long lastSeq;
  private volatile Optional<Fault> trouble = Optional.empty();
  private boolean open;
  private boolean stopping;
  private Batch unknown = Batch.NONE;
  private long lastTickNanos;

  Loop(Command.Start start, Clock clock, Inbox inbox, Ledger ledger) {
    this.clock = clock;
    this.timekeeper = new Timekeeper(clock);
    this.inbox = inbox;
    this.ledger = ledger;
    deferred.add(Inbox.Letter.of(start));
  }

  CompletableFuture<Void> ours() {
    return ours;
  }

  CompletableFuture<Void> ready() {
    return ready;
  }

  State state() {
    return state;
  }

  long lastSeq() {
    return lastSeq;
  }

  /** What keeps the journal from being written, while something does. */
  Optional<Fault> trouble() {
    return trouble;
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        if (open) {
          commit(inbox.take(patience(), MOST_AT_ONCE));
        } else {
          recover();
        }
      }
    } catch (InterruptedException interrupted) {
      Logger.warn("the loop was interrupted before its orderly stop");
    } catch (JournalException hopeless) {
      if (!ready.completeExceptionally(hopeless)) {
        Logger.error("journal: {}", hopeless.getMessage());
      }
    } finally {
      end();
    }
  }

  private Duration patience() {
    Instant now = clock.wall();
    Duration due = Hall.nextDue(state, now).map(next -> Duration.between(now, next)).orElse(TICK);
    return due.compareTo(TICK) < 0 ? due : TICK;
  }

  private void commit(List<Inbox.Letter> letters) throws JournalException {
    Batch batch = decide(letters);
    try {
      if (!batch.facts().isEmpty()) {
        ledger.append(batch.facts());
      }
      publish(batch, batch.state());
      stopping = batch.letters().stream().anyMatch(Loop::isStop);
      snapshot(letters.isEmpty());
    } catch (JournalException failed) {
      unknown = batch;
      lose(failed);
    }
  }

  /** Everyone has been answered by now; and while letters come, nobody is made to wait for this. */
  private void snapshot(boolean quiet) {
    if (stopping) {
      ledger.keep(state);
    } else if (quiet) {
      ledger.keepNowAndThen(state);
    }
  }

  private Batch decide(List<Inbox.Letter> letters) {
    Moment moment = moment();
    Batch batch = new Batch(state);
    for (Inbox.Letter letter : letters) {
      batch.add(letter, moment);
    }
    if (letters.isEmpty() || clock.nanos() - lastTickNanos >= TICK.toNanos()) {
      lastTickNanos = clock.nanos();
      batch.tick(moment);
    }
    return batch;
  }

  private Moment moment() {
    Timekeeper.Reading reading = timekeeper.now();
    return new Moment(reading.wall(), reading.trusted(), reading.steadySince());
  }

  private void publish(Batch batch, State after) {
    state = after;
    lastSeq = ledger.lastSeq();
    if (!batch.facts().isEmpty()) {
      watchers.forEach(watcher -> watcher.committed(after, batch.facts()));
    }
    batch.answer();
  }

  private void lose(JournalException failed) throws JournalException {
    open = false;
    if (failed.kind() == JournalException.Kind.REFUSED) {
      throw failed;
    }
    ours.complete(null);
    if (trouble.isEmpty()) {
      Logger.error("journal: {}", failed.getMessage());
      // Told once, when it is over: the fault itself could not be journaled while it was on.
      Fault fault = failed.fault();
      deferred.add(
          Inbox.Letter.of(new Command.RaiseFault(fault.device(), fault.code(), fault.stops())));
      deferred.add(Inbox.Letter.of(new Command.ClearFault(fault.device(), fault.code())));
    }
    trouble = Optional.of(failed.fault());
  }

  private void recover() throws InterruptedException, JournalException {
    if (trouble.isPresent()) {
      refusePresses(inbox.take(TICK, MOST_AT_ONCE));
    }
    try {
      long before = lastSeq;
      State folded = ledger.open();
      settleUnknown(folded, ledger.lastSeq() > before);
      state = folded;
      commitDeferred();
    } catch (JournalException failed) {
      lose(failed);
      refusePresses(unknown.letters());
      stopping = deferred.stream().anyMatch(Loop::isStop);
    }
  }

  /** A commit is whole or not at all: either the journal has grown by it, or nothing happened. */
  private void settleUnknown(State folded, boolean committed) {
    if (committed) {
      publish(unknown, folded);
      deferred.removeAll(unknown.letters());
    } else {
      refusePresses(unknown.letters());
    }
    unknown = Batch.NONE;
  }

  private void commitDeferred() throws JournalException {
    open = true;
    commit(List.copyOf(deferred));
    if (open) {
      deferred.clear();
      trouble = Optional.empty();
      ours.complete(null);
      ready.complete(null);
    }
  }

  /** People are told; what devices learned is kept. */
  private void refusePresses(List<Inbox.Letter> letters) {
    for (Inbox.Letter letter : letters) {
      if (letter.command() instanceof Command.Press) {
        letter.answer().complete(new Answer.Refused(Troubles.NOT_RECORDED));
      } else if (!deferred.contains(letter)) {
        deferred.add(letter);
      }
    }
  }

  private static boolean isStop(Inbox.Letter letter) {
    return letter.command() instanceof Command.Stop;
  }

  private void end() {
    ledger.close();
    inbox.close().forEach(Loop::refuseStopping);
    deferred.forEach(Loop::refuseStopping);
  }

  private static void refuseStopping(Inbox.Letter letter) {
    letter.answer().complete(new Answer.Refused(Troubles.STOPPING));
  }
}
