package jiaohao.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.journal.Row;
import jiaohao.journal.Samples;
import jiaohao.journal.StateLock;

/**
 * The journal against the disk it stands on. Ratios mean something, absolute figures only on the
 * same disk in the same minute: so the journal and a bare file take turns. Arguments:
 *
 * <ul>
 *   <li>{@code ratios [DIR [ROUNDS [MILLIS]]]}: one fact a commit, and 64 facts a commit, against a
 *       loop that appends as many bytes to a file and calls fdatasync; then reading back
 *   <li>{@code appends DIR COMMITS FACTS}: commits and nothing else, to count syncs of under {@code
 *       strace -f --seccomp-bpf -c -e trace=fsync,fdatasync}
 * </ul>
 */
public final class JournalBenchmark {
  private static final int WAITING = 64;

  private final Path dir;
  private final long roundNanos;
  private final List<Double> single = new ArrayList<>();
  private final List<Double> grouped = new ArrayList<>();
  private final List<Double> raw = new ArrayList<>();

  private JournalBenchmark(Path dir, long roundMillis) {
    this.dir = dir;
    this.roundNanos = roundMillis * 1_000_000;
  }

  public static void main(String[] args) throws IOException {
    String mode = args.length > 0 ? args[0] : "ratios";
    Path parent = args.length > 1 ? Path.of(args[1]) : Path.of("target");
    try (Scratch scratch = Scratch.in(parent, "journal-benchmark")) {
      if (mode.equals("appends")) {
        appends(scratch.dir(), number(args, 2, 100), number(args, 3, WAITING));
      } else {
        new JournalBenchmark(scratch.dir(), number(args, 3, 300)).ratios(number(args, 2, 15));
      }
    }
  }

  private static void appends(Path dir, int commits, int facts) throws IOException {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      long begin = System.nanoTime();
      for (int i = 0; i < commits; i++) {
        journal.append(Samples.waiting(facts));
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf("%d commits of %d: %.0f commits/s%n", commits, facts, commits / seconds);
    }
  }

  private void ratios(int rounds) throws IOException {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock);
        FileChannel file =
            FileChannel.open(
                dir.resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      int bytes = bytesOf(journal.append(Samples.waiting(1)).getFirst());
      ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
      for (int round = -3; round < rounds; round++) {
        double rawRate = rate(() -> appendRaw(file, buffer));
        double singleRate = rate(() -> journal.append(Samples.waiting(1)));
        double groupedRate = rate(() -> journal.append(Samples.waiting(WAITING)));
        if (round >= 0) {
          raw.add(rawRate);
          single.add(singleRate);
          grouped.add(groupedRate * WAITING);
        }
      }
      report(bytes);
      readBack();
    }
  }

  private void report(int bytes) {
    System.out.printf("raw append of %d bytes + fdatasync: %.0f/s%n", bytes, median(raw));
    System.out.printf("one fact a commit: %.0f/s%n", median(single));
    System.out.printf("%d facts a commit: %.0f facts/s%n", WAITING, median(grouped));
    System.out.printf("one fact a commit / raw: %.2f (goal 0.50)%n", median(ratios(single, raw)));
    System.out.printf("%d facts a commit / one: %.1f%n", WAITING, median(ratios(grouped, single)));
  }

  private void readBack() throws IOException {
    try (JournalReader reader = Journal.reader(dir)) {
      for (int round = 0; round < 3; round++) {
        long begin = System.nanoTime();
        reader.read(1, row -> {});
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
            "read and decoded: %d facts, %.0f/s%n", reader.lastSeq(), reader.lastSeq() / seconds);
      }
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private double rate(Step step) throws IOException {
    long begin = System.nanoTime();
    long steps = 0;
    long nanos;
    do {
      step.run();
      steps++;
      nanos = System.nanoTime() - begin;
    } while (nanos < roundNanos);
    return steps * 1e9 / nanos;
  }

  private static void appendRaw(FileChannel file, ByteBuffer buffer) throws IOException {
    buffer.clear();
    file.write(buffer);
    file.force(false);
  }

  private static int bytesOf(Row row) {
    return row.exported().getBytes(StandardCharsets.UTF_8).length;
  }

  private static List<Double> ratios(List<Double> these, List<Double> those) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < these.size(); i++) {
      ratios.add(these.get(i) / those.get(i));
    }
    return ratios;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }
}
