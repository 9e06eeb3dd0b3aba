package jiaohao.hall;

import java.util.List;
import java.util.OptionalInt;

/**
 * What stands on a ticket's slip, and in which order.
 *
 * @param lines each at most once, {@link Line#NUMBER} always
 * @param bilingual whether the hall's other language stands under the ticket's own
 * @param logo a picture stored in the printer by the technician, 1–255; empty: none
 * @param footer the hall's own words, one line each
 */
public record SlipTemplate(
    List<Line> lines, boolean bilingual, OptionalInt logo, List<Text> footer) {
  /** A part of a slip. One that has nothing to say on this ticket takes no paper. */
  public enum Line {
    LOGO,
    /** The hall's name. */
    HALL,
    NUMBER,
    SERVICE,
    /** Customers before this one, and how long that may take; or the appointment. */
    AHEAD,
    /** What to have ready. */
    PAPERS,
    /** What to do about a missed call. */
    MISSED,
    QR,
    /** When the number was taken. */
    TIME,
    FOOTER
  }

  /** As where a hall file says nothing about it. */
  public static final SlipTemplate USUAL =
      new SlipTemplate(List.of(Line.values()), false, OptionalInt.empty(), List.of());

  public SlipTemplate {
    lines = List.copyOf(lines);
    footer = List.copyOf(footer);
  }
}
