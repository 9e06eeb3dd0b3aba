package jiaohao.central;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import jiaohao.sync.CentreStream;
import jiaohao.sync.Deliveries;
import jiaohao.sync.Deliveries.Delivery;
import jiaohao.sync.Link;
import jiaohao.sync.LinkException;
import jiaohao.sync.StateBucket;
import org.tinylog.Logger;

/**
 * Follows the stream on a thread of its own: verifies every message, keeps its events, and only
 * then folds them, so that nobody is shown what a power cut could still take back. What does not
 * fit is refused and counted, and keeps no other hall from being followed.
 */
final class Follower implements AutoCloseable {
  private static final int AT_ONCE = 500;
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration NO_MORE = Duration.ofMillis(1);

  /** About a busy day of one hall; a start folds as many in well under a second. */
  private static final int SNAPSHOT_EVERY = 5000;

  /** Whoever may write can make gaps at will: all is not read again for each. */
  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Halls halls;
  private final CentreFile file;
  private final CentreStream stream;
  private final StateBucket bucket;
  private final List<String> subjects;
  private final Doubts doubts;
  private final Link link;
  private final Thread thread;
  private final Map<String, Long> snapshots = new HashMap<>();
  private volatile boolean closing;
  private CentreFile.Position position;

  /** Up to which message of the stream this run has judged. */
  private long judged;

  /** Something between was not seen: the stream is to be read from its beginning. */
  private boolean gap;

  private long lookedAgainNanos;
  private boolean began;

  private Follower(Halls halls, CentreFile file, Link link, List<String> subjects, Doubts doubts)
      throws IOException {
    this.halls = halls;
    this.doubts = doubts;
    this.file = file;
    this.link = link;
    this.stream = new CentreStream(link);
    this.bucket = new StateBucket(link);
    this.subjects = List.copyOf(subjects);
    this.position = file.position();
    this.lookedAgainNanos = System.nanoTime() - BETWEEN_LOOKS_NANOS;
    this.thread = Thread.ofPlatform().name("follower").daemon().unstarted(this::run);
  }

  /**
   * Opens the centre's file, folds what it holds, and follows the stream from there on.
   *
   * @param subjects of single halls, or those of all
   */
  static Follower start(Halls halls, Path stateDir, Link link, List<String> subjects)
      throws IOException {
    CentreFile file = CentreFile.open(stateDir);
    halls.begin(file);
    Doubts doubts = Doubts.of(stateDir, subjects);
    if (doubts.followsOthers()) {
      file.add(List.of(), CentreFile.Position.NONE); // before it is called begun: power may fail
      doubts.begun();
    }
    Follower follower = new Follower(halls, file, link, subjects, doubts);
    halls.all().forEach(hall -> follower.snapshots.put(hall.id(), hall.seq()));
    follower.thread.start();
    return follower;
  }

  private void run() {
    try {
      while (!closing) {
        follow();
        TimeUnit.MILLISECONDS.sleep(500);
      }
    } catch (InterruptedException stopping) {
      Logger.debug("the follower was stopped");
    } finally {
      keepAll();
      file.close();
    }
  }

  /** Until something fails, which is told once. */
  private void follow() throws InterruptedException {
    try {
      stream.ensure();
      find();
      long connects = link.connects();
      try (StateBucket.Watch _ = bucket.watch(this::told);
          Deliveries deliveries = stream.deliveries(subjects, position.seq() + 1)) {
        halls.connected(true);
        while (!closing && !gap && connects == link.connects()) {
          List<Delivery> next = next(deliveries);
          if (connects == link.connects()) { // else they may be of a store that was put back
            take(next);
          }
        }
      }
    } catch (IOException | RuntimeException failed) {
      if (halls.connected()) {
        Logger.warn("centre: {}", failed.getMessage());
      }
      Logger.debug(failed, "the stream cannot be followed");
    }
    halls.connected(false);
  }

  /** What a box says of itself; any key that is no hall's is nobody's. */
  private void told(String key, String json, Instant at) {
    boolean fenced = key.endsWith(StateBucket.FENCED);
    String id = fenced ? key.substring(0, key.length() - StateBucket.FENCED.length()) : key;
    if (!Halls.ID.matcher(id).matches() || !follows(id)) {
      return;
    }
    HallCopy hall = halls.made(id);
    try {
      if (fenced) {
        hall.tellFenced(Fenced.read(json));
      } else {
        hall.tell(HallCopy.Pulse.read(json), at);
      }
      halls.changed();
    } catch (RuntimeException strange) {
      halls.countRefused(1);
      Logger.debug("{}: its state is refused: {}", id, strange.getMessage());
    }
  }

