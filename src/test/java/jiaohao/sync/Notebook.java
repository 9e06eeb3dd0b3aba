package jiaohao.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.journal.Row;
import jiaohao.journal.StateLock;

/** A journal that a test writes as it likes, and reads as the courier does. */
public final class Notebook implements AutoCloseable {
  private static final OffsetDateTime BEGIN =
      Instant.parse("2026-11-02T01:00:00Z").atZone(ZoneId.of("Asia/Shanghai")).toOffsetDateTime();

  private final Path dir;
  private StateLock lock;
  private Journal journal;
  private JournalReader reader;

  private Notebook(Path dir) {
    this.dir = dir;
  }

  public static Notebook in(Path dir) throws Exception {
    Notebook notebook = new Notebook(dir);
    notebook.open();
    return notebook;
  }

  public void open() throws Exception {
    lock = StateLock.take(dir);
    journal = Journal.open(lock);
    reader = Journal.reader(dir);
  }

  /** Adds so many events. */
  public Notebook add(int count) throws Exception {
    long last = journal.lastSeq();
    journal.append(LongStream.range(last, last + count).mapToObj(Notebook::fact).toList());
    return this;
  }

  public static Fact fact(long index) {
    Event event =
        index == 0
            ? new Event.JournalStarted("test")
            : index % 2 == 1
                ? new Event.FaultRaised("printer", "paper-end", true)
                : new Event.FaultCleared("printer", "paper-end");
    return new Fact(BEGIN.plusSeconds(index), LocalDate.of(2026, 11, 2), event);
  }

  public Journal journal() {
    return journal;
  }

  public JournalReader reader() {
    return reader;
  }

  public long last() {
    return journal.lastSeq();
  }

  /** Every event as exported. */
  public List<String> lines() throws Exception {
    List<String> lines = new ArrayList<>();
    journal.read(1, row -> lines.add(row.exported()));
    return lines;
  }

  public List<Row> rows() throws Exception {
    List<Row> rows = new ArrayList<>();
    journal.read(1, rows::add);
    return rows;
  }

  @Override
  public void close() {
    reader.close();
    journal.close();
    lock.close();
  }
}
