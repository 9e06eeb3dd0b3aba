package jiaohao.printer;

/** Where a line stands. */
public enum Alignment {
  LEFT(0),
  CENTRE(1),
  RIGHT(2);

  private final int code;

  Alignment(int code) {
    this.code = code;
  }

  /** n of ESC a. */
  int code() {
    return code;
  }

  /** Printers take n as a number or as its ASCII digit; anything else is left. */
  static Alignment of(int code) {
    return switch (code) {
      case 1, '1' -> CENTRE;
      case 2, '2' -> RIGHT;
      default -> LEFT;
    };
  }

  /** Where something {@code width} wide begins in {@code room}. */
  int offset(int width, int room) {
    return (room - width) * code / 2;
  }
}
