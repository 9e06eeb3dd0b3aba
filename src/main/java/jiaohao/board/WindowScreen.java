package jiaohao.board;

import java.io.IOException;

/**
 * A window's own screen on RS-485, of the kind Xunpeng makes for car parks: four digits in one of
 * three colours, 9600 baud. A frame is seven bytes: 3A, colour, number (the low byte first), what
 * is told (01: a number to show), the low byte of the sum of all before, 0A. Such a screen has no
 * letters, so it shows the digits of the number called to its window and 0 while there is none, and
 * it blinks by changing its colour. Each frame goes out twice, because noise just before may have
 * swallowed the beginning of the first.
 */
public final class WindowScreen implements Board {
  static final int START = 0x3A;
  static final int GREEN = 0;
  static final int YELLOW = 1;
  static final int RED = 2;
  static final int SHOW_NUMBER = 1;
  static final int END = 0x0A;
  static final int FRAME_BYTES = 7;

  private final Line line;

  /** Takes over the line, and closes it when closed itself. */
  public WindowScreen(Line line) {
    this.line = line;
  }

  @Override
  public long show(Picture picture) throws IOException {
    // A number without paper is for the hall to see, and called nowhere yet.
    byte[] frame =
        picture.calls().stream()
            .filter(call -> !picture.urgent() && call.counter() != Shown.NO_COUNTER)
            .findFirst()
            .map(call -> frame(call, picture.dark()))
            .orElseGet(() -> frame(YELLOW, 0));
    line.write(frame);
    line.write(frame);
    return REPEAT_MILLIS;
  }

  private static byte[] frame(Shown call, boolean dark) {
    int colour = call.blinking() && !dark ? RED : GREEN;
    String digits = call.number().replaceAll("\\D", "");
    return frame(colour, digits.isEmpty() ? 0 : Integer.parseInt(digits) % 10_000);
  }

  static byte[] frame(int colour, int number) {
    int low = number & 0xFF;
    int high = number >> 8;
    int sum = START + colour + low + high + SHOW_NUMBER;
    return new byte[] {START, (byte) colour, (byte) low, (byte) high, SHOW_NUMBER, (byte) sum, END};
  }

  @Override
  public void close() {
    line.close();
  }
}
