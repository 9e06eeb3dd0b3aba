package jiaohao.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.tinylog.Logger;

/**
 * The journal's file and how it is opened. SQLite's native library is taken from {@code
 * -Dorg.sqlite.lib.path} if that is given, else unpacked to the temporary directory.
 */
final class Database {
  static final String FILE = "journal.db";

  /** SQLite's application_id, "JIAO": tells this file from any other database. */
  private static final int APPLICATION_ID = 0x4a49414f;

  private static final int BUSY_MILLIS = 5000;

  // One file that is only added to: nothing to gain from a cache or from mapping it. The log is
  // kept at its usual size rather than cut, so that a commit seldom has to extend it (a longer
  // file costs a file system journal entry with every sync).
  private static final String[] SETTINGS = {
    "PRAGMA busy_timeout = " + BUSY_MILLIS,
    "PRAGMA cache_size = -512",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
  };

  private static final String[] WRITER_SETTINGS = {
    "PRAGMA synchronous = FULL",
    "PRAGMA wal_autocheckpoint = 1000",
    "PRAGMA journal_size_limit = 8388608",
  };

  // Text rather than blob, so that a technician's sqlite3 shows it. The triggers hold back
  // mistakes, not malice: for that there is the hash. Rows follow each other without a gap, which
  // also keeps INSERT OR REPLACE from replacing.
  private static final String[] SCHEMA = {
    "CREATE TABLE event (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, day TEXT NOT NULL,"
        + " type TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL) STRICT",
    "CREATE TRIGGER event_not_changed BEFORE UPDATE ON event BEGIN"
        + " SELECT RAISE(ABORT, 'the journal is only added to'); END",
    "CREATE TRIGGER event_not_deleted BEFORE DELETE ON event BEGIN"
        + " SELECT RAISE(ABORT, 'the journal is only added to'); END",
    "CREATE TRIGGER event_follows BEFORE INSERT ON event"
        + " WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event) BEGIN"
        + " SELECT RAISE(ABORT, 'an event follows the last one without a gap'); END",
    "PRAGMA application_id = " + APPLICATION_ID,
    "PRAGMA user_version = " + EventJson.FORMAT,
  };

  private Database() {}

  /** Opens for writing; makes the file, and its name, durable if there is none. */
  static Connection writer(Path stateDir) throws SQLException, IOException {
    Path file = stateDir.resolve(FILE);
    Connection connection = config().createConnection("jdbc:sqlite:" + file);
    try {
      run(connection, SETTINGS);
      boolean made = isEmpty(connection);
      if (!made) {
        requireOurs(connection, file);
      }
      requireWal(connection, file);
      run(connection, WRITER_SETTINGS);
      if (made) {
        create(connection);
        Directories.sync(stateDir);
      }
      settle(connection);
      return connection;
    } catch (SQLException | IOException | RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  /** Opens for reading only, beside a writer or alone. */
  static Connection reader(Path stateDir) throws SQLException, IOException {
    Path file = stateDir.resolve(FILE);
    if (!Files.exists(file)) {
      throw JournalException.refused(
          stateDir + " 中没有 " + FILE + ":请检查 --state / holds no " + FILE + ": check --state");
    }
    try {
      return readOnly("jdbc:sqlite:" + file, file);
    } catch (SQLException e) {
      if (!isAlone(stateDir)) {
        throw e;
      }
      // A file at rest in a directory where the shared index cannot be made, on a read-only mount.
      return readOnly("jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1", file);
    }
  }

  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      Logger.warn(e, "the journal did not close");
    }
  }

  static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    // Else every insert is followed by a query for its row id.
    config.setGetGeneratedKeys(false);
    return config;
  }

  private static Connection readOnly(String url, Path file) throws SQLException, IOException {
    SQLiteConfig config = config();
    config.setReadOnly(true);
    Connection connection = config.createConnection(url);
    try {
      run(connection, SETTINGS);
      run(connection, "PRAGMA query_only = ON");
      requireOurs(connection, file);
      return connection;
    } catch (SQLException | IOException | RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  private static boolean isAlone(Path stateDir) throws IOException {
    Path log = stateDir.resolve(FILE + "-wal");
    return !Files.exists(log) || Files.size(log) == 0;
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
  }

  private static void requireOurs(Connection connection, Path file)
      throws SQLException, JournalException {
    long format = number(connection, "PRAGMA user_version");
    if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
      throw JournalException.refused(
          file + " 不是叫号记录:请移走它 / is not a journal of Jiaohao: move it away");
    }
    if (format != EventJson.FORMAT) {
      throw JournalException.refused(
          file
              + " 由更新的程序写成:请安装写它的版本或更新版本 / has format "
              + format
              + ", this firmware reads "
              + EventJson.FORMAT
              + ": install the firmware that wrote it, or a newer one");
    }
  }

  private static void requireWal(Connection connection, Path file)
      throws SQLException, JournalException {
    try (Statement statement = connection.createStatement();
        ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
      if (!mode.next() || !mode.getString(1).equals("wal")) {
        throw JournalException.refused(
            file
                + " 所在文件系统不合适:请放在本机存储上 / lies on a file system without shared memory:"
                + " keep it on a local one");
      }
    }
  }

  private static void create(Connection connection) throws SQLException {
    run(connection, "BEGIN IMMEDIATE");
    run(connection, SCHEMA);
    run(connection, "COMMIT");
  }

  /**
   * Writes once, since SQLite opens a file that cannot be written all the same; then moves what the
   * log holds into the file, and syncs both. After a failed sync the kernel may show bytes that
   * never reached the disk and will not be written again: copied once more, they do before anyone
   * relies on them.
   */
  private static void settle(Connection connection) throws SQLException {
    run(connection, "PRAGMA user_version = " + EventJson.FORMAT);
    run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }
}
