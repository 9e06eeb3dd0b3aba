package jiaohao.journal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import jiaohao.journal.EventJson.Decoded;

/** A row as it lies in the file, not yet understood and not yet believed. */
final class Stored {
  static final String COLUMNS = "seq, at, day, type, body, hash";

  private final long seq;
  private final String at;
  private final String day;
  private final String type;
  private final byte[] body;
  private final String hash;

  Stored(ResultSet row) throws SQLException {
    this.seq = row.getLong(1);
    this.at = row.getString(2);
    this.day = row.getString(3);
    this.type = row.getString(4);
    this.body = row.getBytes(5);
    this.hash = row.getString(6);
  }

  long seq() {
    return seq;
  }

  String hash() {
    return hash;
  }

  /** The very bytes, which need not be UTF-8 if someone has been at them. */
  byte[] body() {
    return body;
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Throws EventFormatException. */
  Decoded decoded() {
    return EventJson.decode(text());
  }

  /** Throws EventFormatException. */
  Row row() {
    String text = text();
    Decoded decoded = EventJson.decode(text);
    return new Row(decoded.journal(), seq, decoded.fact(), text, hash);
  }

  /** Whether the columns that are there for looking things up say what the body says. */
  boolean columnsAgree(Decoded decoded) {
    return decoded.seq() == seq
        && JsonTime.format(decoded.fact().at()).equals(at)
        && decoded.fact().day().toString().equals(day)
        && EventJson.type(decoded.fact().event()).equals(type);
  }
}
