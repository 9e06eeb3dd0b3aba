package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Storm;
import jiaohao.testing.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private static final List<Fact> FACTS = Storm.facts(1, 600);

  @TempDir private Path dir;

  @Test
  void aFoldFromASnapshotIsTheFoldFromTheStart(@TempDir Path parent) throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = Storm.facts(seed, 200);
      int cut = 1 + random.nextInt(facts.size());
      int end = cut + random.nextInt(facts.size() - cut + 1);
      try (StateLock lock = StateLock.take(parent.resolve("seed" + seed))) {
        written(lock, facts.subList(0, cut));
        appended(lock, facts.subList(cut, end));
        try (Journal journal = Journal.open(lock)) {
          assertEquals(cut, journal.snapshot().orElseThrow().seq());
          assertEquals(folded(facts.subList(0, end)), journal.fold(), "seed " + seed);
          assertEquals(end - cut, journal.sinceSnapshot());
        }
      }
    }
  }

  @Test
  void aSnapshotTakesThePlaceOfTheOneBefore() throws Exception {
    try (StateLock lock = StateLock.take(dir)) {
      written(lock, FACTS.subList(0, 100));
      written(lock, FACTS.subList(100, 200));
      try (Journal journal = Journal.open(lock)) {
        assertEquals(
            Optional.of(new Snapshot(200, folded(FACTS.subList(0, 200)))), journal.snapshot());
        String second = "INSERT INTO snapshot SELECT 2, seq, hash, fold, body, seal FROM snapshot";
        assertThrows(SQLException.class, () -> JournalTest.tamper(dir, second));
      }
    }
  }

  @Test
  void aSnapshotWithAnyDefectIsThrownAway() throws Exception {
    for (String defect :
        List.of(
            "UPDATE snapshot SET fold = fold + 1",
            "UPDATE snapshot SET fold = fold - 1",
            "UPDATE snapshot SET body = replace(body, '\"serial\":', '\"serial\":1')",
            "UPDATE snapshot SET body = '{'",
            "UPDATE snapshot SET body = ''",
            "UPDATE snapshot SET hash = upper(hash)",
            "UPDATE snapshot SET seal = ''",
            "UPDATE snapshot SET seq = seq - 1",
            "UPDATE snapshot SET seq = seq + 1000",
            "UPDATE snapshot SET seq = -1",
            "DELETE FROM snapshot",
            "DROP TABLE snapshot",
            "ALTER TABLE snapshot DROP COLUMN seal")) {
      thrownAway(defect);
    }
  }

  private void thrownAway(String defect) throws Exception {
    Path stateDir = dir.resolve(Integer.toHexString(defect.hashCode()));
    try (StateLock lock = StateLock.take(stateDir)) {
      written(lock, FACTS.subList(0, 150));
      appended(lock, FACTS.subList(150, 200));
      JournalTest.tamper(stateDir, defect);
      try (Journal journal = Journal.open(lock)) {
        assertEquals(Optional.empty(), journal.snapshot(), defect);
        assertEquals(folded(FACTS.subList(0, 200)), journal.fold(), defect);
        assertEquals(200, journal.sinceSnapshot(), defect);
        journal.keep(journal.fold());
        journal.append(FACTS.subList(200, 201));
      }
      assertTrue(JournalTest.verify(stateDir).ok(), defect);
    }
  }

  @Test
  void aSealedSnapshotThatCannotBeReadIsThrownAway() throws Exception {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      String hash = journal.append(FACTS.subList(0, 150)).getLast().hash();
      State state = folded(FACTS.subList(0, 150));
      journal.keep(state);
      String body = SnapshotJson.encode(state);
      forge(hash, body.replace("}", ""));
      assertEquals(Optional.empty(), journal.snapshot());
      forge(hash, "{}");
      assertEquals(Optional.empty(), journal.snapshot());
      forge(hash, body);
      assertEquals(Optional.of(new Snapshot(150, state)), journal.snapshot());
    }
  }

  private void forge(String hash, String body) throws SQLException {
    JournalTest.tamper(
        dir,
        "UPDATE snapshot SET body = '%s', seal = '%s'"
            .formatted(body.replace("'", "''"), new Chain().next(hash, Row.utf8(body))));
  }

  @Test
  void aSnapshotOfAJournalThatHasGoneAnotherWayIsThrownAway() throws Exception {
    Path old = dir.resolve("old");
    Path other = dir.resolve("other");
    List<Row> rows;
    try (StateLock lock = StateLock.take(old)) {
      written(lock, FACTS.subList(0, 200));
      try (Journal journal = Journal.open(lock)) {
        rows = JournalTest.read(journal, 1);
      }
    }
    try (StateLock lock = StateLock.take(other);
        Journal journal = Journal.open(lock)) {
      journal.restore(rows.subList(0, 120));
      journal.keep(folded(FACTS.subList(0, 60)));
      carry(old, other);
      assertEquals(Optional.empty(), journal.snapshot(), "it is of events to come");
      assertEquals(folded(FACTS.subList(0, 120)), journal.fold());
      List<Fact> others = Storm.facts(2, 400);
      journal.append(others);
      assertTrue(journal.lastSeq() > 200);
      assertEquals(Optional.empty(), journal.snapshot(), "it is of other events");
      List<Fact> all = new ArrayList<>(FACTS.subList(0, 120));
      all.addAll(others);
      assertEquals(folded(all), journal.fold());
    }
  }

  /** The snapshot of one journal into the file of another. */
  private static void carry(Path from, Path to) throws SQLException {
    String file = from.resolve("journal.db").toString();
    JournalTest.tamper(to, "DELETE FROM snapshot");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + to.resolve("journal.db"));
        var statement = connection.createStatement()) {
      statement.execute("ATTACH '" + file + "' AS other");
      statement.execute("INSERT INTO snapshot SELECT * FROM other.snapshot");
    }
  }

  @Test
  void aJournalWithoutSnapshotIsLeftWithoutUntilOneIsKept() throws Exception {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      assertEquals(State.EMPTY, journal.fold());
      journal.keep(State.EMPTY);
      journal.append(FACTS);
      assertEquals(folded(FACTS), journal.fold());
    }
    assertThrows(SQLException.class, () -> JournalTest.tamper(dir, "SELECT * FROM snapshot"));
  }

  @Test
  void exportsChecksAndReadersDoNotSeeASnapshot() throws Exception {
    try (StateLock lock = StateLock.take(dir)) {
      appended(lock, FACTS);
      String before = exported();
      try (Journal journal = Journal.open(lock)) {
        journal.keep(journal.fold());
        assertEquals(Optional.of(new Snapshot(FACTS.size(), folded(FACTS))), journal.snapshot());
        assertEquals(before, exported());
        assertEquals(new Verify.Result(FACTS.size(), Optional.empty()), JournalTest.verify(dir));
      }
    }
  }

  @Test
  void theLastSpaceOfADiskIsLeftToTheEvents() throws Exception {
    try (Mount disk = Mount.tmpfs(dir, "size=" + Snapshots.SPARE_BYTES);
        StateLock lock = StateLock.take(disk.dir());
        Journal journal = Journal.open(lock)) {
      journal.append(FACTS);
      journal.keep(folded(FACTS));
      assertEquals(Optional.empty(), journal.snapshot());
      assertEquals(0, journal.sinceSnapshot(), "no new try with every event");
      disk.remount("size=" + 2 * Snapshots.SPARE_BYTES);
      journal.append(FACTS.subList(0, 1));
      journal.keep(folded(FACTS));
      assertTrue(journal.snapshot().isPresent());
    }
  }

  @Test
  void aSnapshotThatCannotBeWrittenDoesNotHurt() throws Exception {
    try (StateLock lock = StateLock.take(dir)) {
      Facts many = new Facts(61);
      written(lock, many.list(10));
      List<Fact> facts = many.list(6000);
      appended(lock, facts);
      State state = folded(facts);
      assertTrue(SnapshotJson.encode(state).length() > 10 * 4096);
      try (Journal journal = Journal.open(lock)) {
        journal.limitPages(pages() + 5);
        journal.keep(state);
        assertEquals(10, journal.snapshot().orElseThrow().seq(), "the one before is still there");
        journal.append(many.list(3));
        assertEquals(6013, journal.lastSeq());
      }
      assertEquals(6013, JournalTest.verify(dir).events());
    }
  }

  private int pages() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
        var statement = connection.createStatement();
        var pages = statement.executeQuery("PRAGMA page_count")) {
      return pages.getInt(1);
    }
  }

  /** Appends, and keeps a snapshot. */
  private static void written(StateLock lock, List<Fact> facts) throws JournalException {
    try (Journal journal = Journal.open(lock)) {
      journal.append(facts);
      journal.keep(journal.fold());
    }
  }

  private static void appended(StateLock lock, List<Fact> facts) throws JournalException {
    try (Journal journal = Journal.open(lock)) {
      journal.append(facts);
    }
  }

  private static State folded(List<Fact> facts) {
    State state = State.EMPTY;
    for (Fact fact : facts) {
      state = state.apply(fact);
    }
    return state;
  }

  private String exported() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.lines(dir, 1, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
