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

  // Put together by SQLite itself: row by row through JDBC takes five times as long.
  private static final String PASSAGE =
      "SELECT min(seq), max(seq), count(*),"
          + " group_concat(substr(body, 1, length(body) - 1) || '"
          + Row.BEFORE_HASH
          + "' || hash || '"
          + Row.AFTER_HASH
          + "\n', '' ORDER BY seq)"
          + " FROM (SELECT seq, body, hash FROM event WHERE seq >= ? ORDER BY seq LIMIT ?)";

  /** How many rows from one on have no more bytes than so many, with what a line has besides. */
  private static final String FITTING =
      "SELECT count(*) FROM (SELECT sum(octet_length(body) + "
          + (Row.TAIL_LENGTH + 1)
          + ") OVER (ORDER BY seq ROWS UNBOUNDED PRECEDING) AS total"
          + " FROM event WHERE seq >= ? ORDER BY seq LIMIT ?) WHERE total <= ?";

  private final PreparedStatement fitting;
  private final PreparedStatement passage;
  private final PreparedStatement page;
  private final PreparedStatement ends;

  Rows(Connection connection) throws SQLException {
    fitting = connection.prepareStatement(FITTING);
    passage = connection.prepareStatement(PASSAGE);
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

  /**
   * How many of the next events are so large together at most; 0 if already the first is larger.
   */
  int fitting(long fromSeq, int atMost, int mostBytes) throws SQLException {
    fitting.setLong(1, fromSeq);
    fitting.setInt(2, atMost);
    fitting.setInt(3, mostBytes);
    try (ResultSet result = fitting.executeQuery()) {
      result.next();
      return result.getInt(1);
    }
  }

  /** At most so many events as text; empty if there is none, or the first is missing. */
  Optional<Passage> passage(long fromSeq, int atMost) throws SQLException {
    passage.setLong(1, fromSeq);
    passage.setInt(2, atMost);
    try (ResultSet result = passage.executeQuery()) {
      result.next();
      long first = result.getLong(1);
      long last = result.getLong(2);
      boolean whole = result.getInt(3) > 0 && first == fromSeq;
      return whole && last - first + 1 == result.getInt(3)
          ? Optional.of(new Passage(first, last, hashOf(last), result.getBytes(4)))
          : Optional.empty();
    }
  }

  private String hashOf(long seq) throws SQLException {
    return page(seq, 1).getFirst().hash();
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
    fitting.close();
    passage.close();
    page.close();
    ends.close();
  }
}
