package jiaohao.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jiaohao.clock.Clock;
import jiaohao.clock.Timekeeper;
import jiaohao.hall.Command;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Refusal;
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
final class Loop extends Engine {
  /** Letters that share one commit at most. */
  private static final int MOST_AT_ONCE = 64;

  /** Often enough to see a leap of the clock, and for "the day is over" not to drag. */
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Due or not, something that cannot be decided must not make the loop spin. */
  private static final Duration A_MOMENT = Duration.ofMillis(10);

  private final Clock clock;
  private final Timekeeper timekeeper;
  private final Inbox inbox;
  private final Ledger ledger;

  /** Letters that must not be lost, to be decided once the journal is open. */
  private final List<Inbox.Letter> deferred = new ArrayList<>();

  private volatile Optional<Fault> trouble = Optional.empty();
  private boolean open;
  private boolean stopping;
  private Batch unknown = Batch.NONE;

  /** Letters last taken up, for whoever waits must hear something even if a bug ends the loop. */
  private List<Inbox.Letter> inHand = List.of();

  private long lastTickNanos;

  Loop(Command.Start start, Clock clock, Inbox inbox, Ledger ledger) {
    this.clock = clock;
    this.timekeeper = new Timekeeper(clock);
    this.inbox = inbox;
    this.ledger = ledger;
    deferred.add(Inbox.Letter.of(start));
  }

  /** What keeps the journal from being written, while something does. */
  @Override
  Optional<Fault> trouble() {
    return trouble;
  }

  @Override
  public void run() {
    Optional<Throwable> reason = Optional.empty();
    try {
      work();
    } catch (InterruptedException interrupted) {
      Logger.warn("the loop was interrupted before its orderly stop");
    } catch (JournalException hopeless) {
      if (ready().isDone()) {
        Logger.error("journal: {}", hopeless.getMessage());
      }
      reason = Optional.of(hopeless);
    } catch (RuntimeException | Error bug) {
      Logger.error(bug, "the kiosk cannot go on");
      reason = Optional.of(bug);
    } finally {
      end(reason);
    }
  }

  private void work() throws InterruptedException, JournalException {
    while (!stopping) {
      turn(patience());
    }
  }

  /**
   * One round: opens the journal if it is not, else decides what lies in the inbox.
   *
   * @param patience how long to wait for the first letter
   */
  void turn(Duration patience) throws InterruptedException, JournalException {
    if (open) {
      commit(inbox.take(patience, MOST_AT_ONCE));
    } else {
      recover();
    }
  }

  private Duration patience() {
    Instant now = clock.wall();
    Duration due = Hall.nextDue(state(), now).map(next -> Duration.between(now, next)).orElse(TICK);
    if (due.compareTo(A_MOMENT) < 0) {
      return A_MOMENT;
    }
    return due.compareTo(TICK) < 0 ? due : TICK;
  }

  private void commit(List<Inbox.Letter> letters) throws JournalException {
    inHand = letters;
    Batch batch = decide(letters);
    try {
      if (!batch.facts().isEmpty()) {
        ledger.append(batch.facts());
      }
    } catch (JournalException failed) {
      unknown = batch;
      lose(failed);
      return;
    } catch (IllegalArgumentException unwritable) {
      commitApart(letters, unwritable);
      return;
    }
    publish(batch, batch.state());
    snapshot(letters.isEmpty());
  }

  /** Nothing was written, because of one among them: each is tried alone, and only that refused. */
  private void commitApart(List<Inbox.Letter> letters, IllegalArgumentException unwritable)
      throws JournalException {
    if (letters.isEmpty()) {
      Logger.error(unwritable, "what fell due cannot be journaled");
    } else if (letters.size() == 1) {
      Inbox.Letter letter = letters.getFirst();
      letter.answer().complete(Batch.mistake(letter.command(), unwritable));
      stopping |= isStop(letter);
    } else {
      for (Inbox.Letter letter : letters) {
        commitAlone(letter);
      }
    }
  }

  private void commitAlone(Inbox.Letter letter) throws JournalException {
    if (stopping) {
      refuse(letter, Troubles.STOPPING);
    } else if (open) {
      commit(List.of(letter));
    } else {
      refusePresses(List.of(letter), Troubles.NOT_RECORDED);
    }
  }

  /** Everyone has been answered by now; and while letters come, nobody is made to wait for this. */
  private void snapshot(boolean quiet) {
    if (stopping) {
      ledger.keep(state());
    } else if (quiet) {
      ledger.keepNowAndThen(state());
    }
  }

