package jiaohao.board;

import java.util.Random;

/** One MAX7219: a 16-bit shift register before sixteen registers, of which only eight light up. */
final class SimulatedChip {
  /** Code B (data sheet, table 5): what a digit shows when its decode bit is set. */
  private static final String CODE_B = "0123456789-EHLP ";

  private final int[] registers = new int[Max7219.REGISTERS];
  private int shifted;
  private boolean hasBeenOn;

  /** Takes one byte in and gives the byte that falls out at the other end. */
  int shift(int in) {
    int out = shifted >> 8;
    shifted = (shifted << 8 | in) & 0xFFFF;
    return out;
  }

  /** Chip select rises. The upper four bits of an address are ignored. */
  void latch() {
    registers[shifted >> 8 & 0x0F] = shifted & 0xFF;
    hasBeenOn |= on();
  }

  void glitch(Random random) {
    int hits = 1 + random.nextInt(Max7219.REGISTERS);
    for (int hit = 0; hit < hits; hit++) {
      registers[1 + random.nextInt(Max7219.REGISTERS - 1)] = random.nextInt(0x100);
    }
    shifted = random.nextInt(0x10000);
  }

  /** The segments lit now, from left to right. */
  byte[] lit() {
    byte[] places = new byte[Max7219.DIGITS];
    for (int place = 0; place < places.length; place++) {
      places[place] = (byte) (on() || testing() ? shape(place) : SegmentFont.BLANK);
    }
    return places;
  }

  /**
   * The characters, trimmed. A chip in shutdown keeps its digits, and a driver blinks it that way:
   * so it is read as when lit, unless it has never been switched on since it got its power.
   */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < Max7219.DIGITS; place++) {
      int shape = hasBeenOn || testing() ? shape(place) : SegmentFont.BLANK;
      // Numbers have their letter in the first place and nowhere else.
      text.append(SegmentFont.character(shape, place == 0));
    }
    return text.toString().strip();
  }

  /**
   * The eight digit registers as they light up, the first digit first.
   *
   * @param blinkingLit a chip in shutdown counts as lit, as with {@link #text}
   */
  int[] registers(boolean blinkingLit) {
    boolean lit = testing() || (blinkingLit ? hasBeenOn : on());
    int[] shapes = new int[Max7219.DIGITS];
    for (int digit = 0; digit < shapes.length; digit++) {
      shapes[digit] = lit ? shape(Max7219.DIGITS - 1 - digit) : 0;
    }
    return shapes;
  }

  private boolean on() {
    return (registers[Max7219.SHUTDOWN] & 1) == 1;
  }

  private boolean testing() {
    return (registers[Max7219.DISPLAY_TEST] & 1) == 1;
  }

  private int shape(int place) {
    int digit = Max7219.DIGITS - 1 - place;
    if (testing()) {
      return 0xFF;
    }
    if (digit > (registers[Max7219.SCAN_LIMIT] & 7)) {
      return SegmentFont.BLANK;
    }
    int data = registers[Max7219.FIRST_DIGIT + digit];
    boolean decoded = (registers[Max7219.DECODE_MODE] >> digit & 1) == 1;
    return decoded
        ? SegmentFont.segments(CODE_B.charAt(data & 0x0F)) | (data & SegmentFont.POINT)
        : data;
  }
}
