package jiaohao.printer;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Lays a slip out on 58 or 80 mm paper. Everything of one size stands together, and sizes change as
 * seldom as they can: the {@link Composer} tells why.
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

  Job lay(Sheet sheet) {
    Composer out = new Composer(columns);
    return switch (sheet) {
      case Slip slip -> new Laying(out, slip).job();
      case Handout handout -> new HandoutLayout(out, handout).job();
    };
  }

  /** Side of a QR code of so many bytes at level M (ISO/IEC 18004, table 7): versions 1–3. */
  private static int qrModules(int bytes) {
    return bytes <= 14 ? 21 : bytes <= 26 ? 25 : 29;
  }

  /** One slip while it is being laid out. */
  private final class Laying {
    private final Composer out;
    private final Slip slip;
    private final SlipWords words;

    Laying(Composer out, Slip slip) {
      this.out = out;
      this.slip = slip;
      this.words = SlipWords.in(slip.language());
    }

    Job job() {
      String language = slip.language();
      out.lines(slip.hall().in(language));
      out.size(numberTimes());
      out.lines(slip.number());
      out.size(2);
      if (slip.reprint()) {
        out.lines(words.reprint());
        out.gap();
      }
      out.lines(slip.service().in(language));
      out.gap();
      out.clauses(words.turn(slip.turn()));
      out.gap();
      out.size(slip.larger() ? 2 : 1);
      papers(language);
      out.clauses(words.missed());
      out.gap();
      out.size(1); // where the next sheet begins
      qr();
      out.lines(TIME.format(slip.issuedAt()));
      return out.cut();
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
      out.clauses(words.haveReady(papers));
      if (slip.larger()) {
        out.gap();
      }
    }

    private void qr() {
      if (!slip.reference().isEmpty()) {
        out.qr(slip.reference(), qrModules(slip.reference().length()) * QR_MODULE_DOTS);
      }
    }
  }
}
