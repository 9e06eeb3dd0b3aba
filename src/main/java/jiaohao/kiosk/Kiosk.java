package jiaohao.kiosk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import jiaohao.clock.Clock;
import jiaohao.hall.Adherence;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Moment;
import jiaohao.hall.Order;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import jiaohao.health.Fault;
import jiaohao.report.DayBook;
import jiaohao.sync.Link;

/** A box of a hall: an inbox, who answers what lies in it, and what that one last published. */
public final class Kiosk implements AutoCloseable {
  private final Inbox inbox;
  private final Engine engine;
  private final Optional<String> satellite;
  private final Clock clock;
  private final DayBook dayBook;
  private final News news;
  private final Thread thread;
  private final References references = new References();
  private volatile boolean closing;
  private volatile LongSupplier stored = () -> 0;

  private Kiosk(
      Inbox inbox, Engine engine, Optional<String> satellite, Clock clock, DayBook dayBook) {
    this.inbox = inbox;
    this.clock = clock;
    this.dayBook = dayBook;
    this.engine = engine;
    this.satellite = satellite;
    this.news = new News(satellite, clock);
    this.thread = Thread.ofPlatform().name("loop").unstarted(engine);
  }

  /**
   * Starts the engine. It opens the journal by itself and goes on trying while that fails; {@link
   * #ready} tells when it has.
   *
   * @param start what the loop is to begin with
   * @param stateDir where the journal lies; locked while the loop runs
   */
  public static Kiosk start(Command.Start start, Clock clock, Path stateDir) {
    return start(start, clock, new Ledger(stateDir));
  }

  static Kiosk start(Command.Start start, Clock clock, Ledger ledger) {
    Inbox inbox = new Inbox();
    Loop loop = new Loop(start, clock, inbox, ledger);
    return started(inbox, loop, Optional.empty(), clock, ledger.stateDir());
  }

  /**
   * Starts a further box of a hall, for which another decides.
   *
   * @param satellite its name in the hall
   * @param link to the hall's NATS servers; closed with the kiosk
   */
  static Kiosk satellite(
      Command.Start start, String satellite, Link link, Clock clock, Path stateDir) {
    Inbox inbox = new Inbox();
    SatelliteLoop loop = new SatelliteLoop(start, satellite, link, clock, inbox, stateDir);
    return started(inbox, loop, Optional.of(satellite), clock, stateDir);
  }

  private static Kiosk started(
      Inbox inbox, Engine engine, Optional<String> satellite, Clock clock, Path stateDir) {
    DayBook dayBook = new DayBook(new OwnFacts(stateDir));
    Kiosk kiosk = new Kiosk(inbox, engine, satellite, clock, dayBook);
    kiosk.watch(kiosk.news);
    kiosk.thread.start();
    return kiosk;
  }

  /** This box's name, if another one decides for the hall. */
  Optional<String> satellite() {
    return satellite;
  }

  /** Whether the box that decides for the hall cannot be reached. */
  boolean alone() {
    return engine.trouble().filter(Fault.SATELLITE_ALONE::equals).isPresent();
  }

  /** Done once no other process can have the state directory, and with it the devices. */
  CompletableFuture<Void> locked() {
    return engine.locked();
  }

  /**
   * Done once the journal is open, or in trouble that may pass. Before, it may be another process
   * that has it, and with it the devices; if it is, this is never done.
   */
  CompletableFuture<Void> ours() {
    return engine.ours();
  }

  /** Done once presses are taken; fails if the journal can never be used. */
  public CompletableFuture<Void> ready() {
    return engine.ready();
  }

  /**
   * Done when the kiosk has ended, after which nothing is decided any more: in an orderly way, or
   * failed with the reason why it cannot go on.
   */
  public CompletableFuture<Void> ended() {
    return engine.ended();
  }

  /** Brings what was typed at a desk, where there is no button to be locked. */
  public CompletableFuture<Answer> typed(Verb verb) {
    return press(new Command.Press(verb, references.next()));
  }

  /** Brings a press; a full inbox, or a kiosk about to stop, refuses it at once, in words. */
  public CompletableFuture<Answer> press(Command.Press press) {
    return bring(press);
  }

  /** Brings an order of the centre, likewise. */
  CompletableFuture<Answer> order(String id, String by, Order order) {
    return bring(new Command.Order(id, by, order, references.next()));
  }

  /** Brings whatever somebody waits for. */
  CompletableFuture<Answer> bring(Command command) {
    Inbox.Letter letter = Inbox.Letter.of(command);
    if (closing || !inbox.offer(letter)) {
      boolean stopping = closing || inbox.closed();
      letter.answer().complete(new Answer.Refused(stopping ? Troubles.STOPPING : Troubles.BUSY));
    }
    return letter.answer();
  }

  /** From now on presses are refused; what devices learn is still taken in. */
  void refusePresses() {
    closing = true;
  }

  /**
   * Reports what a device learned; waits for room in the inbox and for the commit, since such news
   * must not get lost.
   */
  public Answer report(Command command) throws InterruptedException {
    Inbox.Letter letter = Inbox.Letter.of(command);
    if (!inbox.put(letter)) {
      return new Answer.Refused(Troubles.STOPPING);
    }
    try {
      return letter.answer().get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("letters are answered, never failed", failed);
    }
  }

  /** The state after the last commit. */
  public State state() {
    return engine.state();
  }

  /** The time now, by the clock the hall goes by. */
  public Instant wall() {
    return clock.wall();
  }

  /** The time now, and whether it may be believed. */
  public Moment moment() {
    Instant now = wall();
    return new Moment(now, clock.trusted(), now);
  }

  /** How far each stage kept its standards today, as the journal tells it now. */
  public Map<String, Adherence.Kept> keptToday() {
    return dayBook.stages(state());
  }

  /** Sequence of the last event that is durable. */
  public long lastSeq() {
    return engine.lastSeq();
  }

  /** Up to which event the centre has the journal, as far as is known; 0 for none. */
  public long stored() {
    return stored.getAsLong();
  }

  void storedBy(LongSupplier position) {
    stored = position;
  }

  /** Every fault that is on, those included that cannot be journaled. */
  public List<Event.FaultRaised> faults() {
    List<Event.FaultRaised> faults = new ArrayList<>(state().faults().values());
    engine.trouble().map(Kiosk::raised).ifPresent(faults::add);
    return faults;
  }

  private static Event.FaultRaised raised(Fault fault) {
    return new Event.FaultRaised(fault.device(), fault.code(), fault.stops());
  }

  /** What the hall has just been told. */
  public News news() {
    return news;
  }

  /** Lets {@code watcher} see every commit from now on. */
  public void watch(Watcher watcher) {
    engine.watch(watcher);
  }

  /** Journals the orderly stop and ends the loop; waits 2.5 s for it at most. */
  @Override
  public void close() {
    closing = true;
    Inbox.Letter stop = Inbox.Letter.of(new Command.Stop());
    try {
      if (inbox.put(stop, Duration.ofMillis(500))) {
        stop.answer().get(1500, TimeUnit.MILLISECONDS);
      } else if (!inbox.closed()) {
        thread.interrupt(); // it hangs, and has for long
      }
      thread.join(500);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException notJournaled) {
      thread.interrupt();
    }
  }
}
