package jiaohao.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Decision;
import jiaohao.hall.Fact;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;
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
  private static final int CUSTOMERS_A_DAY = 600;
  private static final int WAITING_AT_MOST = 150;
  private static final int WAITING_AT_LEAST = 100;

  /** A hall that is always busy. */
  private static final class Days {
    private final Plan plan;
    private final List<Fact> facts = new ArrayList<>();
    private State state = State.EMPTY;
    private Instant now = Instant.parse("2026-01-05T00:30:00Z");
    private int customers;

    Days(Plan plan) {
      this.plan = plan;
      decide(new Command.Start("benchmark", plan, "# benchmark"));
    }

    List<Fact> next(int atLeast) {
      while (facts.size() < atLeast) {
        customer();
      }
      List<Fact> made = List.copyOf(facts);
      facts.clear();
      return made;
    }

    private void customer() {
      now = now.plusSeconds(40);
      if (++customers % CUSTOMERS_A_DAY == 0) {
        now = now.plus(Duration.ofHours(18));
      }
      Plan.Service service = plan.services().get(customers % plan.services().size());
      press(new Verb.Take(service.id()));
      for (TicketId owed : state.owed().values()) {
        decide(new Command.SlipDone(owed, "A", false));
      }
      if (state.open() > WAITING_AT_MOST) {
        serve();
      }
    }

    /** All windows in turn call and finish, until the hall is as full as it ever empties. */
    private void serve() {
      int windows = plan.counters().size();
      for (int call = 0; call < 1000 && state.open() > WAITING_AT_LEAST; call++) {
        press(new Verb.AtCounter(Verb.Key.NEXT, 1 + call % windows));
      }
    }

    private void press(Verb verb) {
      decide(new Command.Press(verb, "0123456789ABC"));
    }

    private void decide(Command command) {
      Decision decision = Hall.decide(state, command, new Moment(now, true, Instant.EPOCH));
      facts.addAll(decision.facts());
      state = decision.after();
    }
  }

  private final Path dir;
  private final StateLock lock;
  private final Days days;

  private StartBenchmark(Path dir, StateLock lock) throws IOException {
    this.dir = dir;
    this.lock = lock;
    byte[] hall = Files.readAllBytes(Path.of("device/halls/demo.toml"));
    this.days = new Days(HallFile.parse("demo.toml", hall).value().orElseThrow());
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
      require(state.equals(days.state));
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
