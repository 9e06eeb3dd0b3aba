package jiaohao.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a journal, also beside the kiosk that writes it and from other processes. One thread uses
 * it; open one for each.
 */
public final class JournalReader implements AutoCloseable {
  private final Path stateDir;
  private final Connection connection;
  private final Rows rows;

  private JournalReader(Path stateDir, Connection connection, Rows rows) {
    this.stateDir = stateDir;
    this.connection = connection;
    this.rows = rows;
  }

  static JournalReader open(Path stateDir) throws JournalException {
    try {
      Connection connection = Database.reader(stateDir);
      return new JournalReader(stateDir, connection, new Rows(connection));
    } catch (JournalException e) {
      throw e;
    } catch (SQLException | IOException e) {
      throw JournalException.of(stateDir, "opening the journal to read", e);
    }
  }

  /** The last sequence; 0 while there is no event. */
  public long lastSeq() throws JournalException {
    return lastSeq(stateDir, rows);
  }

  /**
   * At most {@code atMost} rows from a sequence on; fewer at the end, none past it.
   *
   * @throws JournalException also when a row is missing or cannot be understood
   */
  public List<Row> rows(long fromSeq, int atMost) throws JournalException {
    return rows(stateDir, rows, fromSeq, atMost);
  }

  /**
   * Consecutive events as they are exported and sent: as many from a sequence on as fit.
   *
   * @param most events, at least 1
   * @param mostBytes of the lines; a single one that is larger is taken all the same
   * @throws JournalException also when there is none, or one is missing
   */
  public Passage passage(long fromSeq, int most, int mostBytes) throws JournalException {
    try {
      int count = Math.max(1, rows.fitting(fromSeq, most, mostBytes));
      return rows.passage(fromSeq, count)
          .orElseThrow(() -> Journal.torn(stateDir, "event " + fromSeq + " is missing"));
    } catch (SQLException e) {
      throw JournalException.of(stateDir, "reading the journal", e);
    }
  }

  /** Hands every row from a sequence on, in order, to {@code consumer}. */
  public void read(long fromSeq, Consumer<Row> consumer) throws JournalException {
    read(stateDir, rows, fromSeq, consumer);
  }

  /** Every row from a sequence on, in order, as it lies in the file. */
  void readStored(long fromSeq, StoredConsumer consumer) throws IOException {
    long from = fromSeq;
    List<Stored> page;
    do {
      page = stored(stateDir, rows, from, Rows.PAGE);
      for (Stored stored : page) {
        consumer.accept(stored);
        from = stored.seq() + 1;
      }
    } while (page.size() == Rows.PAGE);
  }

  interface StoredConsumer {
    void accept(Stored stored) throws IOException;
  }

  @Override
  public void close() {
    Database.close(connection);
  }

  static long lastSeq(Path stateDir, Rows rows) throws JournalException {
    try {
      return rows.ends().map(Rows.Ends::last).orElse(0L);
    } catch (SQLException e) {
      throw JournalException.of(stateDir, "reading the journal", e);
    }
  }

  static void read(Path stateDir, Rows rows, long fromSeq, Consumer<Row> consumer)
      throws JournalException {
    long from = fromSeq;
    List<Row> page;
    do {
      page = rows(stateDir, rows, from, Rows.PAGE);
      page.forEach(consumer);
      from += page.size();
    } while (page.size() == Rows.PAGE);
  }

  static List<Row> rows(Path stateDir, Rows rows, long fromSeq, int atMost)
      throws JournalException {
    List<Row> understood = new ArrayList<>();
    long expected = fromSeq;
    for (Stored stored : stored(stateDir, rows, fromSeq, atMost)) {
      if (stored.seq() != expected) {
        throw Journal.torn(stateDir, "event " + expected + " is missing");
      }
      understood.add(understood(stateDir, stored));
      expected++;
    }
    return understood;
  }

  private static Row understood(Path stateDir, Stored stored) throws JournalException {
    try {
      return stored.row();
    } catch (EventFormatException e) {
      throw JournalException.refused(stateDir + ": " + e.getMessage(), e);
    }
  }

  private static List<Stored> stored(Path stateDir, Rows rows, long fromSeq, int atMost)
      throws JournalException {
    try {
      return rows.page(fromSeq, atMost);
    } catch (SQLException e) {
      throw JournalException.of(stateDir, "reading the journal", e);
    }
  }
}
