package jiaohao.board;

import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Order;

/**
 * How 8×8 modules make one panel: which chip, register and bit a dot belongs to. An unturned module
 * has its first digit register at the top and bit 7 at the left.
 *
 * @param chips in the chain
 * @param layout how they are put together
 */
record Panel(int chips, Layout layout) {
  static final int SIDE = 8;

  int columns() {
    return chips / layout.rows();
  }

  int width() {
    return columns() * SIDE;
  }

  int height() {
    return layout.rows() * SIDE;
  }

  /** Place in the chain of the chip under a dot, the nearest 0. */
  int chip(int x, int y) {
    int row = y / SIDE;
    int column = x / SIDE;
    boolean back = layout.order() == Order.SNAKE && row % 2 == 1;
    return row * columns() + (back ? columns() - 1 - column : column);
  }

  /** Row of chips that a chip is in, the top one 0. */
  int row(int chip) {
    return chip / columns();
  }

  /** The dot's place in the unturned module: register from the top and bit from the left, 0–7. */
  private int turned(int x, int y, boolean register) {
    int right = x % SIDE;
    int down = y % SIDE;
    int last = SIDE - 1;
    return switch (layout.rotation()) {
      case 90 -> register ? last - right : down;
      case 180 -> register ? last - down : last - right;
      case 270 -> register ? right : last - down;
      default -> register ? down : right;
    };
  }

  /** The eight digit registers of every chip for a picture: chip, then register. */
  int[][] registers(Dots picture) {
    int[][] registers = new int[chips][SIDE];
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        if (picture.lit(x, y)) {
          registers[chip(x, y)][turned(x, y, true)] |= bit(x, y);
        }
      }
    }
    return registers;
  }

  /** The picture that such registers make. */
  Dots dots(int[][] registers) {
    Dots picture = new Dots(width(), height());
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        if ((registers[chip(x, y)][turned(x, y, true)] & bit(x, y)) != 0) {
          picture.light(x, y);
        }
      }
    }
    return picture;
  }

  private int bit(int x, int y) {
    return 0x80 >> turned(x, y, false);
  }
}
