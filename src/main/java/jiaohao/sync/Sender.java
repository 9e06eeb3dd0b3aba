package jiaohao.sync;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jiaohao.journal.Row;

/**
 * Decides what is to be sent next; sends nothing itself. The stream's own last event is what
 * counts: it is looked at after every connect, every failure and every receipt that is in doubt,
 * and one message is under way at a time, which must follow the one before. So whatever got lost on
 * the way, or came twice, the stream has every event once and in order; and a second box that
 * writes as the same hall is found before anything is mixed.
 */
final class Sender {
  private static final Duration LEAST_REST = Duration.ofMillis(100);
  private static final Duration MOST_REST = Duration.ofSeconds(15);

  /** A fork needs a person; whether one has come is looked at now and then. */
  private static final Duration FORKED_REST = Duration.ofSeconds(15);

  private final RandomGenerator random;

  private Optional<Position> position = Optional.empty();
  private Optional<Tip> foreign = Optional.empty();
  private int failures;

  Sender(RandomGenerator random) {
    this.random = random;
  }

  /** What is to be done next. */
  sealed interface Step {
    /** Look at the stream's last event of this hall, and tell {@link #looked}. */
    record Look() implements Step {}

    /** Send events from {@code seq} on, to follow this place of the stream. */
    record Send(long seq, long afterStreamSeq) implements Step {}

    /** All is sent. */
    record Rest() implements Step {}
  }

  /**
   * How far the stream has this journal.
   *
   * @param seq the last event it has; 0 for none
   * @param streamSeq where that stands in the stream; 0 for none
   */
  record Position(long seq, long streamSeq) {}

  /** The next step, given the last event of the own journal. */
  Step next(long ownLast) {
    if (position.isEmpty()) {
      return new Step.Look();
    }
    Position at = position.get();
    return at.seq() < ownLast ? new Step.Send(at.seq() + 1, at.streamSeq()) : new Step.Rest();
  }

  /** How far the stream is known to have this journal; empty while in doubt. */
  Optional<Position> position() {
    return position;
  }

  /** The last event of another box that writes as this hall, while there is one. */
  Optional<Tip> foreign() {
    return foreign;
  }

  /**
   * The stream's last event of this hall was looked at.
   *
   * @param tip empty if it has none
   * @param own the own event of the tip's sequence, if there is one
   * @return how long to rest before the next step
   */
  Duration looked(Optional<Tip> tip, Optional<Row> own) {
    foreign = tip.filter(last -> own.filter(last::is).isEmpty());
    if (foreign.isPresent()) {
      return FORKED_REST;
    }
    position =
        Optional.of(
            tip.map(last -> new Position(last.seq(), last.streamSeq())).orElse(new Position(0, 0)));
    return Duration.ZERO;
  }

  /**
   * A message was acknowledged.
   *
   * @param lastSeq its last event
   * @return how long to rest before the next step
   */
  Duration acknowledged(long lastSeq, Receipt receipt) {
    if (receipt.duplicate()) {
      return failed(); // same id, perhaps another body: only the stream itself knows
    }
    failures = 0;
    position = Optional.of(new Position(lastSeq, receipt.streamSeq()));
    return Duration.ZERO;
  }

  /** What was known of the stream is in doubt: it was refused, or the server was another. */
  void doubt() {
    position = Optional.empty();
  }

  /**
   * Something failed, and its outcome is unknown.
   *
   * @return how long to rest: longer each time, and never the same for all boxes at once
   */
  Duration failed() {
    doubt();
    failures = Math.min(failures + 1, 20);
    long most = Math.min(MOST_REST.toMillis(), LEAST_REST.toMillis() << Math.min(failures, 10));
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}
