package jiaohao.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.journal.EventFormatException;
import jiaohao.journal.Journal;
import jiaohao.journal.Row;
import jiaohao.journal.StateLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events on their way to the centre. */
class MessageTest {
  @TempDir Path dir;
  private List<Row> rows;

  @BeforeEach
  void threeEvents() throws Exception {
    try (StateLock lock = StateLock.take(dir);
        Journal journal = Journal.open(lock)) {
      rows = journal.append(IntStream.range(0, 3).mapToObj(MessageTest::fact).toList());
    }
  }

  @Test
  void itIsTheExportedLinesAndIsReadBackWhole() {
    Message sent = new Message(rows);
    String lines = new String(sent.body(), StandardCharsets.UTF_8);
    assertEquals(rows.stream().map(Row::exported).toList(), lines.lines().toList());

    Message read = Message.read(sent.body());
    assertEquals(rows, read.rows());
    assertEquals(sent.id(), read.id());
    assertArrayEquals(sent.body(), read.body());
  }

  @Test
  void itsIdNamesTheJournalTheEventsAndTheLastHash() {
    Row last = rows.getLast();
    assertEquals(last.journal() + "-1-3-" + last.hash().substring(0, 8), new Message(rows).id());
  }

  @Test
  void aGapOrAStrangeLineIsRefused() {
    refused(rows.get(0).exported() + "\n" + rows.get(2).exported() + "\n");
    refused("");
    refused("{\"v\":1}\n");
    refused(rows.get(0).body() + "\n");
  }

  @Test
  void aRowTellsWhetherItFollowsTheOneBefore() {
    assertTrue(rows.get(0).follows(""));
    assertTrue(rows.get(1).follows(rows.get(0).hash()));
    assertFalse(rows.get(2).follows(rows.get(0).hash()));
  }

  private static void refused(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThrows(EventFormatException.class, () -> Message.read(bytes));
  }

  private static Fact fact(int number) {
    Instant at = Instant.parse("2027-03-01T01:00:00Z").plusSeconds(number);
    return new Fact(
        at.atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime(),
        LocalDate.of(2027, 3, 1),
        new Event.FaultRaised("printer", "cover-" + number, true));
  }
}
