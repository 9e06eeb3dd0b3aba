package jiaohao.sync;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jiaohao.journal.EventFormatException;
import jiaohao.journal.Row;

/**
 * Consecutive events of one journal as they travel: the exported lines, each ended by a newline.
 *
 * @param rows at least one, each following the one before by sequence
 */
public record Message(List<Row> rows) {
  private static final int HASH_DIGITS = 8;

  /**
   * @throws IllegalArgumentException when there are no rows, or they do not follow each other
   */
  public Message {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a message without events");
    }
    for (int i = 1; i < rows.size(); i++) {
      Row before = rows.get(i - 1);
      Row row = rows.get(i);
      if (row.seq() != before.seq() + 1 || !row.journal().equals(before.journal())) {
        throw new IllegalArgumentException("a message of events that do not follow each other");
      }
    }
  }

  /**
   * Reads a message as received. Whether its hashes are right is for whoever holds the event before
   * it to tell.
   *
   * @throws EventFormatException when it is none: no lines, strange ones, a gap
   */
  public static Message read(byte[] body) {
    String lines = new String(body, StandardCharsets.UTF_8);
    try {
      return new Message(lines.lines().map(Row::ofExported).toList());
    } catch (IllegalArgumentException wrong) {
      throw new EventFormatException(wrong.getMessage(), wrong);
    }
  }

  /**
   * {@code JOURNAL-FIRST-LAST-HASH8}, by which JetStream knows a message that it already has. It
   * carries the last event's hash, since a repeated id counts as the same message whatever its
   * body.
   */
  public String id() {
    return id(journal(), first().seq(), last().seq(), last().hash());
  }

  /** The same, of a passage that nobody has taken apart. */
  static String id(UUID journal, long first, long last, String lastHash) {
    return journal + "-" + first + "-" + last + "-" + lastHash.substring(0, HASH_DIGITS);
  }

  /** What is sent, in UTF-8. */
  public byte[] body() {
    StringBuilder lines = new StringBuilder();
    for (Row row : rows) {
      lines.append(row.exported()).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  public UUID journal() {
    return first().journal();
  }

  public Row first() {
    return rows.getFirst();
  }

  public Row last() {
    return rows.getLast();
  }
}
