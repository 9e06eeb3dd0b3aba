package jiaohao.central;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.tinylog.Logger;

/**
 * Who may log in at a centre, and what was done there: one SQLite file beside its copy. What was
 * done is only added to. Any thread may use it, and the command line beside a running centre.
 */
public final class StaffFile implements AutoCloseable {
  static final String FILE = "staff.db";

  private static final List<String> STATEMENTS =
      List.of(
          "PRAGMA busy_timeout = 5000",
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "CREATE TABLE IF NOT EXISTS person (name TEXT PRIMARY KEY, role TEXT NOT NULL,"
              + " password TEXT NOT NULL) STRICT",
          "CREATE TABLE IF NOT EXISTS deed (id INTEGER PRIMARY KEY, at TEXT NOT NULL,"
              + " who TEXT NOT NULL, address TEXT NOT NULL, what TEXT NOT NULL) STRICT",
          "CREATE TRIGGER IF NOT EXISTS deed_not_changed BEFORE UPDATE ON deed BEGIN"
              + " SELECT RAISE(ABORT, 'deeds are only added to'); END",
          "CREATE TRIGGER IF NOT EXISTS deed_not_deleted BEFORE DELETE ON deed BEGIN"
              + " SELECT RAISE(ABORT, 'deeds are only added to'); END");

  /** Somebody who may log in. */
  public record Person(String name, Role role) {}

  /**
   * What somebody did.
   *
   * @param address they did it from; "console" for this machine's command line
   */
  public record Deed(Instant at, String who, String address, String what) {}

  private record Kept(Role role, String password) {}

  private final Connection connection;

  private StaffFile(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens the file of a centre's state directory, or makes it.
   *
   * @throws IOException when it cannot be used
   */
  public static StaffFile open(Path stateDir) throws IOException {
    Path file = stateDir.resolve(FILE);
    try {
      Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        for (String sql : STATEMENTS) {
          statement.execute(sql);
        }
      }
      return new StaffFile(connection);
    } catch (SQLException failed) {
      throw new IOException(file + ": " + failed.getMessage(), failed);
    }
  }

  /** Everybody who may log in, by name. */
  public synchronized List<Person> people() throws IOException {
    return query(
        "SELECT name, role FROM person ORDER BY name",
        row -> new Person(row.getString(1), role(row.getString(2))));
  }

  /** Lets somebody log in, or changes their role and password; empties the password. */
  public synchronized void put(String name, Role role, char[] password) throws IOException {
    update(
        "INSERT OR REPLACE INTO person VALUES (?, ?, ?)",
        name,
        role.name().toLowerCase(Locale.ROOT),
        Passwords.kept(password));
  }

  /** Whether there was such a person. */
  public synchronized boolean remove(String name) throws IOException {
    return update("DELETE FROM person WHERE name = ?", name) > 0;
  }

  /** Who it is, if name and password are right. Takes as long if there is nobody of that name. */
  Optional<Person> person(String name, char[] password) throws IOException {
    Optional<Kept> kept = kept(name);
    if (kept.isEmpty()) {
      Passwords.compareWithNobodys(password);
      return Optional.empty();
    }
    return Passwords.matches(password, kept.get().password())
        ? Optional.of(new Person(name, kept.get().role()))
        : Optional.empty();
  }

  private synchronized Optional<Kept> kept(String name) throws IOException {
    return query(
            "SELECT role, password FROM person WHERE name = ?",
            row -> new Kept(role(row.getString(1)), row.getString(2)),
            name)
        .stream()
        .findFirst();
  }

  /** The role somebody has now; empty once they may not log in any more. */
  Optional<Role> role(StaffFile.Person person) throws IOException {
    return kept(person.name()).map(Kept::role);
  }

  /** Puts on record what somebody did. */
  public synchronized void note(Deed deed) throws IOException {
    update(
        "INSERT INTO deed (at, who, address, what) VALUES (?, ?, ?, ?)",
        deed.at().toString(),
        deed.who(),
        deed.address(),
        deed.what());
  }

  /** The last deeds, the latest first. */
  synchronized List<Deed> deeds(int most) throws IOException {
    return query(
        "SELECT at, who, address, what FROM deed ORDER BY id DESC LIMIT ?",
        row ->
            new Deed(
                Instant.parse(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4)),
        most);
  }

  private static Role role(String word) {
    return Role.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> query(String sql, Reading<T> reading, Object... values) throws IOException {
    try (PreparedStatement query = prepared(sql, values);
        ResultSet rows = query.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  private int update(String sql, Object... values) throws IOException {
    try (PreparedStatement update = prepared(sql, values)) {
      return update.executeUpdate();
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static IOException failure(SQLException failed) {
    return new IOException(FILE + ": " + failed.getMessage(), failed);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException unclosed) {
      Logger.warn(unclosed, "{} did not close", FILE);
    }
  }
}
