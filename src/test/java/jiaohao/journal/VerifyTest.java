package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
  private static final int EVENTS = 300;

  @TempDir private Path dir;
  private List<Row> rows;

  @BeforeEach
  void writeAJournal() throws Exception {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      rows = journal.append(new Facts(11).list(EVENTS));
    }
    JournalTest.tamper(dir, "DROP TRIGGER event_not_changed");
    JournalTest.tamper(dir, "DROP TRIGGER event_not_deleted");
    JournalTest.tamper(dir, "DROP TRIGGER event_follows");
  }

  @Test
  void aSoundJournalIsSoundAndTheAuditSeesEveryFact() throws Exception {
    List<Fact> seen = new ArrayList<>();
    Verify.Result result = Verify.journal(dir, seen::add);
    assertTrue(result.ok());
    assertEquals(EVENTS, result.events());
    assertEquals(rows.stream().map(Row::fact).toList(), seen);
  }

  @Test
  void oneChangedByteAnywhereIsFoundAtItsEvent() throws Exception {
    long seed = 12;
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      Row row = rows.get(random.nextInt(EVENTS));
      byte[] body = Row.utf8(row.body());
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
      store(row.seq(), body, row.hash());
      foundAt(row.seq(), "hash", "seed " + seed + ", round " + i);
      store(row.seq(), Row.utf8(row.body()), row.hash());
    }
    assertTrue(JournalTest.verify(dir).ok(), "all is put back");
  }

  @Test
  void aChangedHashIsFoundAtItsEvent() throws Exception {
    store(7, Row.utf8(rows.get(6).body()), rows.get(7).hash());
    foundAt(7, "hash", "hash of another");
  }

  @Test
  void aMissingEventIsFound() throws Exception {
    JournalTest.tamper(dir, "DELETE FROM event WHERE seq = 20");
    foundAt(20, "missing", "deleted");
  }

  @Test
  void eventsThatChangedPlacesAreFound() throws Exception {
    JournalTest.tamper(dir, "UPDATE event SET seq = -seq WHERE seq IN (8, 9)");
    JournalTest.tamper(dir, "UPDATE event SET seq = 17 + seq WHERE seq IN (-8, -9)");
    foundAt(8, "hash", "swapped");
  }

  @Test
  void columnsThatSayOtherThanTheBodyAreFound() throws Exception {
    JournalTest.tamper(dir, "UPDATE event SET day = '2020-01-01' WHERE seq = 5");
    foundAt(5, "columns", "day column");
  }

  @Test
  void aRightlyChainedEventOfAnotherJournalIsFound() throws Exception {
    Row last = rows.getLast();
    forge(EventJson.encode(UUID.randomUUID(), EVENTS + 1, last.fact()));
    foundAt(EVENTS + 1, "another journal", "uuid");
  }

  @Test
  void aDayThatGoesBackIsFound() throws Exception {
    Row last = rows.getLast();
    Fact earlier = new Fact(last.fact().at(), LocalDate.of(2026, 1, 1), new Event.HallClosed());
    UUID id = EventJson.decode(last.body()).journal();
    forge(EventJson.encode(id, EVENTS + 1, earlier));
    foundAt(EVENTS + 1, "goes back", "day");
  }

  @Test
  void aLineSpelledOtherwiseIsFound() throws Exception {
    Row last = rows.getLast();
    UUID id = EventJson.decode(last.body()).journal();
    String closed = EventJson.encode(id, EVENTS + 1, closed(last));
    forge(closed.replace("\"v\":1", "\"v\": 1"));
    foundAt(EVENTS + 1, "spelled", "blanks");
  }

  @Test
  void aBrokenRuleIsToldInTheAuditsWords() throws Exception {
    Verify.Result result = Verify.journal(dir, new TenOnly()::see);
    assertEquals(10, result.events());
    assertEquals(new Verify.Break(11, "ten are enough"), result.broken().orElseThrow());
  }

  @Test
  void aDamagedPageIsABreakNotACrash() throws Exception {
    Path file = dir.resolve("journal.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 8192, (byte) 0x5a);
    Files.write(file, bytes);
    assertFalse(JournalTest.verify(dir).ok());
  }

  @Test
  void noJournalIsAnError(@TempDir Path empty) {
    assertThrows(JournalException.class, () -> JournalTest.verify(empty));
  }

  private static final class TenOnly {
    private int seen;

    void see(Fact fact) {
      if (++seen > 10) {
        throw new IllegalStateException("ten are enough");
      }
    }
  }

  private static Fact closed(Row last) {
    return new Fact(last.fact().at(), last.fact().day(), new Event.HallClosed());
  }

  private void foundAt(long seq, String word, String message) throws JournalException {
    Verify.Result result = JournalTest.verify(dir);
    assertEquals(seq - 1, result.events(), message);
    assertEquals(seq, result.broken().orElseThrow().seq(), message);
    String what = result.broken().get().what();
    assertTrue(what.contains(word), message + ": " + what);
  }

  /** Adds an event that is rightly hashed, as someone could who knows how. */
  private void forge(String body) throws Exception {
    Row last = rows.getLast();
    String hash = new Chain().next(last.hash(), body.getBytes(StandardCharsets.UTF_8));
    JournalTest.tamper(
        dir,
        "INSERT INTO event SELECT seq + 1, at, day, type, body, hash FROM event WHERE seq = 300");
    store(last.seq() + 1, Row.utf8(body), hash);
    JournalTest.tamper(
        dir,
        "UPDATE event SET at = json_extract(body, '$.at'), day = json_extract(body, '$.day'),"
            + " type = json_extract(body, '$.type') WHERE seq = 301");
  }

  private void store(long seq, byte[] body, String hash) throws Exception {
    String sql = "UPDATE event SET body = CAST(? AS TEXT), hash = ? WHERE seq = ?";
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setBytes(1, body);
      update.setString(2, hash);
      update.setLong(3, seq);
      assertEquals(1, update.executeUpdate());
    }
  }
}
