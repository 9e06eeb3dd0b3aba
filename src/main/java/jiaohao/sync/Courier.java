package jiaohao.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jiaohao.health.Fault;
import jiaohao.journal.JournalReader;
import jiaohao.journal.Passage;

/**
 * Carries one hall's journal to the stream: does what the {@link Sender} decides, a step a call.
 * One thread uses it; whoever else asks is told where the journal stood after the last step.
 */
public final class Courier {
  private static final int MOST_EVENTS = 1000;

  private final String hall;
  private final Own own;
  private final Link link;
  private final CentreStream stream;
  private final Sender sender;
  private boolean ready;
  private long connects;
  private boolean ours;
  private volatile long stored;

  /**
   * A courier that knows nothing of the stream yet.
   *
   * @param hall id of the hall, which names the subject
   * @param journal what is sent
   * @param random spreads the next tries of many boxes
   */
  public Courier(String hall, JournalReader journal, Link link, RandomGenerator random) {
    this.hall = hall;
    this.own = new Own(journal);
    this.link = link;
    this.stream = new CentreStream(link);
    this.sender = new Sender(random);
  }

  /** What came of a step. */
  public sealed interface Done {
    /** Go on at once. */
    record More() implements Done {}

    /** The stream has every event there was. */
    record All() implements Done {}

    /** Nothing is sent, since another box writes as this hall; look again after {@code rest}. */
    record Forked(Duration rest) implements Done {}

    /** The receipt says that it had come before; whether that is so is looked at after a rest. */
    record Doubtful(Duration rest) implements Done {}

    /** It failed; try again after {@code rest}. */
    record Failed(LinkException why, Duration rest) implements Done {}
  }

  /**
   * Does the next step, which takes as long as the server does, or some seconds without one.
   *
   * @param lastSeq the last event that is durable in the own journal
   * @throws IOException when the own journal cannot be read
   */
  public Done step(long lastSeq) throws IOException, InterruptedException {
    try {
      prepare();
      return switch (sender.next(lastSeq)) {
        case Sender.Step.Look _ -> look();
        case Sender.Step.Send send -> send(send);
        case Sender.Step.Rest _ -> new Done.All();
      };
    } catch (LinkException failed) {
      ready &= failed.fault() != Fault.SYNC_STREAM;
      return new Done.Failed(failed, sender.failed());
    } catch (CentreStream.Overtaken overtaken) {
      sender.doubt();
      return new Done.More();
    }
  }

  /** A server that was away may be another now, or one whose disk was put back to an older day. */
  private void prepare() throws LinkException, InterruptedException {
    link.connection();
    if (!ready || connects != link.connects()) {
      connects = link.connects();
      sender.doubt();
      stream.ensure();
      ready = true;
    }
  }

  private Done look() throws IOException, InterruptedException {
    Optional<Tip> tip = stream.tip(hall);
    Duration rest = sender.looked(tip, tip.isEmpty() ? Optional.empty() : own.row(tip.get().seq()));
    note();
    return sender.foreign().isPresent() ? new Done.Forked(rest) : new Done.More();
  }

  private Done send(Sender.Step.Send send)
      throws IOException, CentreStream.Overtaken, InterruptedException {
    Passage events = own.passage(send.seq(), MOST_EVENTS, CentreStream.MOST_BYTES);
    Receipt receipt = stream.send(hall, own.name(), events, send.afterStreamSeq());
    Duration rest = sender.acknowledged(events.last(), receipt);
    note();
    return rest.isZero() ? new Done.More() : new Done.Doubtful(rest);
  }

  private void note() {
    ours = sender.foreign().isEmpty();
    sender.position().ifPresent(position -> stored = position.seq());
  }

  /** Whether this box was the one that writes as the hall when that was last looked at. */
  public boolean ours() {
    return ours;
  }

  /** Up to which event the stream has this journal, as far as is known; 0 for none. Any thread. */
  public long stored() {
    return stored;
  }

  /** The last event that another box wrote as this hall; of use after {@link Done.Forked}. */
  public Optional<String> foreign() {
    return sender.foreign().map(tip -> tip.journal() + " " + tip.seq());
  }
}
