package jiaohao.kiosk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jiaohao.clock.SimulatedClock;
import jiaohao.hall.Command;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.journal.JournalException;

/**
 * The kiosk's own loop without its thread: it does a round when told, in the time of a simulated
 * clock, and its power can be cut. Not safe for several threads.
 */
public final class VirtualKiosk implements AutoCloseable {
  private final SimulatedClock clock;
  private final Fuse fuse;
  private final Supplier<Ledger> ledgers;
  private Optional<Ledger> ledger = Optional.empty();
  private Optional<Loop> loop = Optional.empty();
  private Inbox inbox = new Inbox();

  private VirtualKiosk(SimulatedClock clock, Fuse fuse, Supplier<Ledger> ledgers) {
    this.clock = clock;
    this.fuse = fuse;
    this.ledgers = ledgers;
  }

  public static VirtualKiosk inMemory(SimulatedClock clock) {
    Fuse fuse = new Fuse();
    MemoryLedger kept = new MemoryLedger(fuse);
    return new VirtualKiosk(clock, fuse, () -> kept);
  }

  public static VirtualKiosk onDisk(SimulatedClock clock, Path stateDir) {
    Fuse fuse = new Fuse();
    return new VirtualKiosk(clock, fuse, () -> new FusedLedger(stateDir, fuse));
  }

  /** Switches the box on: opens the journal, folds it, and starts. */
  public void start(Command.Start start) {
    inbox = new Inbox();
    ledger = Optional.of(ledgers.get());
    loop = Optional.of(new Loop(start, clock, inbox, ledger.get()));
    round();
  }

  public boolean on() {
    return loop.isPresent();
  }

  /**
   * Brings a command and has it decided at once.
   *
   * @return empty when there was no power to answer
   */
  public Optional<Answer> send(Command command) {
    Inbox.Letter letter = Inbox.Letter.of(command);
    if (!on() || !inbox.offer(letter)) {
      return Optional.empty();
    }
    round();
    return Optional.ofNullable(letter.answer().getNow(null));
  }

  /** Lets the loop see that time has passed. */
  public void tick() {
    if (on()) {
      round();
    }
  }

  private void round() {
    try {
      loop.orElseThrow().turn(Duration.ZERO);
    } catch (Fuse.PowerCut cut) {
      cutPower();
    } catch (JournalException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Nothing is stopped in an orderly way. */
  public void cutPower() {
    loop = Optional.empty();
    ledger.ifPresent(Ledger::close);
    ledger = Optional.empty();
  }

  /**
   * Has the power fail during the next commit.
   *
   * @param recorded whether the commit reaches the disk before
   */
  public void cutPowerAtNextCommit(boolean recorded) {
    fuse.blow(recorded ? Fuse.Blow.AFTER : Fuse.Blow.BEFORE);
  }

  /** The commit during which the power was to fail has not come. */
  public void keepPower() {
    fuse.blow(Fuse.Blow.NOT);
  }

  /** Stops in an orderly way. */
  public void stop() {
    var _ = send(new Command.Stop());
    cutPower();
  }

  /** After the last commit; of a box without power, nothing is known. */
  public State state() {
    return loop.map(Loop::state).orElse(State.EMPTY);
  }

  /** What has become durable since this was last asked, in order. */
  public List<Fact> news() {
    return fuse.news();
  }

  /** Lets a journal in memory forget what was before; one on the disk keeps it. */
  public void forgetBefore(State state) {
    if (ledger.orElse(null) instanceof MemoryLedger memory) {
      memory.checkpoint(state);
    }
  }

  @Override
  public void close() {
    cutPower();
  }
}
