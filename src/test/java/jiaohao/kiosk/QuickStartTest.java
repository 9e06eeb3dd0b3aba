package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.journal.Verify;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the loop keeps snapshots, and that a start from one is like any other. */
class QuickStartTest {
  @TempDir private Path stateDir;

  @Test
  void anOrderlyStopKeepsASnapshotOfAllThatHappened() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.does("take inspection").does("take questions").does("next 1");
      assertEquals(0, snapshotSeq());
    }
    assertEquals(Box.facts(stateDir).size(), snapshotSeq());
    try (Ledger ledger = new Ledger(stateDir)) {
      assertEquals(folded(), ledger.open());
    }
  }

  @Test
  void aStartFromASnapshotGoesOnWhereTheHallStopped() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.does("take inspection").does("take inspection").does("next 1");
      Await.until("the slips are out", () -> box.state().owed().isEmpty());
    }
    try (Box box = Box.start(stateDir)) {
      assertEquals(folded(), box.state());
      box.does("take inspection").does("finish 1").does("next 1");
      Await.until("the board goes on", () -> box.board().equals(List.of("A002   1")));
    }
    assertEquals(3, Box.events(stateDir, Event.TicketIssued.class).size());
    assertEquals(Box.facts(stateDir).size(), snapshotSeq());
  }

  @Test
  void aLongWayIsKeptInAQuietMoment() throws Exception {
    append(Ledger.SNAPSHOT_EVERY);
    try (Box box = Box.start(stateDir)) {
      Await.until("a snapshot is kept", () -> snapshotSeq() > Ledger.SNAPSHOT_EVERY);
      box.does("take inspection");
    }
    assertTrue(Verify.journal(stateDir, fact -> {}).ok());
  }

  @Test
  void aLedgerKeepsNowAndThenOnly() throws Exception {
    try (Ledger ledger = new Ledger(stateDir)) {
      State state = ledger.open();
      for (int i = 1; i <= 3; i++) {
        ledger.append(Collections.nCopies(Ledger.SNAPSHOT_EVERY / 2, calls()));
        ledger.keepNowAndThen(state);
        assertEquals(i < 2 ? 0 : Ledger.SNAPSHOT_EVERY, snapshotSeq());
      }
    }
  }

  private void append(int events) throws Exception {
    try (Ledger ledger = new Ledger(stateDir)) {
      ledger.open();
      ledger.append(Collections.nCopies(events, calls()));
    }
  }

  /** Of a day long ago, so that the clock of this machine is after it. */
  private static Fact calls() {
    OffsetDateTime at = OffsetDateTime.parse("2020-01-02T09:00:00+08:00");
    return new Fact(at, LocalDate.of(2020, 1, 2), new Event.SupervisorCalled(1));
  }

  private State folded() throws IOException {
    State state = State.EMPTY;
    for (Fact fact : Box.facts(stateDir)) {
      state = state.apply(fact);
    }
    return state;
  }

  /** 0 while there is no snapshot. */
  private long snapshotSeq() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + stateDir.resolve("journal.db"));
        Statement statement = connection.createStatement();
        ResultSet there =
            statement.executeQuery("SELECT count(*) FROM sqlite_schema WHERE name = 'snapshot'")) {
      return there.getInt(1) == 0 ? 0 : seq(statement);
    }
  }

  private static long seq(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT seq FROM snapshot")) {
      return row.getLong(1);
    }
  }
}
