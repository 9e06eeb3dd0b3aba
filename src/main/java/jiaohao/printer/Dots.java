package jiaohao.printer;

/**
 * A black and white picture in rows from the top; the left-most dot is in bit 7, a set bit black.
 */
final class Dots {
  private final int widthBytes;
  private final byte[] rows;

  /** All white. */
  Dots(int width, int height) {
    widthBytes = (width + 7) / 8;
    rows = new byte[widthBytes * height];
  }

  void blacken(int x, int y) {
    rows[y * widthBytes + x / 8] |= (byte) (0x80 >> x % 8);
  }

  int widthBytes() {
    return widthBytes;
  }

  int height() {
    return rows.length / widthBytes;
  }

  byte[] rows() {
    return rows.clone();
  }
}
