package jiaohao.printer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.health.Fault;
import org.tinylog.Logger;

/**
 * The line to a printer as far as it does not depend on slips: opens it and opens it again, sets
 * the printer up, listens, and asks when nothing was heard lately.
 */
final class PrinterLink implements AutoCloseable {
  /** After a cleared buffer a printer needs a moment before it takes anything in. */
  private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long ANSWER_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** One that speaks unasked is only asked whether it still does. */
  private static final long ASK_AUTOMATIC_NANOS = TimeUnit.SECONDS.toNanos(4);

  private static final long ASK_OTHERS_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long ASK_SILENT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final PortSource source;
  private final Clock clock;
  private final long byteNanos;
  private StatusReader reader = new StatusReader();
  private Condition condition = new Condition();
  private Backoff backoff = Backoff.NONE;
  private Port port;
  private boolean setUpDue;
  private boolean cutDue;
  private long lostNanos;
  private long heardNanos;
  private long askedNanos;
  private long lineFreeNanos;
  private long settledNanos;

  /**
   * @param baud to reckon with, 10 bits a byte
   */
  PrinterLink(PortSource source, int baud, Clock clock) {
    this.source = source;
    this.clock = clock;
    this.byteNanos = 10_000_000_000L / baud;
  }

  /** Whether the line is open, after an attempt to open it if one is due. */
  boolean open() {
    long now = clock.nanos();
    if (port == null && now - lostNanos >= backoff.delay().toNanos()) {
      try {
        port = source.open();
        connected();
      } catch (IOException e) {
        failed(e);
      }
    }
    return port != null;
  }

  /** Sends; a line that is lost on the way shows in {@link #lost}. */
  void send(byte[] bytes) {
    if (port == null) {
      return;
    }
    long begunNanos = Math.max(lineFreeNanos, clock.nanos());
    try {
      port.write(bytes);
      lineFreeNanos = Math.max(begunNanos + bytes.length * byteNanos, clock.nanos());
    } catch (IOException e) {
      failed(e);
    }
  }

  boolean lost() {
    return port == null;
  }

  /** What the printer has said since the last call. */
  List<Reply> listen() {
    List<Reply> replies = new ArrayList<>();
    if (port == null) {
      return replies;
    }
    try {
      for (byte one : port.read()) {
        reader.read(one, clock.nanos()).ifPresent(replies::add);
      }
    } catch (IOException e) {
      failed(e);
    }
    if (!replies.isEmpty()) {
      heardNanos = clock.nanos();
      replies.forEach(condition::heard);
    } else if (!condition.answered() && clock.nanos() - askedNanos > ANSWER_NANOS) {
      notAnswered();
    }
    return replies;
  }

  /** Asks for the whole status; the answer is complete once {@link Condition#answered}. */
  void ask() {
    send(new EscPos().askStatus().toBytes());
    asked();
  }

  /** Opens and sets up as far as it is due, and takes in what was said; asks nothing. */
  void prepare() {
    if (!open()) {
      return;
    }
    listen();
    if (setUpDue && condition.stop().isEmpty() && condition.speaks()) {
      setUp(cutDue);
    }
  }

  /** Keeps the line in order while nothing prints: asks too, if nothing was heard lately. */
  void tend() {
    prepare();
    if (port == null) {
      return;
    }
    if (condition.answered() && clock.nanos() - Math.max(heardNanos, askedNanos) >= askEvery()) {
      if (condition.silent()) {
        setUp(false); // it may have been switched off and on
      } else {
        ask();
      }
    }
  }

  /** Drops what the printer has not printed yet, or it comes out with the next roll. */
  void clear(Fault fault) {
    EscPos escPos = new EscPos();
    if (fault == Fault.CUTTER || fault == Fault.ERROR) {
      escPos.recoverAndClear();
    }
    send(escPos.clearBuffer().toBytes());
    settledNanos = lineFreeNanos + SETTLE_NANOS;
    setUpDue = true;
    cutDue = fault != Fault.PAPER_END; // the torn end went with the old roll
  }

  /** The line went in the middle of a slip, half of which may be on paper. */
  void lostInSlip() {
    cutDue = true;
  }

  /** When the printer will have received all that was sent. */
  long lineFreeNanos() {
    return lineFreeNanos;
  }

  /** When the printer takes in a slip again after it was set up or cleared. */
  long settledNanos() {
    return settledNanos;
  }

  Condition condition() {
    return condition;
  }

  Set<Fault> faults() {
    return port == null ? Set.of(Fault.OFFLINE) : condition.faults();
  }

  @Override
  public void close() {
    if (port != null) {
      port.close();
      port = null;
    }
  }

  private void connected() {
    Logger.info("printer port opened");
    backoff = Backoff.NONE;
    reader = new StatusReader();
    condition = new Condition(); // it may be another printer
    heardNanos = clock.nanos();
    send(new EscPos().clearBuffer().toBytes()); // half a slip from before a power cut
    setUp(cutDue);
    settledNanos = lineFreeNanos + SETTLE_NANOS;
  }

  private void setUp(boolean cut) {
    EscPos escPos = SlipLayout.setUp();
    if (cut) {
      escPos.feedAndCut(); // half a slip is in the way
    }
    send(escPos.reportChanges().askStatus().toBytes());
    asked();
    setUpDue = false;
    cutDue = false;
  }

  private void asked() {
    condition.asked();
    askedNanos = Math.max(lineFreeNanos, clock.nanos());
  }

  private void notAnswered() {
    condition.notAnswered();
    setUpDue = true;
    if (condition.silent()) {
      Logger.debug("printer does not answer");
    }
  }

  private long askEvery() {
    if (condition.silent()) {
      return ASK_SILENT_NANOS;
    }
    if (!condition.speaks() || condition.stop().isPresent() || setUpDue) {
      return ASK_AGAIN_NANOS;
    }
    return condition.automatic() ? ASK_AUTOMATIC_NANOS : ASK_OTHERS_NANOS;
  }

  private void failed(IOException cause) {
    if (backoff.failures() == 0) {
      Logger.warn("printer port lost: {}", cause.getMessage());
    }
    close();
    backoff = backoff.failed();
    lostNanos = clock.nanos();
  }
}
