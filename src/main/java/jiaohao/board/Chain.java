package jiaohao.board;

import java.io.IOException;
import java.util.function.IntUnaryOperator;

/**
 * A chain of MAX7219 on one bus. A frame is one register for every chip, the pair of the farthest
 * chip first, because what goes in first is shifted farthest; 8 chips take 16 bytes. A show is five
 * frames of settings and eight of digits: 13 frames, 1.7 ms for 8 chips at 1 MHz.
 */
final class Chain implements AutoCloseable {
  private final Spi spi;
  private final int chips;

  /**
   * Takes over the bus, and closes it when closed itself.
   *
   * @param chips in the chain, 1–64
   */
  Chain(Spi spi, int chips) {
    this.spi = spi;
    this.chips = chips;
  }

  int chips() {
    return chips;
  }

  /** One digit register of one chip. */
  @FunctionalInterface
  interface Digits {
    /**
     * What the register is to hold.
     *
     * @param chip place in the chain, the nearest 0
     * @param digit 0–7
     */
    int of(int chip, int digit);
  }

  /**
   * Sends everything. A chip that is off keeps its digits, which the data sheet suggests for
   * flashing a display.
   *
   * @param brightness 0–15
   * @param power 1 for a chip that is on, 0 for one that is off
   * @throws IOException when the bus does not take it
   */
  void show(int brightness, IntUnaryOperator power, Digits digits) throws IOException {
    send(Max7219.DISPLAY_TEST, chip -> 0);
    send(Max7219.DECODE_MODE, chip -> 0);
    send(Max7219.SCAN_LIMIT, chip -> Max7219.DIGITS - 1);
    send(Max7219.INTENSITY, chip -> brightness);
    send(Max7219.SHUTDOWN, power);
    // From the last, which is the leftmost place of a row of seven-segment digits.
    for (int digit = Max7219.DIGITS - 1; digit >= 0; digit--) {
      int register = digit;
      send(Max7219.FIRST_DIGIT + digit, chip -> digits.of(chip, register));
    }
  }

  private void send(int register, IntUnaryOperator data) throws IOException {
    byte[] frame = new byte[2 * chips];
    for (int chip = 0; chip < chips; chip++) {
      int pair = 2 * (chips - 1 - chip);
      frame[pair] = (byte) register;
      frame[pair + 1] = (byte) data.applyAsInt(chip);
    }
    spi.transfer(frame);
  }

  @Override
  public void close() {
    spi.close();
  }
}
