package jiaohao.testing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of a page, small enough to be kept with the sources. */
public final class Picture {
  private Picture() {}

  /** Writes a screenshot as a PNG of this width. */
  public static void write(byte[] screenshot, int width, Path file) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(screenshot));
    int height = whole.getHeight() * width / whole.getWidth();
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(whole, 0, 0, width, height, null);
    pen.dispose();
    try (var out = Files.newOutputStream(file)) {
      ImageIO.write(fewColours(small), "png", out);
    }
  }

  /** The writer of GIFs chooses the 256 colours that suit a picture best. */
  private static BufferedImage fewColours(BufferedImage picture) throws IOException {
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    ImageIO.write(picture, "gif", gif);
    return ImageIO.read(new ByteArrayInputStream(gif.toByteArray()));
  }
}
