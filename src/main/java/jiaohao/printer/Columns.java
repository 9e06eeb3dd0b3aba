package jiaohao.printer;

import java.util.ArrayList;
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

  private static String[] pieces(String words) {
    return words.split("(?<=[,:、,: ])");
  }
}
