package jiaohao.hall;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The unique name of a ticket: its business day and the number on the paper, "2026-11-22/A012".
 *
 * @param day business day the number was issued on
 * @param prefix letter of the service, A–Z
 * @param ordinal 1–999 within day and prefix
 */
public record TicketId(LocalDate day, char prefix, int ordinal) implements Comparable<TicketId> {
  public static final int LAST_ORDINAL = 999;

  /** Compiled once: a fold over a year parses more than a million of these. */
  private static final Pattern SPELLING = Pattern.compile("\\d{4}-\\d\\d-\\d\\d/[A-Z]\\d{3}");

  public TicketId {
    if (prefix < 'A' || prefix > 'Z') {
      throw new IllegalArgumentException("a prefix is one letter A-Z, not " + prefix);
    }
    if (ordinal < 1 || ordinal > LAST_ORDINAL) {
      throw new IllegalArgumentException("a number lies in 1-999, not " + ordinal);
    }
  }

  /** Reads "2026-11-22/A012"; throws IllegalArgumentException or DateTimeException otherwise. */
  public static TicketId parse(String text) {
    if (!SPELLING.matcher(text).matches()) {
      throw new IllegalArgumentException("a ticket is DAY/NUMBER, not " + text);
    }
    return new TicketId(
        LocalDate.parse(text.substring(0, 10)),
        text.charAt(11),
        Integer.parseInt(text.substring(12)));
  }

  /** What stands on the paper and the board: letter and three digits. */
  public String number() {
    char[] digits = {
      prefix,
      (char) ('0' + ordinal / 100),
      (char) ('0' + ordinal / 10 % 10),
      (char) ('0' + ordinal % 10)
    };
    return new String(digits);
  }

  @Override
  public int compareTo(TicketId other) {
    int byDay = day.compareTo(other.day);
    if (byDay != 0) {
      return byDay;
    }
    int byPrefix = Character.compare(prefix, other.prefix);
    return byPrefix != 0 ? byPrefix : Integer.compare(ordinal, other.ordinal);
  }

  @Override
  public String toString() {
    return day + "/" + number();
  }
}
