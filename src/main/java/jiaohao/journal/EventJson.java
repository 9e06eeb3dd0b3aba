package jiaohao.journal;

import java.time.DateTimeException;
import java.util.UUID;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;

/**
 * A fact as one line of JSON, and back: the frozen format 1. The hash of a row is taken over these
 * very bytes, so the same fact always makes the same line. Keys, in this order: {@code v}, {@code
 * journal}, {@code seq}, {@code at}, {@code day}, {@code type}; where they apply {@code ticket},
 * {@code number}, {@code stage}, {@code counter}; then the event's other components as declared,
 * seconds as {@code …_s}. A later version may add keys and types, never change what stands here.
 */
public final class EventJson {
  /** The format's version, {@code v}. */
  public static final int FORMAT = 1;

  private EventJson() {}

  /**
   * A line, understood.
   *
   * @param seq from 1
   */
  public record Decoded(UUID journal, long seq, Fact fact) {}

  /**
   * Spells a fact.
   *
   * @throws IllegalArgumentException when the format would lose something of it: parts of a
   *     millisecond, half a surrogate pair
   */
  public static String encode(UUID journal, long seq, Fact fact) {
    JsonLine line =
        new JsonLine()
            .number("v", FORMAT)
            .text("journal", journal.toString())
            .number("seq", seq)
            .time("at", fact.at())
            .day("day", fact.day())
            .text("type", type(fact.event()));
    HallEventJson.write(line, fact.event());
    return line.toString();
  }

  /**
   * Reads a line; keys it does not know are passed over.
   *
   * @throws EventFormatException for another format, an unknown type, a missing or wrong value
   */
  public static Decoded decode(String line) {
    String where = "an event";
    try {
      JsonFields fields = JsonFields.parse(line);
      long seq = fields.whole("seq");
      where = "event " + seq;
      requireFormat(fields.whole("v"), where);
      String type = fields.text("type");
      where = where + " (" + type + ")";
      Event event = HallEventJson.read(type, fields, where);
      Fact fact = new Fact(fields.time("at"), fields.day("day"), event);
      return new Decoded(UUID.fromString(fields.text("journal")), seq, fact);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new EventFormatException(
          where
              + " is damaged: "
              + e.getMessage()
              + "; run journal verify, then restore the journal from a copy or from the centre",
          e);
    }
  }

  private static void requireFormat(long format, String where) {
    if (format != FORMAT) {
      throw new EventFormatException(
          where
              + " has format "
              + format
              + ", this firmware reads "
              + FORMAT
              + "; install the firmware that wrote it, or a newer one");
    }
  }

  /** The event's name in the format, {@code type}. */
  static String type(Event event) {
    return HallEventJson.type(event);
  }
}
