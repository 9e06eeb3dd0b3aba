package jiaohao.printer;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * Draws with the fonts installed on the box, which are looked for when the first such line is. A
 * Java without a font manager, or a box without fonts, has none.
 */
final class InstalledTypeface implements Typeface {
  private boolean broken;

  @Override
  public Optional<Dots> draw(String words, int times) {
    if (broken) {
      return Optional.empty();
    }
    try {
      return Fonts.with(words).map(font -> drawn(words, times, font));
    } catch (LinkageError | InternalError | RuntimeException noFonts) {
      Logger.warn(noFonts, "no fonts can be used");
      broken = true;
      return Optional.empty();
    }
  }

  private static Dots drawn(String words, int times, Font font) {
    int cellHeight = SlipLayout.CHARACTER_DOTS * times;
    int width = Columns.of(words) * 12 * times;
    BufferedImage image = new BufferedImage(width, cellHeight, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D pen = image.createGraphics();
    int x = 0;
    for (int codePoint : words.codePoints().toArray()) {
      int cell = Columns.of(codePoint) * 12;
      Glyphs.fill(pen, font, codePoint, cell, times, x, cellHeight);
      x += cell * times;
    }
    pen.dispose();
    return dots(image);
  }

  private static Dots dots(BufferedImage image) {
    Dots dots = new Dots(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xFF) != 0) {
          dots.blacken(x, y);
        }
      }
    }
    return dots;
  }
}
