package jiaohao.printer;

import java.util.List;
import java.util.stream.Collectors;

/** A band across a printed slip, from top to bottom. */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public sealed interface Strip {
  /** How much paper it fills, in dots. */
  int heightDots();

  /** A line of characters. */
  record Line(List<Run> runs, Alignment alignment, int heightDots) implements Strip {
    public Line {
      runs = List.copyOf(runs);
    }

    /** The characters alone. */
    public String text() {
      return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** How wide the characters stand, in dots. */
    public int widthDots() {
      return runs.stream().mapToInt(Run::widthDots).sum();
    }
  }

  /**
   * Characters of one look.
   *
   * @param width times, 1–8
   * @param height times, 1–8
   */
  record Run(String text, int width, int height, boolean bold) {
    /** A Latin letter is 12 dots wide, a Chinese character 24. */
    public int widthDots() {
      return Columns.of(text) * 12 * width;
    }
  }

  /** Dots; rows of {@code widthBytes} bytes, a set bit is black, the left-most in bit 7. */
  record Picture(int widthBytes, int heightDots, byte[] rows, Alignment alignment)
      implements Strip {}

  /** White paper. */
  record Blank(int heightDots) implements Strip {}
}
