package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir private Path dir;

  @Test
  void whatWasAppendedIsReadBackAfterReopening() throws Exception {
    List<Fact> facts = new Facts(1).list(2500);
    List<Row> added = new ArrayList<>();
    UUID id;
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      id = journal.id();
      added.addAll(journal.append(facts.subList(0, 1)));
      added.addAll(journal.append(facts.subList(1, 2400)));
    }
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      assertEquals(id, journal.id());
      assertEquals(2400, journal.lastSeq());
      added.addAll(journal.append(facts.subList(2400, 2500)));
      assertEquals(added, read(journal, 1));
      assertEquals(added.subList(1999, 2500), read(journal, 2000));
    }
    assertEquals(facts, added.stream().map(Row::fact).toList());
    assertEquals(new Verify.Result(2500, Optional.empty()), verify(dir));
  }

  @Test
  void nothingAppendedIsNothingStored() throws Exception {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      assertEquals(List.of(), journal.append(List.of()));
      assertEquals(0, journal.lastSeq());
    }
  }

  @Test
  void aFactThatCannotBeSpelledAddsNothingAndTheJournalGoesOn() throws Exception {
    Fact fine = Samples.facts().getFirst();
    Fact micros = new Fact(fine.at().plusNanos(1), fine.day(), fine.event());
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      assertThrows(IllegalArgumentException.class, () -> journal.append(List.of(fine, micros)));
      assertEquals(1, journal.append(List.of(fine)).getFirst().seq());
    }
  }

  @Test
  void aReaderSeesWhatTheRunningWriterCommitted() throws Exception {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock);
        JournalReader reader = Journal.reader(dir)) {
      assertEquals(0, reader.lastSeq());
      List<Row> added = journal.append(Samples.facts());
      assertEquals(added.size(), reader.lastSeq());
      assertEquals(added, reader.rows(1, 1000));
      assertEquals(added.subList(2, 5), reader.rows(3, 3));
      assertEquals(List.of(), reader.rows(added.size() + 1, 10));
    }
  }

  @Test
  void aReaderReadsACleanlyClosedFile() throws Exception {
    List<Row> added = written(Samples.facts());
    assertFalse(Files.exists(dir.resolve("journal.db-wal")), "closed cleanly");
    try (JournalReader reader = Journal.reader(dir)) {
      assertEquals(added, reader.rows(1, 1000));
    }
  }

  @Test
  void aReaderDoesNotMakeAJournal() {
    JournalException refusal =
        assertThrows(JournalException.class, () -> Journal.reader(dir).close());
    assertTrue(refusal.getMessage().contains("--state"), refusal.getMessage());
    assertFalse(Files.exists(dir.resolve("journal.db")));
  }

  @Test
  void theLogStaysSmallWhileAReaderReads() throws Exception {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock);
        JournalReader reader = Journal.reader(dir)) {
      Facts facts = new Facts(3);
      journal.append(facts.list(1500));
      reader.read(
          1,
          row -> {
            if (row.seq() <= 1500 && row.seq() % 300 == 0) {
              appendAll(journal, facts, 50);
            }
          });
      assertEquals(26_500, journal.lastSeq());
      assertTrue(Files.size(dir.resolve("journal.db")) > 8_000_000);
      long logBytes = Files.size(dir.resolve("journal.db-wal"));
      assertTrue(logBytes < 6_000_000, "the log has " + logBytes + " bytes");
    }
  }

  @Test
  void rowsAreNeitherChangedNorDeletedNorReplacedNorLeftOut() throws Exception {
    written(Samples.facts());
    int last = Samples.facts().size();
    String row = "'2026', '2026', 'X', '{}', 'ff')";
    for (String sql :
        List.of(
            "UPDATE event SET at = '2027' WHERE seq = 3",
            "DELETE FROM event WHERE seq = " + last,
            "INSERT OR REPLACE INTO event VALUES (" + last + ", " + row,
            "INSERT INTO event VALUES (" + (last + 2) + ", " + row,
            "INSERT INTO event VALUES (0, " + row,
            "INSERT INTO event VALUES (NULL, " + row)) {
      assertThrows(SQLException.class, () -> tamper(dir, sql), sql);
    }
    assertEquals(Samples.facts().size(), verify(dir).events());
  }

  @Test
  void aNewerFormatIsRefusedInWords() throws Exception {
    written(Samples.facts());
    tamper(dir, "PRAGMA user_version = 2");
    String words = refusal().getMessage();
    assertTrue(words.contains("format 2") && words.contains("newer"), words);
    assertThrows(JournalException.class, () -> Journal.reader(dir).close());
  }

  @Test
  void anotherDatabaseIsRefusedAndLeftAlone() throws Exception {
    tamper(dir, "CREATE TABLE other (x)");
    assertTrue(refusal().getMessage().contains("not a journal"));
    Files.writeString(dir.resolve("journal.db"), "no database at all, but long enough to look at");
    assertEquals(JournalException.Kind.REFUSED, refusal().kind());
  }

  @Test
  void aTornTailIsRefusedInWords() throws Exception {
    written(Samples.facts());
    tamper(dir, "DROP TRIGGER event_not_changed");
    tamper(dir, "UPDATE event SET body = replace(body, 'slip', 'tag') WHERE seq = 75");
    assertTrue(refusal().getMessage().contains("event 75 does not match"));
  }

  @Test
  void aMissingRowIsRefusedInWords() throws Exception {
    written(Samples.facts());
    tamper(dir, "DROP TRIGGER event_not_deleted");
    tamper(dir, "DELETE FROM event WHERE seq = 20");
    assertTrue(refusal().getMessage().contains("event 20 is missing"));
    tamper(dir, "DELETE FROM event WHERE seq = 1");
    assertTrue(refusal().getMessage().contains("event 1 is missing"));
    try (JournalReader reader = Journal.reader(dir)) {
      assertThrows(JournalException.class, () -> reader.rows(1, 40));
    }
  }

  @Test
  void aFullDiskKillsTheJournalUntilItIsOpenedAgain() throws Exception {
    Facts facts = new Facts(4);
    long acknowledged;
    try (StateLock lock = StateLock.take(dir)) {
      try (Journal journal = Journal.open(lock)) {
        journal.append(facts.list(100));
        journal.limitPages(40);
        JournalException full =
            assertThrows(JournalException.class, () -> appendFor(journal, facts));
        assertEquals(JournalException.Kind.DISK_FULL, full.kind());
        assertEquals("disk-full", full.fault().code());
        acknowledged = journal.lastSeq();
        assertEquals(
            JournalException.Kind.DISK_FULL,
            assertThrows(JournalException.class, () -> journal.append(facts.list(1))).kind());
        assertThrows(JournalException.class, () -> read(journal, 1));
      }
      try (Journal journal = Journal.open(lock)) {
        assertEquals(acknowledged, journal.lastSeq());
        journal.append(facts.list(100));
      }
    }
    assertEquals(acknowledged + 100, verify(dir).events());
  }

  @Test
  void aReplacedBoxHasItsJournalBackByteForByte(@TempDir Path other) throws Exception {
    List<Row> added = written(new Facts(5).list(300));
    List<Row> sent = added.stream().map(row -> Row.ofExported(row.exported())).toList();
    assertEquals(added, sent);
    try (StateLock lock = StateLock.take(other);
        Journal journal = Journal.open(lock)) {
      assertThrows(JournalException.class, () -> journal.restore(sent.subList(1, 3)));
      journal.restore(sent.subList(0, 200));
      assertThrows(JournalException.class, () -> journal.restore(sent.subList(100, 300)));
      journal.restore(sent.subList(200, 300));
      assertEquals(sent, read(journal, 1));
      assertEquals(EventJson.decode(sent.getFirst().body()).journal(), journal.id());
      Fact last = sent.getLast().fact();
      journal.append(List.of(new Fact(last.at(), last.day(), new Event.WriterChanged("x", 50))));
    }
    assertEquals(new Verify.Result(301, Optional.empty()), verify(other));
  }

  @Test
  void aLogCutAnywhereLosesOnlyItsTail(@TempDir Path copies) throws Exception {
    long seed = 6;
    Random random = new Random(seed);
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      Facts facts = new Facts(seed);
      journal.append(facts.list(50));
      for (int i = 0; i < 30; i++) {
        journal.append(facts.list(1 + random.nextInt(4)));
      }
      for (int i = 0; i < 30; i++) {
        Path copy = Files.createDirectory(copies.resolve("cut" + i));
        Files.copy(dir.resolve("journal.db"), copy.resolve("journal.db"));
        Files.copy(dir.resolve("journal.db-wal"), copy.resolve("journal.db-wal"));
        cut(copy.resolve("journal.db-wal"), random);
        assertPrefix(journal, copy, "seed " + seed + ", cut " + i);
      }
    }
  }

  private static void cut(Path log, Random random) throws IOException {
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
      channel.truncate(random.nextLong(channel.size()));
    }
  }

  private static void assertPrefix(Journal whole, Path copy, String message) throws Exception {
    try (StateLock lock = StateLock.take(copy);
        Journal cut = Journal.open(lock)) {
      List<Row> kept = read(cut, 1);
      assertEquals(read(whole, 1).subList(0, kept.size()), kept, message);
      cut.append(List.of(kept.isEmpty() ? Samples.facts().getFirst() : kept.getLast().fact()));
      assertEquals(new Verify.Result(kept.size() + 1L, Optional.empty()), verify(copy), message);
    }
  }

  private static void appendAll(Journal journal, Facts facts, int commits) {
    try {
      for (int i = 0; i < commits; i++) {
        journal.append(facts.list(100));
      }
    } catch (JournalException e) {
      throw new IllegalStateException(e);
    }
  }

  static void appendFor(Journal journal, Facts facts) throws JournalException {
    for (int i = 0; i < 10_000; i++) {
      journal.append(facts.list(3));
    }
  }

  private List<Row> written(List<Fact> facts) throws JournalException {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      return journal.append(facts);
    }
  }

  private JournalException refusal() throws JournalException {
    try (StateLock lock = StateLock.take(dir)) {
      return assertThrows(JournalException.class, () -> Journal.open(lock).close());
    }
  }

  static List<Row> read(Journal journal, long fromSeq) throws JournalException {
    List<Row> rows = new ArrayList<>();
    journal.read(fromSeq, rows::add);
    return rows;
  }

  static Verify.Result verify(Path dir) throws JournalException {
    return Verify.journal(dir, fact -> {});
  }

  static void tamper(Path dir, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
