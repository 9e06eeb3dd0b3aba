package jiaohao.kiosk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import jiaohao.clock.Clock;
import jiaohao.health.Fault;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalException;
import jiaohao.journal.JournalReader;
import jiaohao.sync.Courier;
import jiaohao.sync.Ear;
import jiaohao.sync.Link;
import jiaohao.sync.LinkException;
import jiaohao.sync.Pulse;
import org.tinylog.Logger;

/**
 * Carries the journal to the centre, tells it now and then what the hall looks like, and hears its
 * orders. Nobody in the hall ever waits for it.
 */
final class SyncWorker extends Worker {
  /** The centre sees what changes within a second, and that the box lives within fifteen. */
  private static final long PULSE_NANOS = Duration.ofSeconds(1).toNanos();

  private static final long QUIET_PULSE_NANOS = Duration.ofSeconds(5).toNanos();

  /** A router that starts again is not worth an entry in the journal. */
  private static final long BLIP_NANOS = Duration.ofSeconds(10).toNanos();

  private final Kiosk kiosk;
  private final String hall;
  private final String version;
  private final Path stateDir;
  private final Link link;
  private final Clock clock;
  private final FaultReport report;
  private final Pulse pulse;
  private final Ear orders;
  private final Ear satellites;

  private volatile Optional<Tail> tail = Optional.empty();
  private long nextStepNanos;
  private long lastPulseNanos;
  private long pulsedSeq = -1;
  private Optional<Long> failingSince = Optional.empty();

  /** The journal as this worker reads it, and who carries it. */
  private record Tail(JournalReader journal, Courier courier) {}

  SyncWorker(
      Kiosk kiosk,
      String hall,
      String version,
      Path stateDir,
      Link link,
      OrderDesk desk,
      Clock clock) {
    super("sync");
    this.kiosk = kiosk;
    this.hall = hall;
    this.version = version;
    this.stateDir = stateDir;
    this.link = link;
    this.clock = clock;
    this.report = new FaultReport(kiosk, "sync", clock);
    this.pulse = new Pulse(hall, link);
    this.orders = new Ear(Ear.orders(hall), link, desk::answer);
    this.satellites = new Ear(Ear.satellites(hall), link, new SatelliteDesk(kiosk)::answer);
    this.nextStepNanos = clock.nanos();
    this.lastPulseNanos = clock.nanos() - QUIET_PULSE_NANOS;
  }

  /** Up to which event the centre has the journal, as far as is known; 0 for none. Any thread. */
  long stored() {
    return tail.map(open -> open.courier().stored()).orElse(0L);
  }

  @Override
  long work() throws InterruptedException {
    if (!kiosk.ready().isDone() || kiosk.ready().isCompletedExceptionally()) {
      return 200;
    }
    try {
      long now = clock.nanos();
      if (now - nextStepNanos >= 0) {
        step();
      }
      return tellState();
    } catch (IOException unreadable) {
      Logger.debug(unreadable, "the journal cannot be read"); // the loop says so already
      closeTail();
      return 1000;
    }
  }

  private void step() throws IOException, InterruptedException {
    Courier.Done done = courier().step(kiosk.lastSeq());
    switch (done) {
      case Courier.Done.More _ -> nextStepNanos = clock.nanos();
      case Courier.Done.All _ -> well();
      case Courier.Done.Doubtful(Duration rest) -> nextStepNanos = clock.nanos() + rest.toNanos();
      case Courier.Done.Forked(Duration rest) -> forked(rest);
      case Courier.Done.Failed(LinkException why, Duration rest) -> failed(why, rest);
    }
  }

  private void well() throws InterruptedException {
    failingSince = Optional.empty();
    nextStepNanos = clock.nanos();
    report.now(Set.of());
  }

  private void failed(LinkException why, Duration rest) throws InterruptedException {
    long now = clock.nanos();
    nextStepNanos = now + rest.toNanos();
    if (failingSince.isEmpty()) {
      failingSince = Optional.of(now);
      Logger.warn("sync: {}", why.getMessage());
    }
    boolean passing = why.fault() == Fault.SYNC_UNREACHABLE;
    if (!passing || now - failingSince.get() >= BLIP_NANOS) {
      report.now(Set.of(why.fault()));
    }
  }

  /** What is not sent can still be had with {@code journal export}; the centre is told so. */
  private void forked(Duration rest) throws InterruptedException {
    nextStepNanos = clock.nanos() + rest.toNanos();
    report.now(Set.of(Fault.SYNC_FORK));
    try {
      pulse.fenced(tail.orElseThrow().journal(), stored(), kiosk.lastSeq(), version, kiosk.wall());
    } catch (IOException untold) {
      Logger.debug(untold, "the centre does not know that this box is fenced");
    }
  }

  /** Returns after how many milliseconds there is something to do again. */
  private long tellState() throws IOException, InterruptedException {
    Courier courier = courier();
    long now = clock.nanos();
    long since = now - lastPulseNanos;
    boolean changed = kiosk.lastSeq() != pulsedSeq;
    orders.open(courier.ours()); // a box that is fenced takes none
    satellites.open(courier.ours());
    if (courier.ours() && since >= (changed ? PULSE_NANOS : QUIET_PULSE_NANOS)) {
      lastPulseNanos = now;
      pulsedSeq = kiosk.lastSeq();
      tell();
    }
    boolean behind = courier.stored() < kiosk.lastSeq();
    long wait = behind ? nextStepNanos - clock.nanos() : PULSE_NANOS;
    return Math.clamp(Duration.ofNanos(wait).toMillis(), 0, 1000);
  }

  private void tell() throws IOException, InterruptedException {
    try {
      pulse.state(tail.orElseThrow().journal(), version, kiosk.wall(), StateJson.of(kiosk));
    } catch (LinkException untold) {
      Logger.debug(untold, "the centre does not see the hall as it is now");
    }
  }

  private Courier courier() throws JournalException {
    if (tail.isEmpty()) {
      JournalReader journal = Journal.reader(stateDir);
      // Any seed: it only spreads the boxes of many halls.
      SplittableRandom random = new SplittableRandom(hall.hashCode() ^ System.nanoTime());
      tail = Optional.of(new Tail(journal, new Courier(hall, journal, link, random)));
    }
    return tail.get().courier();
  }

  private void closeTail() {
    tail.ifPresent(open -> open.journal().close());
    tail = Optional.empty();
  }

  @Override
  void release() {
    closeTail();
    link.close();
  }
}
