package jiaohao.central;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.State;
import jiaohao.journal.Row;
import jiaohao.journal.SnapshotJson;
import org.sqlite.SQLiteConfig;
import org.tinylog.Logger;

/**
 * The centre's copy of every hall's events, byte for byte, in one SQLite file; and how far it has
 * read the stream, in the same transaction: so a power cut loses nothing and repeats nothing. One
 * thread uses it; readers open their own.
 */
final class CentreFile implements AutoCloseable {
  static final String FILE = "centre.db";

  private static final String[] SETTINGS = {
    "PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
  };

  private static final String[] SCHEMA = {
    "CREATE TABLE IF NOT EXISTS event (hall TEXT NOT NULL, seq INTEGER NOT NULL,"
        + " line TEXT NOT NULL, PRIMARY KEY (hall, seq)) STRICT",
    "CREATE TABLE IF NOT EXISTS position (id INTEGER PRIMARY KEY CHECK (id = 1),"
        + " stream TEXT NOT NULL, seq INTEGER NOT NULL, mark TEXT NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS snapshot (hall TEXT PRIMARY KEY, seq INTEGER NOT NULL,"
        + " hash TEXT NOT NULL, fold INTEGER NOT NULL, body TEXT NOT NULL) STRICT",
  };

  private static final int PAGE = 1000;

  /**
   * How far the stream has been read.
   *
   * @param stream tells this stream from one that was made anew
   * @param seq of the last message; 0 for none
   * @param mark of that message, which another one in its place would not have
   */
  record Position(String stream, long seq, String mark) {
    static final Position NONE = new Position("", 0, "");
  }

  /** Events of one hall that follow what is held of it. */
  record Addition(String hall, List<Row> rows) {}

  private final Connection connection;

  private CentreFile(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the file of a state directory, or makes it.
   *
   * @throws IOException when it cannot be used
   */
  static CentreFile open(Path stateDir) throws IOException {
    return connected(stateDir, new SQLiteConfig(), SETTINGS, SCHEMA);
  }

  /** Opens it to read, beside the one that writes. */
  static CentreFile reader(Path stateDir) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return connected(stateDir, config, new String[] {SETTINGS[0]});
  }

  private static CentreFile connected(Path stateDir, SQLiteConfig config, String[]... statements)
      throws IOException {
    Path file = stateDir.resolve(FILE);
    config.setGetGeneratedKeys(false);
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        for (String[] several : statements) {
          for (String sql : several) {
            statement.execute(sql);
          }
        }
      }
      return new CentreFile(connection);
    } catch (SQLException failed) {
      throw new IOException(file + ": " + failed.getMessage(), failed);
    }
  }

  Position position() throws IOException {
    return query(
            "SELECT stream, seq, mark FROM position",
            row -> new Position(row.getString(1), row.getLong(2), row.getString(3)))
        .stream()
        .findFirst()
        .orElse(Position.NONE);
  }

  /** Adds all of it or nothing. */
  void add(List<Addition> additions, Position position) throws IOException {
    try {
      connection.setAutoCommit(false);
      try {
        insert(additions);
        move(position);
        connection.commit();
      } catch (SQLException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new IOException("the centre's copy cannot be written: " + failed.getMessage(), failed);
    }
  }

  private void insert(List<Addition> additions) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO event (hall, seq, line) VALUES (?, ?, ?)")) {
      for (Addition addition : additions) {
        for (Row row : addition.rows()) {
          insert.setString(1, addition.hall());
          insert.setLong(2, row.seq());
          insert.setString(3, row.exported());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private void move(Position position) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("INSERT OR REPLACE INTO position VALUES (1, ?, ?, ?)")) {
      update.setString(1, position.stream());
      update.setLong(2, position.seq());
      update.setString(3, position.mark());
      update.executeUpdate();
    }
  }

  List<String> halls() throws IOException {
    // Not DISTINCT, which would read every event: one step of the index for each hall.
    return query(
        "WITH RECURSIVE known(hall) AS (SELECT min(hall) FROM event UNION ALL"
            + " SELECT (SELECT min(hall) FROM event WHERE hall > known.hall) FROM known"
            + " WHERE known.hall IS NOT NULL) SELECT hall FROM known WHERE hall IS NOT NULL",
        row -> row.getString(1));
  }

  /** The last event of a hall; empty if there is none. */
  Optional<Row> last(String hall) throws IOException {
    return query(
            "SELECT line FROM event WHERE hall = ? ORDER BY seq DESC LIMIT 1",
            row -> Row.ofExported(row.getString(1)),
            hall)
        .stream()
        .findFirst();
  }

  /** One event's exported line. */
  Optional<String> line(String hall, long seq) throws IOException {
    return query(
            "SELECT line FROM event WHERE hall = ? AND seq = ?", row -> row.getString(1), hall, seq)
        .stream()
        .findFirst();
  }

  /** Takes exported lines. */
  @FunctionalInterface
  interface Lines {
    void line(String line) throws IOException;
  }

  /**
   * Hands lines of a hall, in order, to {@code to}.
   *
   * @param untilSeq the first that is not wanted any more
   */
  void read(String hall, long fromSeq, long untilSeq, Lines to) throws IOException {
    long from = fromSeq;
    List<String> page;
    do {
      page = page(hall, from, (int) Math.min(PAGE, Math.max(0, untilSeq - from)));
      for (String line : page) {
        to.line(line);
      }
      from += page.size(); // there are no gaps
    } while (page.size() == PAGE);
  }

  private List<String> page(String hall, long fromSeq, int atMost) throws IOException {
    return query(
        "SELECT line FROM event WHERE hall = ? AND seq >= ? ORDER BY seq LIMIT ?",
        row -> row.getString(1),
        hall,
        fromSeq,
        atMost);
  }

  /**
   * A state that was folded before.
   *
   * @param seq of the last event in it
   */
  record Kept(long seq, String hash, State state) {}

  /** The state kept of a hall, if this program can rely on it. */
  Optional<Kept> kept(String hall) throws IOException {
    try {
      return query(
              "SELECT seq, hash, body FROM snapshot WHERE hall = ? AND fold = ?",
              row ->
                  new Kept(row.getLong(1), row.getString(2), SnapshotJson.decode(row.getString(3))),
              hall,
              State.FOLD_VERSION)
          .stream()
          .findFirst();
    } catch (RuntimeException defect) {
      Logger.warn("{}: the snapshot is thrown away: {}", hall, defect.getMessage());
      return Optional.empty();
    }
  }

  /** Keeps a state, so that a later start need not fold from the first event. */
  void keep(String hall, Kept kept) throws IOException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?)")) {
      insert.setString(1, hall);
      insert.setLong(2, kept.seq());
      insert.setString(3, kept.hash());
      insert.setInt(4, State.FOLD_VERSION);
      insert.setString(5, SnapshotJson.encode(kept.state()));
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new IOException("no snapshot: " + failed.getMessage(), failed);
    }
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reading<T> reading, Object... values) throws IOException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(reading.of(rows));
        }
      }
      return found;
    } catch (SQLException failed) {
      throw new IOException("the centre's copy cannot be read: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException unclosed) {
      Logger.warn(unclosed, "the centre's copy did not close");
    }
  }
}
