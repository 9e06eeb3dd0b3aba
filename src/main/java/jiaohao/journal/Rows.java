package jiaohao.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads rows through one connection, a page at a time: each page is a transaction of its own, over
 * before anyone looks at it, since the log cannot be moved into the file past an open reader.
 */
final class Rows implements AutoCloseable {
  /** At some 400 bytes a row, well under a megabyte. */
  static final int PAGE = 1000;

  private final PreparedStatement page;
  private final PreparedStatement ends;

  Rows(Connection connection) throws SQLException {
    page =
        connection.prepareStatement(
            "SELECT " + Stored.COLUMNS + " FROM event WHERE seq >= ? ORDER BY seq LIMIT ?");
    ends =
        connection.prepareStatement(
            "SELECT (SELECT min(seq) FROM event), (SELECT max(seq) FROM event)");
  }

  List<Stored> page(long fromSeq, int atMost) throws SQLException {
    page.setLong(1, fromSeq);
    page.setInt(2, atMost);
    try (ResultSet result = page.executeQuery()) {
      List<Stored> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(new Stored(result));
      }
      return rows;
    }
  }

  /** First and last sequence; empty while there are no rows. */
  Optional<Ends> ends() throws SQLException {
    try (ResultSet result = ends.executeQuery()) {
      result.next();
      long first = result.getLong(1);
      return result.wasNull() ? Optional.empty() : Optional.of(new Ends(first, result.getLong(2)));
    }
  }

  record Ends(long first, long last) {}

  @Override
  public void close() throws SQLException {
    page.close();
    ends.close();
  }
}
