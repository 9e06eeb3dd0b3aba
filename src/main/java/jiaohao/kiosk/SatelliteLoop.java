package jiaohao.kiosk;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Refusal;
import jiaohao.hall.Satellites;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.health.Fault;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalException;
import jiaohao.journal.Row;
import jiaohao.journal.StateLock;
import jiaohao.sync.Ear;
import jiaohao.sync.HallFeed;
import jiaohao.sync.Link;
import jiaohao.sync.LinkException;
import jiaohao.sync.Orders;
import org.tinylog.Logger;

/**
 * The one thread of a satellite: asks the hall's own box for all that is pressed here, and keeps a
 * copy of the hall's journal, byte for byte, of which boards, voice and printer live as they do
 * there. It decides nothing: without an answer there is no number.
 */
final class SatelliteLoop extends Engine {
  private static final int MOST_AT_ONCE = 64;
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration ONE_TRY = Duration.ofSeconds(1);
  private static final int TRIES = 2;
  private static final long PING_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long ALONE_NANOS = Duration.ofSeconds(6).toNanos();

  /** What was answered is here a moment later; longer than that nobody is kept waiting. */
  private static final long FOLLOWING_NANOS = Duration.ofSeconds(2).toNanos();

  private final Command.Start start;
  private final String satellite;
  private final Link link;
  private final Orders authority;
  private final Clock clock;
  private final Inbox inbox;
  private final Path stateDir;
  private final References ids = new References();
  private final Queue<Row> coming = new ConcurrentLinkedQueue<>();

  private Journal journal;
  private State folded = State.EMPTY;
  private State.Wish wish = State.Wish.NONE;
  private volatile boolean alone;
  private boolean stopping;
  private long heardNanos;
  private long askedNanos;

  SatelliteLoop(
      Command.Start start, String satellite, Link link, Clock clock, Inbox inbox, Path stateDir) {
    this.start = start;
    this.satellite = satellite;
    this.link = link;
    this.authority = new Orders(link);
    this.clock = clock;
    this.inbox = inbox;
    this.stateDir = stateDir;
  }

  @Override
  Optional<Fault> trouble() {
    return alone ? Optional.of(Fault.SATELLITE_ALONE) : Optional.empty();
  }

  @Override
  public void run() {
    Optional<Throwable> reason = Optional.empty();
    try (StateLock lock = StateLock.take(stateDir);
        Journal copy = Journal.open(lock);
        HallFeed feed = HallFeed.start(start.plan().id(), link, coming::addAll)) {
      locked().complete(null);
      ours().complete(null);
      begin(copy);
      while (!stopping) {
        turn(feed);
      }
      copy.keep(folded);
    } catch (InterruptedException interrupted) {
      Logger.warn("the satellite was interrupted before its orderly stop");
    } catch (JournalException | RuntimeException failed) {
      Logger.error(
          "the satellite cannot go on: {}; its journal is only a copy: remove {} and start again",
          failed.toString(),
          stateDir);
      reason = Optional.of(failed);
    } finally {
      end(reason);
    }
  }

  private void begin(Journal copy) throws JournalException {
    journal = copy;
    folded = copy.fold();
    know(seen(), copy.lastSeq());
    heardNanos = clock.nanos();
    askedNanos = heardNanos - PING_NANOS;
    ready().complete(null);
  }

  /** Before anything was heard of the hall, it is what this box's own file says. */
  private State seen() {
    State hall = Satellites.seen(folded, satellite);
    return hall.plan().isPresent() ? hall : State.EMPTY.of(start.plan());
  }

  private void turn(HallFeed feed) throws InterruptedException, JournalException {
    List<Inbox.Letter> letters = inbox.take(LOOK, MOST_AT_ONCE);
    var _ = follow(feed);
    for (Inbox.Letter letter : letters) {
      letter.answer().complete(answer(letter.command(), feed));
    }
    if (clock.nanos() - askedNanos >= PING_NANOS) {
      var _ = ask(AfarJson.ping(), 1);
    }
    if (journal.sinceSnapshot() >= Ledger.SNAPSHOT_EVERY && letters.isEmpty()) {
      journal.keep(folded);
    }
  }

