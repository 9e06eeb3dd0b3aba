package jiaohao.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jiaohao.journal.EventFormatException;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalException;
import jiaohao.journal.Row;

/**
 * Brings the journal of a box that starts up to what the stream has of its hall: all of it for a
 * box that is new, the rest for a card that was put back to an older day. Nothing may be decided
 * before, or numbers would be given out again that are on paper already.
 */
public final class CatchUp {
  /** A box that knows its hall does not keep it waiting for a network that may be gone. */
  private static final Duration SHORT = Duration.ofMillis(1500);

  private static final Duration LONG = Duration.ofSeconds(6);

  /** Rows that share one transaction. */
  private static final int AT_ONCE = 2000;

  private final String hall;
  private final CentreStream stream;

  /**
   * @param hall its id, which names the subject
   */
  public CatchUp(String hall, Link link) {
    this.hall = hall;
    this.stream = new CentreStream(link);
  }

  /** What the stream had to say. */
  public enum Outcome {
    /** Nothing that the journal lacks; or it is another's, which the courier will find. */
    NOTHING_NEW,
    /** The stream has events that the journal lacks, and all of them may be had. */
    BEHIND,
    /** Nobody has answered. */
    UNANSWERED
  }

  /** Compares the two; quick, whatever the network does. */
  public Outcome compare(Journal journal) throws IOException, InterruptedException {
    FutureTask<Optional<Tip>> look = new FutureTask<>(() -> stream.tip(hall));
    Thread.ofVirtual().name("catch-up").start(look);
    Duration patience = journal.lastSeq() > 0 ? SHORT : LONG;
    try {
      Optional<Tip> tip = look.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return tip.isPresent() && isBehind(journal, tip.get()) ? Outcome.BEHIND : Outcome.NOTHING_NEW;
    } catch (TimeoutException | ExecutionException unanswered) {
      return Outcome.UNANSWERED;
    }
  }

  /** An empty journal has no name yet, and takes any. */
  private static boolean isBehind(Journal journal, Tip tip) {
    boolean same = journal.lastSeq() == 0 || journal.id().equals(tip.journal());
    return same && journal.lastSeq() < tip.seq();
  }

  /**
   * Adds what the journal lacks.
   *
   * @return whether the journal now has everything; false when the stream's events are not the
   *     continuation of this journal, which has not been touched then
   * @throws LinkException when the server is lost on the way: what has come is kept, the rest is
   *     still missing
   * @throws JournalException when it cannot be written, or what the stream holds is not whole
   */
  public boolean play(Journal journal) throws IOException, InterruptedException {
    Optional<Tip> tip = stream.tip(hall);
    if (tip.isEmpty() || !isBehind(journal, tip.get())) {
      return true;
    }
    Playback playback = new Playback(journal, tip.get());
    stream.read(hall, 1, playback);
    return playback.fits;
  }

  /** What comes, gathered to few transactions. */
  private static final class Playback implements CentreStream.Taker {
    private final Journal journal;
    private final Tip until;
    private final Optional<Row> last;
    private final List<Row> missing = new ArrayList<>();
    private boolean fits = true;

    Playback(Journal journal, Tip until) throws JournalException {
      this.journal = journal;
      this.until = until;
      List<Row> own = new ArrayList<>();
      if (journal.lastSeq() > 0) {
        journal.read(journal.lastSeq(), own::add);
      }
      this.last = own.stream().findFirst();
    }

    @Override
    public boolean take(long streamSeq, byte[] body) throws IOException {
      for (Row row : rows(body)) {
        fits &=
            last.filter(own -> own.seq() == row.seq() && !own.hash().equals(row.hash())).isEmpty();
        if (row.seq() > journal.lastSeq()) {
          missing.add(row);
        }
      }
      boolean more = fits && streamSeq < until.streamSeq();
      if (fits && (!more || missing.size() >= AT_ONCE)) {
        journal.restore(missing);
        missing.clear();
      }
      return more;
    }

    private static List<Row> rows(byte[] body) throws IOException {
      try {
        return Message.read(body).rows();
      } catch (EventFormatException strange) {
        throw new IOException(
            "the stream holds what is no event: " + strange.getMessage(), strange);
      }
    }
  }
}
