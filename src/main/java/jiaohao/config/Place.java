package jiaohao.config;

/**
 * A spot in a file, as editors count.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Place(int line, int column) implements Comparable<Place> {
  /** Where things are reported that stand nowhere: a file that is missing, a table left out. */
  public static final Place START = new Place(1, 1);

  /** The place of what follows {@code text}, whatever kind of line ends it has. */
  static Place after(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    int lineStart = lines.lastIndexOf('\n') + 1;
    int line = 1 + (int) lines.chars().filter(character -> character == '\n').count();
    return new Place(line, lines.codePointCount(lineStart, lines.length()) + 1);
  }

  @Override
  public int compareTo(Place other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
