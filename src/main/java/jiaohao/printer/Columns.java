package jiaohao.printer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures and breaks text in printer columns: a Latin letter takes one, a Chinese one two. */
final class Columns {
  private Columns() {}

  /** Columns that {@code words} take at normal width. */
  static int of(String words) {
    return words.codePoints().map(Columns::of).sum();
  }

  /** One or two: everything that GB18030 writes in more than one byte is drawn square. */
  static int of(int codePoint) {
    return codePoint < 0x80 ? 1 : 2;
  }

  /**
   * Breaks where a reader would: after a comma, a colon, 、 or at a space; inside a word only when
   * it alone is too wide.
   *
   * @param columns per line, at least 2
   */
  static List<String> wrap(String words, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(words)) {
      if (of(line + piece.stripTrailing()) > columns && !line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      for (int codePoint : piece.codePoints().toArray()) {
        if (of(line.toString()) + of(codePoint) > columns && codePoint != ' ') {
          lines.add(line.toString().strip());
          line.setLength(0);
        }
        line.appendCodePoint(codePoint);
      }
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  /**
   * Broken into as few lines as {@link #wrap} does, and those as even as they can be without
   * breaking what need not be.
   */
  static List<String> balanced(String words, int columns) {
    List<String> lines = wrap(words, columns);
    int least =
        Arrays.stream(pieces(words))
            .mapToInt(piece -> of(piece.stripTrailing()))
            .filter(width -> width <= columns)
            .max()
            .orElse(2);
    for (int narrower = columns - 1; narrower >= Math.max(2, least); narrower--) {
      List<String> next = wrap(words, narrower);
      if (next.size() > lines.size()) {
        break;
      }
      lines = next;
    }
    return lines;
  }

  private static String[] pieces(String words) {
    return words.split("(?<=[,:、,: ])");
  }
}
