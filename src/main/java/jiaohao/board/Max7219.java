package jiaohao.board;

/**
 * Register addresses and values of the MAX7219 (data sheet 19-4452, tables 2 to 10). A frame's pair
 * is address, then data; the upper four bits of the address are ignored.
 */
final class Max7219 {
  /** Does nothing; for chips that a frame should pass by (table 2). */
  static final int NO_OP = 0x00;

  /** First of the eight digit registers, 01 to 08 (table 2). */
  static final int FIRST_DIGIT = 0x01;

  static final int DIGITS = 8;

  /** One bit a digit: 1 decodes it by code B, 0 takes its bits as segments (table 4). */
  static final int DECODE_MODE = 0x09;

  /** Brightness in 16 steps, 00 to 0F (table 7). */
  static final int INTENSITY = 0x0A;

  /** Highest digit that is driven, 0 to 7 (table 8). */
  static final int SCAN_LIMIT = 0x0B;

  /** 0 blanks the chip and keeps its registers, 1 is normal operation (table 3). */
  static final int SHUTDOWN = 0x0C;

  /** 1 lights every segment whatever the other registers say (table 10). */
  static final int DISPLAY_TEST = 0x0F;

  static final int REGISTERS = 16;

  private Max7219() {}
}