  private boolean follows(String id) {
    return subjects.contains(CentreStream.SUBJECTS) || subjects.contains(CentreStream.subject(id));
  }

  /** A stream that was made anew, or put back to an older day, is read from its beginning. */
  private void find() throws IOException, InterruptedException {
    String created = stream.created().toString();
    boolean same =
        position.stream().equals(created)
            && (position.seq() == 0
                || stream
                    .body(position.seq())
                    .map(Follower::mark)
                    .orElse("")
                    .equals(position.mark()));
    if (!same) {
      position = new CentreFile.Position(created, 0, "");
      judged = 0;
    } else if (gap) {
      position = new CentreFile.Position(created, 0, "");
    }
    gap = false;
    lookAtRefused(created);
  }

  /** What the last run refused may be understood by now. */
  private void lookAtRefused(String created) throws IOException, InterruptedException {
    OptionalLong from = began ? OptionalLong.empty() : doubts.refusedFrom();
    began = true;
    if (from.isPresent() && from.getAsLong() <= position.seq()) {
      long before = from.getAsLong() - 1;
      String mark = before == 0 ? "" : stream.body(before).map(Follower::mark).orElse("");
      position =
          mark.isEmpty()
              ? new CentreFile.Position(created, 0, "")
              : new CentreFile.Position(created, before, mark);
      doubts.lookedAgain();
    }
  }

  /** Tells one message from another in its place. */
  private static String mark(byte[] body) {
    return Long.toHexString(body.length) + "-" + Arrays.hashCode(body);
  }

  /** What comes within a moment, and shares a transaction. */
  private List<Delivery> next(Deliveries deliveries) throws LinkException, InterruptedException {
    List<Delivery> next = new ArrayList<>();
    Optional<Delivery> one = deliveries.next(PATIENCE);
    while (one.isPresent()) {
      next.add(one.get());
      one = next.size() < AT_ONCE ? deliveries.next(NO_MORE) : Optional.empty();
    }
    if (next.isEmpty()) {
      link.connection(); // throws if it is lost
    }
    return next;
  }

  private void take(List<Delivery> deliveries) throws IOException {
    if (deliveries.isEmpty()) {
      return;
    }
    Intake intake = new Intake(halls, file, judged);
    for (Delivery delivery : deliveries) {
      intake.read(delivery);
    }
    if (intake.hasGap() && mayLookAgain()) {
      gap = true; // all of this is read again, with what is missing
      return;
    }
    if (intake.refusedFrom().isPresent()) {
      doubts.refused(intake.refusedFrom().getAsLong());
    }
    Delivery last = deliveries.getLast();
    CentreFile.Position next =
        new CentreFile.Position(position.stream(), last.streamSeq(), mark(last.body()));
    file.add(intake.additions(), next); // if it fails, all of this is read again
    position = next;
    judged = Math.max(judged, last.streamSeq());
    intake.publish();
    halls.changed();
    keep(intake.additions());
  }

  /** A store that was put back may have been read on where it stood before: no fault of anybody. */
  private boolean mayLookAgain() {
    long now = System.nanoTime();
    boolean may = now - lookedAgainNanos >= BETWEEN_LOOKS_NANOS;
    lookedAgainNanos = may ? now : lookedAgainNanos;
    return may;
  }

  /** So that the next start is quick. */
  private void keepAll() {
    for (HallCopy hall : halls.all()) {
      try {
        if (hall.seq() > snapshots.getOrDefault(hall.id(), 0L)) {
          keep(hall);
        }
      } catch (IOException unkept) {
        Logger.warn("{}: {}", hall.id(), unkept.getMessage());
      }
    }
  }

  private void keep(HallCopy hall) throws IOException {
    snapshots.put(hall.id(), hall.seq());
    file.keep(hall.id(), new CentreFile.Kept(hall.seq(), hall.hash(), hall.state()));
  }

  private void keep(List<CentreFile.Addition> additions) throws IOException {
    for (CentreFile.Addition addition : additions) {
      HallCopy hall = halls.made(addition.hall());
      if (hall.seq() - snapshots.getOrDefault(hall.id(), 0L) >= SNAPSHOT_EVERY) {
        keep(hall);
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(Duration.ofSeconds(1))) {
        thread.interrupt();
        thread.join(1000);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
