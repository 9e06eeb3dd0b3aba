package jiaohao.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.journal.EventJson.Decoded;

/**
 * The one writer of a journal. What {@link #append} has returned is on the disk. A failed append
 * leaves it open whether its facts are there: this object is dead then, and the journal must be
 * opened and folded again. One thread uses it.
 */
public final class Journal implements AutoCloseable {
  private final Path stateDir;
  private final Connection connection;
  private final Rows rows;
  private final Snapshots snapshots;
  private final PreparedStatement begin;
  private final PreparedStatement insert;
  private final PreparedStatement commit;
  private final Chain chain = new Chain();

  private UUID id;
  private long lastSeq;
  private String lastHash;
  private long snapshotSeq;
  private JournalException failure;

  private Journal(Path stateDir, Connection connection, Rows rows, Tail tail) throws SQLException {
    this.stateDir = stateDir;
    this.connection = connection;
    this.rows = rows;
    this.snapshots = new Snapshots(stateDir, connection, rows);
    this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
    this.insert =
        connection.prepareStatement(
            "INSERT INTO event (" + Stored.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)");
    this.commit = connection.prepareStatement("COMMIT");
    this.id = tail.journal();
    this.lastSeq = tail.seq();
    this.lastHash = tail.hash();
  }

  /**
   * Opens the journal of the locked directory, or begins one.
   *
   * @throws JournalException when it cannot be written, is torn, or is of a newer format
   */
  public static Journal open(StateLock lock) throws JournalException {
    Path stateDir = lock.stateDir();
    try {
      Connection connection = Database.writer(stateDir);
      try {
        Rows rows = new Rows(connection);
        return new Journal(stateDir, connection, rows, Tail.of(stateDir, rows));
      } catch (SQLException | IOException | RuntimeException e) {
        Database.close(connection);
        throw e;
      }
    } catch (JournalException e) {
      throw e;
    } catch (EventFormatException e) {
      throw JournalException.refused(stateDir + ": " + e.getMessage(), e);
    } catch (SQLException | IOException e) {
      throw JournalException.of(stateDir, "opening the journal", e);
    }
  }

  /** Opens a journal to read it, beside its writer or without one. */
  public static JournalReader reader(Path stateDir) throws JournalException {
    return JournalReader.open(stateDir);
  }

  /** The journal's own name, in every event; a journal without events has not settled on it. */
  public UUID id() {
    return id;
  }

  /** The last sequence; 0 while there is no event. */
  public long lastSeq() {
    return lastSeq;
  }

  /** Hands every row from a sequence on, in order, to {@code consumer}. */
  public void read(long fromSeq, Consumer<Row> consumer) throws JournalException {
    requireAlive();
    JournalReader.read(stateDir, rows, fromSeq, consumer);
  }

  /**
   * The state after the last event: folded from the snapshot if there is one to rely on, else from
   * the first event.
   */
  public State fold() throws JournalException {
    requireAlive();
    Snapshot snapshot = snapshots.load().orElse(Snapshot.NONE);
    snapshotSeq = snapshot.seq();
    State[] state = {snapshot.state()};
    read(snapshot.seq() + 1, row -> state[0] = state[0].apply(row.fact()));
    return state[0];
  }

  /**
   * Keeps a state, so that a later {@link #fold} need not begin at the first event. Costs a
   * transaction. Never fails: without it a start takes longer, that is all.
   *
   * @param state after the last event of this journal
   */
  public void keep(State state) {
    if (failure == null && lastSeq > snapshotSeq) {
      snapshots.store(lastSeq, lastHash, state);
      // Also when it came to nothing: the next try is to be as far off as any.
      snapshotSeq = lastSeq;
    }
  }

  /** Events since the snapshot that {@link #fold} began with, or the last try to keep one. */
  public long sinceSnapshot() {
    return lastSeq - snapshotSeq;
  }

  /**
   * Adds facts in one transaction: on the disk, all of them, when it returns.
   *
   * @throws JournalException when it is not known whether they are there; open again
   * @throws IllegalArgumentException when the format would lose part of a fact; nothing is added
   */
  public List<Row> append(List<Fact> facts) throws JournalException {
    requireAlive();
    List<Row> added = new ArrayList<>(facts.size());
    String hash = lastHash;
    for (Fact fact : facts) {
      long seq = lastSeq + added.size() + 1;
      String body = EventJson.encode(id, seq, fact);
      hash = chain.next(hash, Row.utf8(body));
      added.add(new Row(id, seq, fact, body, hash));
    }
    write(added);
    return added;
  }

  /**
   * Adds rows as another box stored them, byte for byte: a replaced kiosk has its journal back from
   * the centre. An empty journal takes their name.
   *
   * @throws JournalException as with {@link #append}, or when a row does not follow this journal's
   *     last; nothing is added then
   */
  public void restore(List<Row> stored) throws JournalException {
    requireAlive();
    UUID journal = id;
    String hash = lastHash;
    long seq = lastSeq;
    for (Row row : stored) {
      Decoded decoded = EventJson.decode(row.body());
      journal = seq == 0 ? decoded.journal() : journal;
      seq++;
      hash = chain.next(hash, Row.utf8(row.body()));
      if (decoded.seq() != seq || !decoded.journal().equals(journal) || !hash.equals(row.hash())) {
        throw JournalException.refused(
            stateDir + ": the copy does not follow event " + (seq - 1) + " of this journal");
      }
    }
    write(stored);
    id = journal;
  }

  @Override
  public void close() {
    Database.close(connection);
  }

  /** For tests: what a fold would begin with. */
  Optional<Snapshot> snapshot() {
    return snapshots.load();
  }

  /** For tests of a full disk. */
  void limitPages(int pages) throws SQLException {
    Database.run(connection, "PRAGMA max_page_count = " + pages);
  }

  static JournalException torn(Path stateDir, String what) {
    return JournalException.refused(
        stateDir
            + " 中的记录已损坏:请从备份或中心恢复 / holds a torn journal: "
            + what
            + "; run journal verify, then restore it from a copy or from the centre");
  }

  private void write(List<Row> added) throws JournalException {
    if (added.isEmpty()) {
      return;
    }
    try {
      commit(added);
    } catch (SQLException e) {
      failure = JournalException.of(stateDir, "writing to the journal", e);
      Database.close(connection);
      throw failure;
    }
    lastSeq = added.getLast().seq();
    lastHash = added.getLast().hash();
  }

  /** A single insert is a transaction by itself, and two calls cheaper. */
  private void commit(List<Row> added) throws SQLException {
    if (added.size() == 1) {
      insert(added.getFirst());
      return;
    }
    begin.execute();
    for (Row row : added) {
      insert(row);
    }
    commit.execute();
  }

  private void insert(Row row) throws SQLException {
    insert.setLong(1, row.seq());
    insert.setString(2, JsonTime.format(row.fact().at()));
    insert.setString(3, row.fact().day().toString());
    insert.setString(4, EventJson.type(row.fact().event()));
    insert.setString(5, row.body());
    insert.setString(6, row.hash());
    insert.executeUpdate();
  }

  private void requireAlive() throws JournalException {
    if (failure != null) {
      throw failure.again();
    }
  }
}
