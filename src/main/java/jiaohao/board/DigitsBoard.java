package jiaohao.board;

import java.io.IOException;
import java.util.List;

/**
 * A board of seven-segment digits, one call a chip: number at the left, counter at the right, such
 * as {@code A001 1}. The latest call is on the first chip, the one whose data input is wired to
 * this box; older calls follow down the chain, chips without a call stay blank.
 *
 * <p>A frame is one register for every chip, the pair of the farthest chip first, because what goes
 * in first is shifted farthest. Each show sends five frames of settings and eight of digits; 8
 * chips take 13 frames of 16 bytes, 1.7 ms at 1 MHz.
 *
 * <p>A blinking call is made dark with the chip's shutdown register, which the data sheet suggests
 * for flashing a display: the digits stay in their registers meanwhile.
 */
public final class DigitsBoard implements Board {
  /** 9/32 of full current (table 7): readable indoors, and one supply feeds a chain of chips. */
  private static final int BRIGHTNESS = 0x04;

  private static final int COLUMNS = Max7219.DIGITS;
  private static final int COUNTER_COLUMNS = 2;
  private static final int NUMBER_COLUMNS = COLUMNS - COUNTER_COLUMNS;

  private final Spi spi;
  private final int chips;

  /**
   * Takes over the bus, and closes it when closed itself.
   *
   * @param chips in the chain, 1–64
   */
  public DigitsBoard(Spi spi, int chips) {
    this.spi = spi;
    this.chips = chips;
  }

  @Override
  public void show(List<Shown> calls, boolean dark) throws IOException {
    sendToAll(Max7219.DISPLAY_TEST, 0);
    sendToAll(Max7219.DECODE_MODE, 0);
    sendToAll(Max7219.SCAN_LIMIT, Max7219.DIGITS - 1);
    sendToAll(Max7219.INTENSITY, BRIGHTNESS);
    sendPower(calls, dark);
    for (int column = 0; column < COLUMNS; column++) {
      sendColumn(calls, column);
    }
  }

  private void sendToAll(int register, int data) throws IOException {
    byte[] frame = new byte[2 * chips];
    for (int chip = 0; chip < chips; chip++) {
      put(frame, chip, register, data);
    }
    spi.transfer(frame);
  }

  private void sendPower(List<Shown> calls, boolean dark) throws IOException {
    byte[] frame = new byte[2 * chips];
    for (int chip = 0; chip < chips; chip++) {
      boolean off = dark && chip < calls.size() && calls.get(chip).blinking();
      put(frame, chip, Max7219.SHUTDOWN, off ? 0 : 1);
    }
    spi.transfer(frame);
  }

  /** Digit 0 of the chip drives the rightmost place on the common eight-digit modules. */
  private void sendColumn(List<Shown> calls, int column) throws IOException {
    int register = Max7219.FIRST_DIGIT + COLUMNS - 1 - column;
    byte[] frame = new byte[2 * chips];
    for (int chip = 0; chip < chips; chip++) {
      char character = chip < calls.size() ? line(calls.get(chip)).charAt(column) : ' ';
      put(frame, chip, register, SegmentFont.segments(character));
    }
    spi.transfer(frame);
  }

  private void put(byte[] frame, int chip, int register, int data) {
    int pair = 2 * (chips - 1 - chip);
    frame[pair] = (byte) register;
    frame[pair + 1] = (byte) data;
  }

  /** The eight characters of one call. */
  static String line(Shown call) {
    String number = call.number();
    String shown = number.substring(0, Math.min(number.length(), NUMBER_COLUMNS));
    boolean called = call.counter() != Shown.NO_COUNTER;
    String counter = called ? Integer.toString(call.counter()) : "";
    return shown + " ".repeat(Math.max(0, COLUMNS - shown.length() - counter.length())) + counter;
  }

  @Override
  public void close() {
    spi.close();
  }
}
