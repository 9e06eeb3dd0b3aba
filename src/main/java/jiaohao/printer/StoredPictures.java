package jiaohao.printer;

/**
 * What a technician has stored in the simulated printer: under every number the same plate, a frame
 * with a tick in it, as tall as a logo may be.
 */
final class StoredPictures {
  private static final int SIDE = TicketLayout.LOGO_DOTS;
  private static final int LINE = 6;

  private StoredPictures() {}

  static Strip.Picture of(Alignment alignment) {
    Dots dots = new Dots(SIDE, SIDE);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (onFrame(x, y) || onTick(x, y)) {
          dots.blacken(x, y);
        }
      }
    }
    return new Strip.Picture(dots.widthBytes(), SIDE, dots.rows(), alignment);
  }

  private static boolean onFrame(int x, int y) {
    return Math.min(Math.min(x, y), Math.min(SIDE - 1 - x, SIDE - 1 - y)) < LINE;
  }

  private static boolean onTick(int x, int y) {
    int down = y - (x < 40 ? x + 30 : 110 - x);
    return x >= 22 && x < 76 && Math.abs(down) < LINE;
  }
}
