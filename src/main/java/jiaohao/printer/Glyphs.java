package jiaohao.printer;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/** Puts the outlines of a font's characters into a printer's cells: sharp at every size. */
final class Glyphs {
  private static final float SIZE = 23f;
  private static final int BASELINE_DOTS = 5;

  private Glyphs() {}

  /** Fills a character of a cell that begins at {@code x} and ends at {@code bottom}. */
  static void fill(
      Graphics2D pen, Font font, int codePoint, int cell, int times, int x, int bottom) {
    if (codePoint != ' ') {
      pen.fill(outline(pen, font, codePoint, cell, times, times, x, bottom));
    }
  }

  /** The character, centred in its cell, enlarged so many times. */
  static Shape outline(
      Graphics2D pen,
      Font font,
      int codePoint,
      int cell,
      int width,
      int height,
      int x,
      int bottom) {
    TextLayout shape =
        new TextLayout(
            Character.toString(codePoint), font.deriveFont(SIZE), pen.getFontRenderContext());
    AffineTransform place = AffineTransform.getTranslateInstance(x, bottom);
    place.scale(width, height);
    place.translate((cell - shape.getAdvance()) / 2, -BASELINE_DOTS);
    return shape.getOutline(place);
  }
}
