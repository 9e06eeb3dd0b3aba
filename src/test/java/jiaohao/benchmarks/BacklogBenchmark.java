package jiaohao.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import jiaohao.config.HallFile;
import jiaohao.hall.Plan;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.journal.StateLock;
import jiaohao.sync.CentreStream;
import jiaohao.sync.Courier;
import jiaohao.sync.Deliveries;
import jiaohao.sync.Link;
import jiaohao.testing.NatsServer;

/**
 * How fast a backlog drains: a process that carries a journal to a real server as the kiosk does,
 * beside a bare loop that publishes the same batches, read ready-made from a file, with the same
 * acknowledgement one at a time; in turns, each a process of its own with a heap of 48 MB.
 * Arguments: {@code [EVENTS [ROUNDS]]}.
 */
public final class BacklogBenchmark {
  private final Path dir;
  private final String server;
  private final Figures figures = new Figures();

  private BacklogBenchmark(Path dir, String server) {
    this.dir = dir;
    this.server = server;
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    int events = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    try (Scratch scratch = Scratch.in(Path.of("target"), "backlog-benchmark");
        NatsServer server =
            NatsServer.start(Files.createDirectory(scratch.dir().resolve("nats")))) {
      new BacklogBenchmark(scratch.dir(), server.url()).measure(events, rounds);
    }
  }

  private void measure(int events, int rounds) throws Exception {
    long made = make(events);
    for (int round = 0; round < rounds; round++) {
      if (round > 0) { // the same events under another hall's name would be taken for sent already
        TimeUnit.SECONDS.sleep(125);
      }
      Run kiosk = run(Drain.class, "kiosk-" + round);
      if (round == 0) {
        keepBatches("kiosk-0", made);
      }
      Run bare = run(Bare.class, "bare-" + round);
      figures.note("kiosk: events/s", made / kiosk.seconds());
      figures.note("bare loop: events/s", made / bare.seconds());
      figures.note("kiosk / bare loop", bare.seconds() / kiosk.seconds());
      figures.note("kiosk: VmHWM, MB", kiosk.megabytes());
      figures.note("bare loop: VmHWM, MB", bare.megabytes());
    }
    figures.print();
  }

  private long make(int events) throws Exception {
    Plan plan = HallFile.read(Path.of("device/halls/demo.toml")).value().orElseThrow();
    BusyDays days = new BusyDays(plan);
    try (StateLock lock = StateLock.take(dir.resolve("journal"));
        Journal journal = Journal.open(lock)) {
      while (journal.lastSeq() < events) {
        journal.append(days.next(2000));
      }
      return journal.lastSeq();
    }
  }

  /** What the kiosk has sent, for the bare loop to send again. */
  private void keepBatches(String hall, long events) throws Exception {
    try (Link link = link(server, hall);
        Deliveries sent =
            new CentreStream(link).deliveries(List.of(CentreStream.subject(hall)), 1);
        DataOutputStream to =
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(dir.resolve("batches"))))) {
      for (long left = events; left > 0; ) {
        byte[] body = sent.next(Duration.ofSeconds(30)).orElseThrow().body();
        to.writeInt(body.length);
        to.write(body);
        for (byte one : body) {
          left -= one == '\n' ? 1 : 0;
        }
      }
    }
  }

  private record Run(double seconds, double megabytes) {}

  /** A process that prints its seconds and its VmHWM in kB. */
  private Run run(Class<?> main, String hall) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(Packaged.SMALL);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(dir.toString(), server, hall));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line = process.inputReader().readLine();
    if (process.waitFor() != 0 || line == null) {
      throw new IOException(main.getSimpleName() + " failed");
    }
    List<String> parts = List.of(line.split(" ", -1));
    return new Run(Double.parseDouble(parts.get(0)), Double.parseDouble(parts.get(1)) / 1024);
  }

  private static Link link(String server, String hall) {
    return new Link(List.of(server), Optional.empty(), Optional.empty(), hall);
  }

  private static void print(long begunNanos) throws IOException {
    double seconds = (System.nanoTime() - begunNanos) / 1e9;
    String highest =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElseThrow()
            .replaceAll("\\D", "");
    System.out.println(seconds + " " + highest);
  }

  /** Sends a journal as the kiosk does. */
  static final class Drain {
    private Drain() {}

    public static void main(String[] args) throws Exception {
      try (JournalReader journal = Journal.reader(Path.of(args[0], "journal"));
          Link link = link(args[1], args[2])) {
        Courier courier = new Courier(args[2], journal, link, new SplittableRandom(1));
        long last = journal.lastSeq();
        long begun = System.nanoTime();
        while (!(courier.step(last) instanceof Courier.Done.All)) {
          // one message after the other
        }
        print(begun);
      }
    }
  }

  /** Sends the batches of the file, and does nothing else. */
  static final class Bare {
    private Bare() {}

    public static void main(String[] args) throws Exception {
      try (DataInputStream batches =
              new DataInputStream(
                  new BufferedInputStream(
                      Files.newInputStream(Path.of(args[0], "batches")), 1 << 20));
          Link link = link(args[1], args[2])) {
        var stream = link.connection().jetStream();
        String subject = CentreStream.subject(args[2]);
        long begun = System.nanoTime();
        long after = 0;
        while (batches.available() > 0) {
          byte[] body = batches.readNBytes(batches.readInt());
          var options =
              io.nats.client.PublishOptions.builder().expectedLastSubjectSequence(after).build();
          after = stream.publish(subject, body, options).getSeqno();
        }
        print(begun);
      }
    }
  }
}
