package jiaohao.printer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws a printed slip as it lies on the table, one pixel a dot. Only the bench loads it. */
public final class SlipPicture {
  private static final Color TABLE = new Color(0xE4, 0xE1, 0xDB);
  private static final Color SHADOW = new Color(0, 0, 0, 26);
  private static final Color PAPER = new Color(0xFF, 0xFE, 0xFA);
  private static final Color INK = new Color(0x1E, 0x1E, 0x22);
  private static final int TABLE_DOTS = 16;

  /** 58 and 80 mm paper is 464 and 640 dots wide, the print head 384 and 576. */
  private static final int MARGIN_58_DOTS = 40;

  private static final int MARGIN_80_DOTS = 32;

  /** The way from the head to the cutter stays white at the top, a little of it at the bottom. */
  private static final int TOP_DOTS = 72;

  private static final int BOTTOM_DOTS = 40;
  private static final int TOOTH_DOTS = 8;
  private static final Font ANY = new Font(Font.MONOSPACED, Font.PLAIN, 1);
  private static final Font CHINESE = Fonts.with("号票").orElse(ANY);
  private static final Font LATIN =
      Fonts.with("A0", List.of("zen hei mono", "dejavu sans mono", "liberation mono", "mono"))
          .orElse(ANY);

  private final PrintedSlip slip;
  private final int margin;
  private final int paperWidth;
  private final int paperHeight;

  private SlipPicture(PrintedSlip slip) {
    this.slip = slip;
    this.margin = slip.widthDots() == 384 ? MARGIN_58_DOTS : MARGIN_80_DOTS;
    this.paperWidth = slip.widthDots() + 2 * margin;
    this.paperHeight =
        TOP_DOTS + slip.strips().stream().mapToInt(Strip::heightDots).sum() + BOTTOM_DOTS;
  }

  /** The slip as a PNG. */
  public static byte[] png(PrintedSlip slip) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(slip), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return png.toByteArray();
  }

  static BufferedImage image(PrintedSlip slip) {
    return new SlipPicture(slip).draw();
  }

  private BufferedImage draw() {
    BufferedImage image =
        new BufferedImage(
            paperWidth + 2 * TABLE_DOTS, paperHeight + 2 * TABLE_DOTS, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setColor(TABLE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.translate(TABLE_DOTS, TABLE_DOTS);
    sheet(pen);
    pen.translate(margin, TOP_DOTS);
    pen.setColor(INK);
    int y = 0;
    for (Strip strip : slip.strips()) {
      strip(pen, strip, y);
      y += strip.heightDots();
    }
    pen.dispose();
    return image;
  }

  private void sheet(Graphics2D pen) {
    Path2D outline = outline();
    pen.setColor(SHADOW);
    for (int spread = 1; spread <= 3; spread++) {
      pen.fill(
          AffineTransform.getTranslateInstance(spread, 2.0 * spread)
              .createTransformedShape(outline));
    }
    pen.setColor(PAPER);
    pen.fill(outline);
  }

  /** Straight where the cutter was, toothed where the paper tore. */
  private Path2D outline() {
    Path2D outline = new Path2D.Double();
    outline.moveTo(0, 0);
    outline.lineTo(paperWidth, 0);
    outline.lineTo(paperWidth, paperHeight);
    for (int x = paperWidth; !slip.cut() && x > 0; x -= 2 * TOOTH_DOTS) {
      outline.lineTo(x - TOOTH_DOTS, paperHeight - TOOTH_DOTS * (x % 3 == 0 ? 1.4 : 0.9));
      outline.lineTo(Math.max(0, x - 2 * TOOTH_DOTS), paperHeight);
    }
    outline.lineTo(0, paperHeight);
    outline.closePath();
    return outline;
  }

  private void strip(Graphics2D pen, Strip strip, int y) {
    switch (strip) {
      case Strip.Line line -> line(pen, line, y);
      case Strip.Picture picture -> picture(pen, picture, y);
      case Strip.Blank blank -> {}
    }
  }

  private void line(Graphics2D pen, Strip.Line line, int y) {
    int x = line.alignment().offset(line.widthDots(), slip.widthDots());
    int tallest = line.runs().stream().mapToInt(Strip.Run::height).max().orElse(1);
    int baseline = y + SlipLayout.CHARACTER_DOTS * tallest;
    for (Strip.Run run : line.runs()) {
      for (int codePoint : run.text().codePoints().toArray()) {
        int cell = Columns.of(codePoint) * 12;
        character(pen, codePoint, cell, run, x, baseline);
        x += cell * run.width();
      }
    }
  }

  private static void character(
      Graphics2D pen, int codePoint, int cell, Strip.Run run, int x, int bottom) {
    if (codePoint == ' ') {
      return;
    }
    Font font = cell == 12 ? LATIN : CHINESE;
    Shape outline =
        Glyphs.outline(pen, font, codePoint, cell, run.width(), run.height(), x, bottom);
    pen.fill(outline);
    if (run.bold()) {
      pen.setStroke(new BasicStroke(run.width()));
      pen.draw(outline);
    }
  }

  private void picture(Graphics2D pen, Strip.Picture picture, int y) {
    int left = picture.alignment().offset(picture.widthBytes() * 8, slip.widthDots());
    for (int row = 0; row < picture.heightDots(); row++) {
      for (int x = 0; x < picture.widthBytes() * 8; x++) {
        byte eight = picture.rows()[row * picture.widthBytes() + x / 8];
        if ((eight & 0x80 >> x % 8) != 0) {
          pen.fillRect(left + x, y + row, 1, 1);
        }
      }
    }
  }
}
