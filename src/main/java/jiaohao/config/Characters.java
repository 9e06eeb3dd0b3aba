package jiaohao.config;

import java.util.ArrayList;
import java.util.List;

/** A text by line and column, where a column is a code point, as the TOML reader counts. */
final class Characters {
  private static final int NEWLINE = '\n';

  private final int[] codePoints;
  private final int[] lineStarts;

  Characters(String text) {
    codePoints = text.codePoints().toArray();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int index = 0; index < codePoints.length; index++) {
      if (codePoints[index] == NEWLINE) {
        starts.add(index + 1);
      }
    }
    lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
  }

  int lineCount() {
    return lineStarts.length;
  }

  /** The line without its end. */
  String line(int number) {
    int start = lineStarts[number - 1];
    int end = endOf(number);
    return new String(codePoints, start, end - start);
  }

  private int endOf(int number) {
    int end = number < lineStarts.length ? lineStarts[number] - 1 : codePoints.length;
    boolean carriageReturn = end > lineStarts[number - 1] && codePoints[end - 1] == '\r';
    return carriageReturn ? end - 1 : end;
  }

  /** The code point at {@code place}, or -1 beyond the end of its line. */
  int at(Place place) {
    if (place.line() < 1 || place.line() > lineStarts.length || place.column() < 1) {
      return -1;
    }
    int index = lineStarts[place.line() - 1] + place.column() - 1;
    return index < endOf(place.line()) ? codePoints[index] : -1;
  }

  void replace(Place place, int codePoint) {
    codePoints[lineStarts[place.line() - 1] + place.column() - 1] = codePoint;
  }

  /** The nearest place that exists: the TOML reader may point one line beyond the end. */
  Place within(Place place) {
    if (place.line() > lineStarts.length) {
      return new Place(lineStarts.length, columns(lineStarts.length) + 1);
    }
    return new Place(place.line(), Math.min(place.column(), columns(place.line()) + 1));
  }

  /** Number of characters on the line. */
  int columns(int number) {
    return endOf(number) - lineStarts[number - 1];
  }

  /** Whether the line begins as a table header would, be it with full-width brackets. */
  boolean looksLikeHeader(int number) {
    String stripped = line(number).strip();
    return !stripped.isEmpty()
        && Lookalikes.asciiOf(stripped.codePointAt(0)).orElse(stripped.codePointAt(0)) == '[';
  }

  /** Whether the line may be a table header that has lost its beginning. */
  boolean looksLikeEndOfHeader(int number) {
    String stripped = line(number).strip();
    return stripped.endsWith("]") && stripped.indexOf('=') < 0;
  }

  /** The last place at which {@code words} stand; they must occur. */
  Place lastOf(String words) {
    String all = toString();
    return Place.after(all.substring(0, all.lastIndexOf(words)));
  }

  /** The line of the table header that {@code line} stands below, or is; else the first line. */
  int headerAbove(int line) {
    int header = line;
    while (header > 1 && !looksLikeHeader(header)) {
      header--;
    }
    return header;
  }

  @Override
  public String toString() {
    return new String(codePoints, 0, codePoints.length);
  }
}
