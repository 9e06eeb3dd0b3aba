package jiaohao.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import jiaohao.hall.State;
import org.tinylog.Logger;

/**
 * The snapshot in the journal's file: one row, written over each time, that spares a start the fold
 * over years. It is no part of the truth and may be deleted at any time; one that cannot be relied
 * on is passed over, and one that cannot be written is done without.
 */
final class Snapshots {
  /** Space that is left to the events: at some 410 bytes each (StartBenchmark), ten busy days. */
  static final long SPARE_BYTES = 16L << 20;

  // Made with the first snapshot, so that files of before are opened without being written to.
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS snapshot (id INTEGER PRIMARY KEY CHECK (id = 1),"
          + " seq INTEGER NOT NULL, hash TEXT NOT NULL, fold INTEGER NOT NULL, body TEXT NOT NULL,"
          + " seal TEXT NOT NULL) STRICT";

  private final Path stateDir;
  private final Connection connection;
  private final Rows rows;
  private final Chain chain = new Chain();

  Snapshots(Path stateDir, Connection connection, Rows rows) {
    this.stateDir = stateDir;
    this.connection = connection;
    this.rows = rows;
  }

  /** The snapshot, if there is one of this fold and this journal. */
  Optional<Snapshot> load() {
    // All defects are one here: what has been tampered with may fail in any way, and no start may.
    try {
      return there() ? Optional.of(read()) : Optional.empty();
    } catch (SQLException | RuntimeException defect) {
      Logger.warn("{}: the snapshot is thrown away: {}", stateDir, defect.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Writes the snapshot in a transaction of its own, whatever becomes of it; not into the last
   * space of a disk.
   *
   * @param hash of event {@code seq}
   */
  void store(long seq, String hash, State state) {
    if (stateDir.toFile().getUsableSpace() < SPARE_BYTES) {
      Logger.warn("{}: no snapshot while the disk is nearly full", stateDir);
      return;
    }
    try {
      write(seq, hash, SnapshotJson.encode(state));
    } catch (SQLException | RuntimeException failed) {
      Logger.warn("{}: no snapshot this time: {}", stateDir, failed.getMessage());
    }
  }

  private boolean there() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'snapshot'")) {
      return found.next();
    }
  }

  private Snapshot read() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT seq, hash, fold, body, seal FROM snapshot")) {
      require(row.next(), "its table is empty");
      long seq = row.getLong(1);
      String hash = row.getString(2);
      String body = row.getString(4);
      require(row.getInt(3) == State.FOLD_VERSION, "it is of another fold");
      require(row.getString(5).equals(seal(hash, body)), "it is damaged");
      require(hash.equals(hashOf(seq)), "it is not of this journal");
      return new Snapshot(seq, SnapshotJson.decode(body));
    }
  }

  /** Hash of an event; empty if there is none. */
  private String hashOf(long seq) throws SQLException {
    return rows.page(seq, 1).stream()
        .filter(stored -> stored.seq() == seq)
        .map(Stored::hash)
        .findFirst()
        .orElse("");
  }

  /** A single insert is a transaction by itself, and is taken back by itself when it fails. */
  private void write(long seq, String hash, String body) throws SQLException {
    Database.run(connection, TABLE);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO snapshot (id, seq, hash, fold, body, seal)"
                + " VALUES (1, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, seq);
      insert.setString(2, hash);
      insert.setInt(3, State.FOLD_VERSION);
      insert.setString(4, body);
      insert.setString(5, seal(hash, body));
      insert.executeUpdate();
    }
  }

  /** A flipped bit in a number would be a number given out twice. */
  private String seal(String hash, String body) {
    return chain.next(hash, Row.utf8(body));
  }

  private static void require(boolean sound, String otherwise) {
    if (!sound) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
