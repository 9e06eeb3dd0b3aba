package jiaohao.journal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Time as events spell it: 2026-11-22T09:15:00.123+08:00, always with three decimals. */
final class JsonTime {
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private JsonTime() {}

  /** Refuses what the spelling would lose: parts of a millisecond, seconds of an offset. */
  static String format(OffsetDateTime time) {
    if (time.getNano() % 1_000_000 != 0 || time.getOffset().getTotalSeconds() % 60 != 0) {
      throw new IllegalArgumentException("time is kept in whole milliseconds, not " + time);
    }
    if (time.getYear() < 0 || time.getYear() > 9999) {
      throw new IllegalArgumentException("a year has four digits, not " + time.getYear());
    }
    return ISO_MILLIS.format(time);
  }

  /** Throws DateTimeException when it is spelled otherwise. */
  static OffsetDateTime parse(String text) {
    return OffsetDateTime.parse(text, ISO_MILLIS);
  }
}