  private Batch decide(List<Inbox.Letter> letters) {
    Moment moment = moment();
    Batch batch = new Batch(state());
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
    return new Moment(reading.wall(), reading.trusted(), reading.steadySince(), reading.leapt());
  }

  private void publish(Batch batch, State after) {
    know(after, ledger.lastSeq());
    if (!batch.facts().isEmpty()) {
      show(batch.facts());
    }
    batch.answer();
    stopping |= batch.stops();
  }

  private void lose(JournalException failed) throws JournalException {
    open = false;
    if (failed.kind() == JournalException.Kind.REFUSED) {
      trouble = Optional.of(failed.fault());
      throw failed;
    }
    ours().complete(null);
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
      refuseForAWhile();
    }
    try {
      ledger.lock();
      locked().complete(null);
      State folded = ledger.open();
      settleUnknown(folded, ledger.lastSeq() > lastSeq());
      know(folded, lastSeq());
      deferTakeOver();
      if (!stopping) {
        commitDeferred();
      }
    } catch (Arrival.NotYetException waits) {
      waitFor(waits);
    } catch (JournalException failed) {
      lose(failed);
      // Nobody is kept waiting for a card that may never come back.
      refusePresses(unknown.letters(), Troubles.NOT_KNOWN);
      stopping = deferred.stream().anyMatch(Loop::isStop);
    }
  }

  /** After the start, which may turn the day: the numbers to jump over are today's. */
  private void deferTakeOver() {
    if (deferred.stream().noneMatch(letter -> letter.command() instanceof Command.TakeOver)) {
      ledger.takeOver().map(Inbox.Letter::of).ifPresent(deferred::add);
    }
  }

  private void waitFor(Arrival.NotYetException waits) {
    if (trouble.isEmpty()) {
      Logger.warn("{}", waits.getMessage());
    }
    trouble = Optional.of(waits.fault());
    ours().complete(null);
    stopping = deferred.stream().anyMatch(Loop::isStop);
  }

  /** However many press meanwhile, the journal is folded only every so often. */
  private void refuseForAWhile() throws InterruptedException {
    long until = System.nanoTime() + TICK.toNanos();
    long left = TICK.toNanos();
    while (left > 0 && deferred.stream().noneMatch(Loop::isStop)) {
      refusePresses(inbox.take(Duration.ofNanos(left), MOST_AT_ONCE), Troubles.NOT_RECORDED);
      left = until - System.nanoTime();
    }
  }

  /** A commit is whole or not at all: either the journal has grown by it, or nothing happened. */
  private void settleUnknown(State folded, boolean committed) {
    if (committed) {
      publish(unknown, folded);
      deferred.removeIf(letter -> letter.answer().isDone());
    } else {
      refusePresses(unknown.letters(), Troubles.NOT_RECORDED);
    }
    unknown = Batch.NONE;
  }

  private void commitDeferred() throws JournalException {
    open = true;
    commit(List.copyOf(deferred));
    deferred.removeIf(letter -> letter.answer().isDone());
    if (open) {
      trouble = Optional.empty();
      ours().complete(null);
      ready().complete(null);
    }
  }

  /** People are told; what devices learned is kept. */
  private void refusePresses(List<Inbox.Letter> letters, Refusal why) {
    for (Inbox.Letter letter : letters) {
      if (isSomebodys(letter.command())) {
        refuse(letter, why);
      } else if (!deferred.contains(letter)) {
        deferred.add(letter);
      }
    }
  }

  private static boolean isSomebodys(Command command) {
    return command instanceof Command.Press
        || command instanceof Command.Afar
        || command instanceof Command.Order;
  }

  private static boolean isStop(Inbox.Letter letter) {
    return letter.command() instanceof Command.Stop;
  }

  /** Leaves nobody waiting: neither for an answer, nor for the kiosk to become ready, or to end. */
  private void end(Optional<Throwable> reason) {
    open = false;
    inbox.close().forEach(letter -> refuse(letter, Troubles.STOPPING));
    inHand.forEach(letter -> refuse(letter, Troubles.NOT_KNOWN));
    deferred.forEach(letter -> refuse(letter, Troubles.STOPPING));
    try {
      ledger.close();
    } finally {
      ended(reason);
    }
  }

  /** Tells whoever has not been told yet. */
  private static void refuse(Inbox.Letter letter, Refusal why) {
    letter.answer().complete(new Answer.Refused(why));
  }
}