  /** Takes in what has come of the hall's events; returns their facts. */
  private List<Fact> follow(HallFeed feed) throws JournalException {
    List<Row> next = new ArrayList<>();
    long last = lastSeq();
    for (Row row = coming.poll(); row != null; row = coming.poll()) {
      if (row.seq() == last + 1) {
        next.add(row);
        last++;
      } else if (row.seq() > last) {
        coming.clear();
        feed.again();
      }
    }
    if (next.isEmpty()) {
      return List.of();
    }
    journal.restore(next);
    return publish(next);
  }

  private List<Fact> publish(List<Row> rows) {
    List<Fact> facts = rows.stream().map(Row::fact).toList();
    for (Fact fact : facts) {
      folded = folded.apply(fact);
    }
    know(seen(), rows.getLast().seq());
    show(facts);
    return facts;
  }

  private Answer answer(Command command, HallFeed feed)
      throws InterruptedException, JournalException {
    if (command instanceof Command.Stop) {
      stopping = true;
      return new Answer.Done(List.of());
    }
    if (command instanceof Command.Press press) {
      return pressed(press, feed);
    }
    Optional<JsonObject> learned = AfarJson.learned(command);
    return learned.isEmpty()
        ? new Answer.Done(List.of())
        : answered(ask(learned.get(), TRIES), "", feed);
  }

  /** What is chosen for the next ticket stays here until that is taken. */
  private Answer pressed(Command.Press press, HallFeed feed)
      throws InterruptedException, JournalException {
    State.Wish chosen = wish.at(clock.wall());
    Optional<State.Wish> more = chosen.choosing(press.verb(), clock.wall());
    if (more.isPresent()) {
      wish = more.get();
      return new Answer.Done(List.of());
    }
    Answer answer = answered(ask(AfarJson.press(press, chosen), TRIES), press.reference(), feed);
    if (answer instanceof Answer.Done) {
      wish = State.Wish.NONE;
    }
    return answer;
  }

  /** Asks the hall's own box; empty when it does not answer. */
  private Optional<JsonObject> ask(JsonObject request, int tries) throws InterruptedException {
    request.addProperty("id", ids.next());
    request.addProperty("from", satellite);
    askedNanos = clock.nanos();
    for (int i = 0; i < tries; i++) {
      Optional<JsonObject> answer = asked(request.toString());
      if (answer.isPresent()) {
        heardNanos = clock.nanos();
        alone = false;
        return answer;
      }
    }
    alone |= tries == TRIES || clock.nanos() - heardNanos >= ALONE_NANOS;
    return Optional.empty();
  }

  private Optional<JsonObject> asked(String request) throws InterruptedException {
    try {
      return authority
          .ask(Ear.satellites(start.plan().id()), request, ONE_TRY)
          .map(answer -> JsonParser.parseString(answer).getAsJsonObject());
    } catch (LinkException | RuntimeException lost) {
      Logger.debug(lost, "the hall's own box cannot be asked");
      return Optional.empty();
    }
  }

  /** Of the tickets that others take meanwhile, none is the answer to this press. */
  private Answer answered(Optional<JsonObject> answer, String reference, HallFeed feed)
      throws InterruptedException, JournalException {
    if (answer.isEmpty()) {
      return new Answer.Refused(Troubles.ALONE);
    }
    JsonObject told = answer.get();
    if (!told.get("ok").getAsBoolean()) {
      Text why = Text.of(AfarJson.text(told, "zh"), AfarJson.text(told, "en"));
      return new Answer.Refused(new Refusal(AfarJson.text(told, "code"), why));
    }
    List<Fact> facts = followUpTo(told.get("last").getAsLong(), feed);
    return new Answer.Done(facts.stream().filter(fact -> concerns(fact, reference)).toList());
  }

  private static boolean concerns(Fact fact, String reference) {
    return !(fact.event() instanceof Event.TicketIssued issued)
        || issued.reference().equals(reference);
  }

  private List<Fact> followUpTo(long seq, HallFeed feed)
      throws InterruptedException, JournalException {
    List<Fact> facts = new ArrayList<>(follow(feed));
    long until = System.nanoTime() + FOLLOWING_NANOS;
    while (lastSeq() < seq && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(1);
      facts.addAll(follow(feed));
    }
    return facts;
  }

  private void end(Optional<Throwable> reason) {
    inbox
        .close()
        .forEach(letter -> letter.answer().complete(new Answer.Refused(Troubles.STOPPING)));
    link.close();
    ended(reason);
  }
}
