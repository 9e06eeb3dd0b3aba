package jiaohao.printer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Lays pictures of slips side by side on one table, in rows, at half their size. */
final class ContactSheet {
  private static final double SCALE = 0.5;
  private static final Color TABLE = new Color(0xE4, 0xE1, 0xDB);

  private ContactSheet() {}

  /** In shades of grey, as paper is. */
  static BufferedImage of(List<List<PrintedSlip>> rows) {
    List<BufferedImage> lines = rows.stream().map(ContactSheet::row).toList();
    int width = lines.stream().mapToInt(BufferedImage::getWidth).max().orElse(1);
    int height = lines.stream().mapToInt(BufferedImage::getHeight).sum();
    BufferedImage sheet = table(width, height);
    Graphics2D pen = sheet.createGraphics();
    int y = 0;
    for (BufferedImage line : lines) {
      pen.drawImage(line, (width - line.getWidth()) / 2, y, null);
      y += line.getHeight();
    }
    pen.dispose();
    return sheet;
  }

  private static BufferedImage row(List<PrintedSlip> slips) {
    List<BufferedImage> pictures = slips.stream().map(SlipPicture::image).toList();
    int width = pictures.stream().mapToInt(picture -> scaled(picture.getWidth())).sum();
    int height = pictures.stream().mapToInt(picture -> scaled(picture.getHeight())).max().orElse(1);
    BufferedImage row = table(width, height);
    Graphics2D pen = row.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    int x = 0;
    for (BufferedImage picture : pictures) {
      pen.drawImage(picture, x, 0, scaled(picture.getWidth()), scaled(picture.getHeight()), null);
      x += scaled(picture.getWidth());
    }
    pen.dispose();
    return row;
  }

  private static int scaled(int dots) {
    return (int) Math.round(dots * SCALE);
  }

  private static BufferedImage table(int width, int height) {
    BufferedImage table = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = table.createGraphics();
    pen.setColor(TABLE);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return table;
  }
}
