package jiaohao.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalException;
import jiaohao.journal.StateLock;
import org.tinylog.Logger;

/**
 * The loop's hold on the journal: takes the lock, opens and folds it, appends, and opens it anew
 * after trouble.
 */
class Ledger implements AutoCloseable {
  /** About a busy day, so once a day; a start folds as many in well under a second. */
  static final int SNAPSHOT_EVERY = 5000;

  private final Path stateDir;
  private final Arrival arrival;
  private Optional<Command.TakeOver> takeOver = Optional.empty();
  private boolean arrived;
  private StateLock lock;
  private Journal journal;
  private Optional<UUID> id = Optional.empty();
  private long lastSeq;

  Ledger(Path stateDir) {
    this(stateDir, Arrival.ALONE);
  }

  /** {@code arrival}: completes the journal before it is first folded. */
  Ledger(Path stateDir, Arrival arrival) {
    this.stateDir = stateDir;
    this.arrival = arrival;
  }

  Path stateDir() {
    return stateDir;
  }

  /** Takes the state directory, unless it has been taken. */
  void lock() throws JournalException {
    if (lock == null) {
      lock = StateLock.take(stateDir);
    }
  }

  /**
   * Opens the journal, again if need be, and folds it.
   *
   * @return the state it holds
   */
  State open() throws JournalException, Arrival.NotYetException, InterruptedException {
    closeJournal();
    lock();
    journal = Journal.open(lock);
    requireTheSame();
    if (!arrived) {
      takeOver = arrival.complete(journal);
      arrived = true;
    }
    State state = journal.fold();
    lastSeq = journal.lastSeq();
    id = Optional.of(journal.id());
    return state;
  }

  /**
   * Behind a mount that was lost lies an empty directory, behind a changed card another journal:
   * going on with it would give out numbers anew.
   */
  private void requireTheSame() throws JournalException {
    boolean other = !id.equals(Optional.of(journal.id()));
    if (lastSeq > 0 && (other || journal.lastSeq() < lastSeq)) {
      throw JournalException.gone(stateDir, lastSeq);
    }
  }

  /** What the hall is to decide after its start, since this box goes on where another was. */
  Optional<Command.TakeOver> takeOver() {
    return takeOver;
  }

  /** Appends in one transaction; durable on return. */
  void append(List<Fact> facts) throws JournalException {
    journal.append(facts);
    lastSeq = journal.lastSeq();
    if (takeOver.isPresent()
        && facts.stream().anyMatch(fact -> fact.event() instanceof Event.WriterChanged)) {
      endTakeOver();
    }
  }

  /** A mark that stays makes the next start jump once more, which harms nobody. */
  private void endTakeOver() {
    takeOver = Optional.empty();
    try {
      arrival.done();
    } catch (IOException unmarked) {
      Logger.warn("{}: {}", stateDir, unmarked.toString());
    }
  }

  /** Sequence of the last durable event, as far as is known; 0 for none. */
  long lastSeq() {
    return lastSeq;
  }

  /** Keeps the state after the last event, so that the next start is quick. Never fails. */
  void keep(State state) {
    journal.keep(state);
  }

  /** The same, if a start now would have many events to fold; for a moment when nobody waits. */
  void keepNowAndThen(State state) {
    if (journal.sinceSnapshot() >= SNAPSHOT_EVERY) {
      keep(state);
    }
  }

  private void closeJournal() {
    if (journal != null) {
      journal.close();
      journal = null;
    }
  }

  @Override
  public void close() {
    closeJournal();
    if (lock != null) {
      lock.close();
      lock = null;
    }
  }
}
