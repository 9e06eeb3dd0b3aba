package jiaohao.config;

import java.util.List;

/**
 * How far broken syntax reaches. A line that cannot be read hides what it meant to declare, and a
 * broken table header makes the keys below it seem to belong to the table above: reporting those
 * too would bury the one thing that is to be mended.
 */
final class Damage {
  static final Damage NONE = new Damage(List.of());

  /**
   * @param first line of the section's header
   * @param last line before the next header
   * @param header whether the header itself is broken
   */
  private record Stretch(int first, int last, boolean header) {
    boolean holds(int line) {
      return line >= first && line <= last;
    }
  }

  private final List<Stretch> stretches;

  private Damage(List<Stretch> stretches) {
    this.stretches = List.copyOf(stretches);
  }

  /** The reach of syntax errors at {@code places} in {@code text}. */
  static Damage around(List<Place> places, Characters text) {
    return new Damage(places.stream().map(place -> stretch(place.line(), text)).toList());
  }

  private static Stretch stretch(int line, Characters text) {
    boolean header = text.looksLikeHeader(line) || text.looksLikeEndOfHeader(line);
    int last = line;
    while (last < text.lineCount() && !text.looksLikeHeader(last + 1)) {
      last++;
    }
    return new Stretch(header ? line : text.headerAbove(line), last, header);
  }

  boolean any() {
    return !stretches.isEmpty();
  }

  /** Whether what stands at {@code place} is below a broken header. */
  boolean covers(Place place) {
    return stretches.stream().anyMatch(part -> part.header() && part.holds(place.line()));
  }

  /** Whether something in the table beginning at {@code place} may be on a broken line. */
  boolean mayHideFrom(Place place) {
    return stretches.stream().anyMatch(part -> part.holds(place.line()));
  }
}
