package jiaohao.printer;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Lays a slip out on 58 or 80 mm paper. At 9600 baud a byte is a millisecond of the customer's
 * time, so everything of one size stands together and sizes change as seldom as they can.
 */
final class SlipLayout {
  /** A line of 24 dots is fed 1/6 inch, the power-on setting of ESC 2. */
  static final int LINE_DOTS = 34;

  /** Height of a character of size 1. */
  static final int CHARACTER_DOTS = 24;

  /** From the print head to the cutter, about 14 mm. */
  static final int CUT_FEED_DOTS = 112;

  private static final int QR_MODULE_DOTS = 6;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final int columns;

  /**
   * @param widthMillimetres 58 (32 columns) or 80 (48 columns)
   */
  SlipLayout(int widthMillimetres) {
    if (widthMillimetres != 58 && widthMillimetres != 80) {
      throw new IllegalArgumentException("paper is 58 or 80 mm wide, not " + widthMillimetres);
    }
    columns = widthMillimetres == 58 ? 32 : 48;
  }

  /**
   * What the slips of a connection rely on. Lasts until power-off, so it is not paid for with every
   * slip; a printer that lost it draws the QR code smaller, and no worse.
   */
  static EscPos setUp() {
    return new EscPos().initialize().qrModuleDots(QR_MODULE_DOTS).qrCorrectionM();
  }

  Job lay(Slip slip) {
    return new Sheet(slip).job();
  }

  /** Side of a QR code of so many bytes at level M (ISO/IEC 18004, table 7): versions 1–3. */
  private static int qrModules(int bytes) {
    return bytes <= 14 ? 21 : bytes <= 26 ? 25 : 29;
  }

  /** One slip while it is being laid out. */
  private final class Sheet {
    private final EscPos out = new EscPos();
    private final Slip slip;
    private final SlipWords words;
    private int times = 1;
    private int paperDots = CUT_FEED_DOTS;

    Sheet(Slip slip) {
      this.slip = slip;
      this.words = SlipWords.in(slip.language());
    }

    Job job() {
      String language = slip.language();
      out.chinese().align(Alignment.CENTRE);
      lines(slip.hall().in(language));
      size(numberTimes());
      lines(slip.number());
      size(2);
      if (slip.reprint()) {
        lines(words.reprint());
        gap();
      }
      lines(slip.service().in(language));
      gap();
      lines(words.ahead(slip.ahead()));
      gap();
      size(slip.larger() ? 2 : 1);
      papers(language);
      clauses(words.missed());
      gap();
      size(1); // where the next slip begins
      qr();
      lines(TIME.format(slip.issuedAt()));
      out.feedAndCut();
      return new Job(out.toBytes(), paperDots);
    }

    /** As wide as the paper bears with a margin; the larger slip fills it. */
    private int numberTimes() {
      int widest = Math.min(8, columns / slip.number().length());
      return slip.larger() ? widest : Math.min(widest, columns == 32 ? 5 : 6);
    }

    private void papers(String language) {
      if (slip.papers().isEmpty()) {
        return;
      }
      List<String> papers = slip.papers().stream().map(paper -> paper.in(language)).toList();
      clauses(words.haveReady(papers));
      if (slip.larger()) {
        gap();
      }
    }

    private void qr() {
      if (!slip.reference().isEmpty()) {
        out.qr(slip.reference()).line();
        paperDots += qrModules(slip.reference().length()) * QR_MODULE_DOTS + LINE_DOTS;
      }
    }

    private void size(int wanted) {
      if (wanted != times) {
        out.size(wanted, wanted);
        times = wanted;
      }
    }

    private void lines(String text) {
      for (String line : Columns.wrap(text, columns / times)) {
        out.line(line);
        paperDots += Math.max(LINE_DOTS, CHARACTER_DOTS * times);
      }
    }

    /** In one line, or when that is too long each from a line of its own. */
    private void clauses(List<String> clauses) {
      String whole = String.join("", clauses);
      if (Columns.of(whole) <= columns / times) {
        lines(whole);
      } else {
        clauses.forEach(this::lines);
      }
    }

    private void gap() {
      out.line();
      paperDots += LINE_DOTS;
    }
  }
}
