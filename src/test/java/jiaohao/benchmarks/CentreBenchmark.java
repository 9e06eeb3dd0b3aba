package jiaohao.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jiaohao.central.Central;
import jiaohao.central.HallCopy;
import jiaohao.clock.SystemClock;
import jiaohao.config.HallFile;
import jiaohao.hall.Plan;
import jiaohao.journal.Journal;
import jiaohao.journal.Row;
import jiaohao.journal.StateLock;
import jiaohao.sync.CentreStream;
import jiaohao.sync.Link;
import jiaohao.sync.Message;
import jiaohao.testing.Await;
import jiaohao.testing.NatsServer;

/**
 * Many halls and one centre: how soon an event that a hall has sent is in the state that the centre
 * shows, at so many events a second over all halls, and what memory so many halls take. The centre
 * runs in this process, whose memory it is; the server beside it. Arguments: {@code [HALLS
 * [EVENTS_A_SECOND [SECONDS]]]}.
 */
public final class CentreBenchmark {
  private static final int SENDERS = 20;

  private final List<Hall> halls = new ArrayList<>();
  private final Figures figures = new Figures();

  /** A hall whose life was made before, and that sends it on. */
  private static final class Hall {
    final String id;
    final List<Row> rows;
    int next;
    long streamSeq;

    Hall(String id, List<Row> rows) {
      this.id = id;
      this.rows = rows;
    }
  }

  private CentreBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    int halls = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int rate = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
    try (Scratch scratch = Scratch.in(Path.of("target"), "centre-benchmark");
        NatsServer server =
            NatsServer.start(Files.createDirectory(scratch.dir().resolve("nats")))) {
      new CentreBenchmark().measure(scratch.dir(), server.url(), halls, rate, seconds);
    }
    System.exit(0);
  }

  private void measure(Path dir, String server, int count, int rate, int seconds) throws Exception {
    int each = 40 + rate * seconds / count;
    for (int hall = 0; hall < count; hall++) {
      halls.add(made(dir, "hall-" + hall, each));
    }
    double before = usedMegabytes();
    Link link = new Link(List.of(server), Optional.empty(), Optional.empty(), "centre");
    try (Central central =
        Central.start(
            link,
            List.of(CentreStream.SUBJECTS),
            dir.resolve("centre"),
            Central.Door.loopback(0),
            new SystemClock(SystemClock.Trust.ALWAYS))) {
      open(server, central, 40);
      figures.note("heap of one hall, kB", (usedMegabytes() - before) * 1024 / count);
      send(server, central, rate, seconds);
    }
    figures.print();
  }

  /** A hall file of its own, and a day with customers in it. */
  private static Hall made(Path dir, String id, int events) throws Exception {
    String source = Files.readString(Path.of("device/halls/demo.toml"));
    String own = source.replaceFirst("(?m)^id = \"[^\"]+\"", "id = \"" + id + "\"");
    Plan plan =
        HallFile.parse("hall.toml", own.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .value()
            .orElseThrow();
    List<Row> rows = new ArrayList<>();
    Path state = dir.resolve(id);
    try (StateLock lock = StateLock.take(state);
        Journal journal = Journal.open(lock)) {
      rows.addAll(journal.append(new BusyDays(plan).next(events)));
    }
    try (Scratch _ = new Scratch(state)) {
      return new Hall(id, rows.subList(0, events));
    }
  }

  /** Every hall sends the beginning of its day at once. */
  private void open(String server, Central central, int events) throws Exception {
    try (Link link = new Link(List.of(server), Optional.empty(), Optional.empty(), "halls")) {
      new CentreStream(link).ensure();
      for (Hall hall : halls) {
        publish(link, hall, events);
      }
    }
    for (Hall hall : halls) {
      Await.until(hall.id, Duration.ofMinutes(2), () -> seq(central, hall.id) >= events);
    }
  }

  private static long seq(Central central, String hall) {
    return central.halls().hall(hall).map(HallCopy::seq).orElse(0L);
  }

  private static void publish(Link link, Hall hall, int events) throws Exception {
    Message message =
        new Message(hall.rows.subList(hall.next, Math.min(hall.rows.size(), hall.next + events)));
    var options =
        io.nats.client.PublishOptions.builder()
            .messageId(message.id())
            .expectedLastSubjectSequence(hall.streamSeq)
            .build();
    hall.streamSeq =
        link.connection()
            .jetStream()
            .publish(CentreStream.subject(hall.id), message.body(), options)
            .getSeqno();
    hall.next += message.rows().size();
  }

  private void send(String server, Central central, int rate, int seconds) throws Exception {
    Map<String, Long> sentNanos = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    long begun = System.nanoTime();
    for (int sender = 0; sender < SENDERS; sender++) {
      int first = sender;
      threads.add(
          Thread.ofPlatform().start(() -> work(server, first, rate, seconds, begun, sentNanos)));
    }
    Thread watcher = Thread.ofPlatform().start(() -> watch(central, sentNanos));
    for (Thread thread : threads) {
      thread.join();
    }
    double took = (System.nanoTime() - begun) / 1e9;
    Await.until("all seen", Duration.ofMinutes(1), sentNanos::isEmpty);
    watcher.interrupt();
    figures.note("events sent/s", halls.stream().mapToInt(hall -> hall.next - 40).sum() / took);
  }

  /** One event after the other, of its own halls in turn, at its share of the rate. */
  private void work(
      String server, int first, int rate, int seconds, long begun, Map<String, Long> sentNanos) {
    try (Link link = new Link(List.of(server), Optional.empty(), Optional.empty(), "halls")) {
      long gap = TimeUnit.SECONDS.toNanos(SENDERS) / rate;
      long most = (long) rate * seconds / SENDERS;
      for (long sent = 0; sent < most; sent++) {
        LockSupport.parkNanos(begun + sent * gap - System.nanoTime());
        Hall hall = halls.get((int) ((first + sent * SENDERS) % halls.size()));
        if (hall.next < hall.rows.size()) {
          sentNanos.put(hall.id + " " + hall.rows.get(hall.next).seq(), System.nanoTime());
          publish(link, hall, 1);
        }
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Looks as a page would, every few milliseconds. */
  private void watch(Central central, Map<String, Long> sentNanos) {
    while (!Thread.currentThread().isInterrupted()) {
      long now = System.nanoTime();
      for (var sent : Map.copyOf(sentNanos).entrySet()) {
        List<String> parts = List.of(sent.getKey().split(" ", -1));
        if (seq(central, parts.get(0)) >= Long.parseLong(parts.get(1))) {
          sentNanos.remove(sent.getKey());
          figures.note("from sending to the centre's state, ms", (now - sent.getValue()) / 1e6);
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  private static double usedMegabytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
  }
}
