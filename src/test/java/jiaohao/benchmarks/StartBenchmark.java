package jiaohao.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jiaohao.config.HallFile;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.journal.Journal;
import jiaohao.journal.SnapshotJson;
import jiaohao.journal.StateLock;

/**
 * How long a start takes to open and fold a journal of many days, from its first event and from a
 * snapshot that half a day has followed; in turns, in one run. Arguments: EVENTS (default 1000000),
 * DIR (default target), where the journal is made in a directory of its own; that is left, to be
 * deleted by hand.
 */
public final class StartBenchmark {
  private static final int ROUNDS = 3;
  private static final int HALF_A_DAY = 2500;

  private final Path dir;
  private final StateLock lock;
  private final BusyDays days;

  private StartBenchmark(Path dir, StateLock lock) throws IOException {
    this.dir = dir;
    this.lock = lock;
    byte[] hall = Files.readAllBytes(Path.of("device/halls/demo.toml"));
    this.days = new BusyDays(HallFile.parse("demo.toml", hall).value().orElseThrow());
  }

  public static void main(String[] args) throws IOException, SQLException {
    int events = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path parent = Path.of(args.length > 1 ? args[1] : "target");
    Path dir = Files.createTempDirectory(parent, "start-benchmark");
    try (StateLock lock = StateLock.take(dir)) {
      new StartBenchmark(dir, lock).compare(events);
    }
  }

  private void compare(int events) throws IOException, SQLException {
    append(events);
    for (int round = 1; round <= ROUNDS; round++) {
      forget();
      fold("without a snapshot");
      keep();
      append(HALF_A_DAY);
      fold("with a snapshot");
    }
  }

  private void append(int events) throws IOException {
    try (Journal journal = Journal.open(lock)) {
      for (int left = events; left > 0; ) {
        List<Fact> facts = days.next(Math.min(left, 2000));
        journal.append(facts);
        left -= facts.size();
      }
    }
  }

  private void fold(String how) throws IOException {
    long begin = System.nanoTime();
    try (Journal journal = Journal.open(lock)) {
      long opened = System.nanoTime();
      State state = journal.fold();
      long folded = System.nanoTime();
      require(state.equals(days.state()));
      System.out.printf(
          "%s: %d events, %d of them folded: opened in %.0f ms, folded in %.0f ms%n",
          how,
          journal.lastSeq(),
          journal.sinceSnapshot(),
          (opened - begin) / 1e6,
          (folded - opened) / 1e6);
    }
  }

  private void keep() throws IOException {
    try (Journal journal = Journal.open(lock)) {
      State state = journal.fold();
      long begin = System.nanoTime();
      journal.keep(state);
      double millis = (System.nanoTime() - begin) / 1e6;
      long waiting =
          state.tickets().values().stream()
              .filter(ticket -> ticket.status() == Ticket.Status.WAITING)
              .count();
      System.out.printf(
          "kept in %.1f ms: %d tickets (%d waiting), %d characters%n",
          millis, state.tickets().size(), waiting, SnapshotJson.encode(state).length());
    }
  }

  private void forget() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS snapshot");
    }
  }

  private static void require(boolean same) {
    if (!same) {
      throw new IllegalStateException("the fold is not the hall's own state");
    }
  }
}
