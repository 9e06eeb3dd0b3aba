package jiaohao.board;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws what a board lights up, as PNG. */
final class BoardPicture {
  private static final Color GLASS = new Color(0x140606);
  private static final Color UNLIT = new Color(0x2E0F0C);
  private static final Color RED = new Color(0xFF3B22);
  private static final Color GREEN = new Color(0x3BE86B);
  private static final Color YELLOW = new Color(0xFFC83B);

  private static final int PITCH = 10;
  private static final int DOT = 8;
  private static final int MARGIN = 12;

  private static final int DIGIT_WIDTH = 36;
  private static final int DIGIT_PITCH = 48;
  private static final int DIGIT_HEIGHT = 66;
  private static final int BAR = 7;

  private BoardPicture() {}

  static byte[] dots(Dots dots) {
    BufferedImage image = blank(dots.width() * PITCH, dots.height() * PITCH);
    Graphics2D pen = pen(image);
    for (int y = 0; y < dots.height(); y++) {
      for (int x = 0; x < dots.width(); x++) {
        pen.setColor(dots.lit(x, y) ? RED : UNLIT);
        pen.fillOval(MARGIN + x * PITCH + 1, MARGIN + y * PITCH + 1, DOT, DOT);
      }
    }
    pen.dispose();
    return png(image);
  }

  /** A chip a row, as {@link SimulatedBoard#segments} gives them. */
  static byte[] digits(List<byte[]> chips) {
    return digits(chips, RED);
  }

  static byte[] screen(String number, String colour) {
    byte[] places = new byte[4];
    String padded = " ".repeat(Math.max(0, places.length - number.length())) + number;
    for (int place = 0; place < places.length; place++) {
      places[place] = (byte) SegmentFont.segments(padded.charAt(place));
    }
    return digits(
        List.of(places),
        switch (colour) {
          case "red" -> RED;
          case "yellow" -> YELLOW;
          default -> GREEN;
        });
  }

  private static byte[] digits(List<byte[]> chips, Color lit) {
    int places = chips.isEmpty() ? 1 : chips.getFirst().length;
    int rowHeight = DIGIT_HEIGHT + 2 * MARGIN;
    BufferedImage image = blank(places * DIGIT_PITCH, Math.max(1, chips.size()) * rowHeight);
    Graphics2D pen = pen(image);
    for (int chip = 0; chip < chips.size(); chip++) {
      for (int place = 0; place < places; place++) {
        int left = MARGIN + place * DIGIT_PITCH + (DIGIT_PITCH - DIGIT_WIDTH) / 2;
        digit(pen, chips.get(chip)[place], left, 2 * MARGIN + chip * rowHeight, lit);
      }
    }
    pen.dispose();
    return png(image);
  }

  private static void digit(Graphics2D pen, int segments, int left, int top, Color lit) {
    List<Polygon> bars = bars(left, top);
    for (int bar = 0; bar < bars.size(); bar++) {
      pen.setColor((segments >> (6 - bar) & 1) == 1 ? lit : UNLIT);
      pen.fillPolygon(bars.get(bar));
    }
    pen.setColor((segments & SegmentFont.POINT) != 0 ? lit : UNLIT);
    pen.fillOval(left + DIGIT_WIDTH + 1, top + DIGIT_HEIGHT - BAR, BAR, BAR);
  }

  /** Segments A to G. */
  private static List<Polygon> bars(int left, int top) {
    int right = left + DIGIT_WIDTH;
    int middle = top + DIGIT_HEIGHT / 2;
    int bottom = top + DIGIT_HEIGHT;
    List<Polygon> bars = new ArrayList<>();
    bars.add(across(left, right, top + BAR / 2));
    bars.add(down(right - BAR / 2, top, middle));
    bars.add(down(right - BAR / 2, middle, bottom));
    bars.add(across(left, right, bottom - BAR / 2));
    bars.add(down(left + BAR / 2, middle, bottom));
    bars.add(down(left + BAR / 2, top, middle));
    bars.add(across(left, right, middle));
    return bars;
  }

  private static Polygon across(int left, int right, int y) {
    int half = BAR / 2;
    int from = left + half + 1;
    int to = right - half - 1;
    return new Polygon(
        new int[] {from, from + half, to - half, to, to - half, from + half},
        new int[] {y, y - half, y - half, y, y + half, y + half},
        6);
  }

  private static Polygon down(int x, int top, int bottom) {
    int half = BAR / 2;
    int from = top + half + 1;
    int to = bottom - half - 1;
    return new Polygon(
        new int[] {x, x + half, x + half, x, x - half, x - half},
        new int[] {from, from + half, to - half, to, to - half, from + half},
        6);
  }

  private static BufferedImage blank(int width, int height) {
    BufferedImage image =
        new BufferedImage(width + 2 * MARGIN, height + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(GLASS);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.dispose();
    return image;
  }

  private static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }
}
