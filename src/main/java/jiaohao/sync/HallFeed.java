package jiaohao.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jiaohao.journal.EventFormatException;
import jiaohao.journal.Row;
import org.tinylog.Logger;

/**
 * A hall's events as the stream holds them, and whatever comes, in order: for a box that follows
 * the one that decides. Mends itself; some events may come twice.
 */
public final class HallFeed implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final String hall;
  private final Link link;
  private final CentreStream stream;
  private final Consumer<List<Row>> taker;
  private final Thread thread;
  private volatile boolean closed;
  private volatile long from = 1;

  private HallFeed(String hall, Link link, Consumer<List<Row>> taker) {
    this.hall = hall;
    this.link = link;
    this.stream = new CentreStream(link);
    this.taker = taker;
    this.thread = Thread.ofPlatform().name("feed").daemon().unstarted(this::run);
  }

  /** Starts to read; {@code taker} is called by a thread of the feed's. */
  public static HallFeed start(String hall, Link link, Consumer<List<Row>> taker) {
    HallFeed feed = new HallFeed(hall, link, taker);
    feed.thread.start();
    return feed;
  }

  /** Reads everything once more: something between was not seen. */
  public void again() {
    from = 1;
  }

  private void run() {
    try {
      while (!closed) {
        readOn();
      }
    } catch (InterruptedException closing) {
      Logger.debug("the feed of {} was closed", hall);
    }
  }

  /** A consumer does not outlive its connection for certain: another connection has another one. */
  private void readOn() throws InterruptedException {
    try (Deliveries deliveries = stream.deliveries(List.of(CentreStream.subject(hall)), from)) {
      long connects = link.connects();
      long next = from;
      while (!closed && next == from && connects == link.connects()) {
        Optional<Deliveries.Delivery> delivery = deliveries.next(LOOK);
        if (delivery.isPresent()) {
          taker.accept(Message.read(delivery.get().body()).rows());
          next = delivery.get().streamSeq() + 1;
          from = next;
        }
      }
    } catch (LinkException | EventFormatException broken) {
      Logger.debug(broken, "the feed of {} begins again", hall);
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
