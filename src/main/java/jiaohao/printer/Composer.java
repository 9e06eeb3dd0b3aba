package jiaohao.printer;

import java.util.ArrayList;
import java.util.List;

/**
 * Composes a sheet line by line, and knows how much paper that takes. At 9600 baud a byte is a
 * millisecond of the customer's time: what does not change is not said again. A sheet begins and
 * ends at size 1.
 */
final class Composer {
  static final int LEADING_DOTS = 8;

  private final EscPos out = new EscPos();
  private final Pen pen;
  private final int columns;
  private int times = 1;
  private int paperDots = SlipLayout.CUT_FEED_DOTS;

  /**
   * @param columns of the paper at size 1
   */
  Composer(int columns, Pen pen) {
    this.columns = columns;
    this.pen = pen;
    if (pen.chinese()) {
      out.chinese();
    }
    out.align(Alignment.CENTRE);
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

  /** Whether each of the clauses stands in one line at so many times. */
  boolean fits(List<String> clauses, int wanted) {
    return clauses.stream().allMatch(clause -> Columns.of(clause) <= columns / wanted);
  }

  /** From here on at the left margin. */
  void left() {
    out.align(Alignment.LEFT);
  }

  void lines(String text) {
    paragraph(broken(text));
  }

  private List<String> broken(String text) {
    return Columns.balanced(text, columns / times);
  }

  /** Large lines fill the paper to the last dot; they want some white between them. */
  private void paragraph(List<String> lines) {
    for (int index = 0; index < lines.size(); index++) {
      if (index > 0 && times > 1) {
        space(LEADING_DOTS);
      }
      line(lines.get(index));
    }
  }

  /** In one line, or when that is too long each from a line of its own. */
  void clauses(List<String> clauses) {
    String whole = String.join("", clauses);
    if (Columns.of(whole) <= columns / times) {
      lines(whole);
      return;
    }
    paragraph(
        clauses.stream()
            .map(clause -> clause.replaceFirst("[,,] ?$", ""))
            .flatMap(clause -> broken(clause).stream())
            .toList());
  }

  /** One of a list; where it takes several lines, they stand under its first word. */
  void item(String mark, String words) {
    String indent = " ".repeat(Columns.of(mark));
    List<String> lines = new ArrayList<>();
    for (String part : Columns.wrap(words, columns / times - indent.length())) {
      lines.add((lines.isEmpty() ? mark : indent) + part);
    }
    paragraph(lines);
  }

  /** A line of just this, as it is. */
  void line(String words) {
    int height = SlipLayout.CHARACTER_DOTS * times;
    int feed = Math.max(SlipLayout.LINE_DOTS, height);
    pen.line(out, words, times, feed - height);
    paperDots += feed;
  }

  void gap() {
    space(SlipLayout.LINE_DOTS);
  }

  /** White paper, 0–255 dots. */
  void space(int dots) {
    if (dots == SlipLayout.LINE_DOTS) {
      out.line(); // two bytes less
    } else if (dots > 0) {
      out.feedDots(dots);
    }
    paperDots += dots;
  }

  /** A QR code so many dots high, and a line. */
  void qr(String content, int dots) {
    out.qr(content).line();
    paperDots += dots + SlipLayout.LINE_DOTS;
  }

  /** A picture stored in the printer, so many dots high at most. */
  void storedPicture(int number, int dots) {
    out.storedPicture(number);
    paperDots += dots;
  }

  Job cut() {
    out.feedAndCut();
    return new Job(out.toBytes(), paperDots);
  }
}
