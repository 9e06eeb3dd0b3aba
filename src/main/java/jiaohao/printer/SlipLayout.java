package jiaohao.printer;

import jiaohao.config.DeviceFile;

/**
 * Lays sheets out on 58 or 80 mm paper. Everything of one size stands together, and sizes change as
 * seldom as they can: the {@link Composer} tells why.
 */
final class SlipLayout {
  /** A line of 24 dots is fed 1/6 inch, the power-on setting of ESC 2. */
  static final int LINE_DOTS = 34;

  /** Height of a character of size 1. */
  static final int CHARACTER_DOTS = 24;

  /** From the print head to the cutter, about 14 mm. */
  static final int CUT_FEED_DOTS = 112;

  static final int QR_MODULE_DOTS = 6;

  private final int columns;
  private final Pen pen;

  /**
   * For a printer with every character.
   *
   * @param widthMillimetres 58 (32 columns) or 80 (48 columns)
   */
  SlipLayout(int widthMillimetres) {
    this(widthMillimetres, DeviceFile.Charset.GB18030, Typeface.NONE);
  }

  /**
   * @param widthMillimetres 58 (32 columns) or 80 (48 columns)
   * @param charset what the printer draws itself
   * @param typeface draws the rest
   */
  SlipLayout(int widthMillimetres, DeviceFile.Charset charset, Typeface typeface) {
    if (widthMillimetres != 58 && widthMillimetres != 80) {
      throw new IllegalArgumentException("paper is 58 or 80 mm wide, not " + widthMillimetres);
    }
    columns = widthMillimetres == 58 ? 32 : 48;
    pen = new Pen(charset, typeface);
  }

  /**
   * What the slips of a connection rely on. Lasts until power-off, so it is not paid for with every
   * slip; a printer that lost it draws the QR code smaller, and no worse.
   */
  static EscPos setUp() {
    return new EscPos().initialize().qrModuleDots(QR_MODULE_DOTS).qrCorrectionM();
  }

  Job lay(Sheet sheet) {
    Composer out = new Composer(columns, pen);
    return switch (sheet) {
      case Slip slip -> new TicketLayout(out, slip).job();
      case Handout handout -> new HandoutLayout(out, handout).job();
      case Sorry sorry -> sorry(out, sorry);
      case Proof proof -> proof(out);
    };
  }

  /** Whether characters were wanted lately that neither the printer nor a font has. */
  boolean lacksFont() {
    return pen.spoilt();
  }

  private static Job sorry(Composer out, Sorry sorry) {
    Bilingual both = new Bilingual(out, sorry.look());
    both.say(1, sorry.hall());
    out.gap();
    both.say(2, sorry.words());
    out.size(1);
    out.gap();
    out.line(HandoutLayout.TIME.format(sorry.at()));
    return out.cut();
  }

  private static Job proof(Composer out) {
    out.line(SlipWords.ZH.paperOk() + " / " + SlipWords.EN.paperOk());
    return out.cut();
  }
}
