package jiaohao.printer;

import java.util.List;

/**
 * Composes a sheet line by line, and knows how much paper that takes. At 9600 baud a byte is a
 * millisecond of the customer's time: what does not change is not said again. A sheet begins and
 * ends at size 1.
 */
final class Composer {
  private final EscPos out = new EscPos();
  private final int columns;
  private int times = 1;
  private int paperDots = SlipLayout.CUT_FEED_DOTS;

  /**
   * @param columns of the paper at size 1
   */
  Composer(int columns) {
    this.columns = columns;
    out.chinese().align(Alignment.CENTRE);
  }

  int columns() {
    return columns;
  }

  void size(int wanted) {
    if (wanted != times) {
      out.size(wanted, wanted);
      times = wanted;
    }
  }

  /** From here on at the left margin. */
  void left() {
    out.align(Alignment.LEFT);
  }

  void lines(String text) {
    Columns.wrap(text, columns / times).forEach(this::line);
  }

  /** In one line, or when that is too long each from a line of its own. */
  void clauses(List<String> clauses) {
    String whole = String.join("", clauses);
    if (Columns.of(whole) <= columns / times) {
      lines(whole);
    } else {
      clauses.forEach(this::lines);
    }
  }

  /** One of a list; where it takes several lines, they stand under its first word. */
  void item(String mark, String words) {
    String indent = " ".repeat(Columns.of(mark));
    String before = mark;
    for (String part : Columns.wrap(words, columns / times - indent.length())) {
      line(before + part);
      before = indent;
    }
  }

  /** A line of just this, as it is. */
  void line(String words) {
    out.line(words);
    paperDots += Math.max(SlipLayout.LINE_DOTS, SlipLayout.CHARACTER_DOTS * times);
  }

  void gap() {
    out.line();
    paperDots += SlipLayout.LINE_DOTS;
  }

  /** A QR code so many dots high, and a line. */
  void qr(String content, int dots) {
    out.qr(content).line();
    paperDots += dots + SlipLayout.LINE_DOTS;
  }

  Job cut() {
    out.feedAndCut();
    return new Job(out.toBytes(), paperDots);
  }
}
