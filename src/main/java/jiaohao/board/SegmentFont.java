package jiaohao.board;

/**
 * Shapes of digits and letters on seven segments. Bits as the MAX7219 takes them without decoding
 * (data sheet, table 6): D7 is the decimal point, D6 to D0 are segments A to G, A on top and then
 * clockwise, G the middle bar.
 *
 * <p>K, M, V, W and X have no shape and stay blank; a hall file that uses them with such a board is
 * refused. S looks exactly like 5 and Z exactly like 2. B (drawn b), O (drawn o) and I (the left
 * stroke) have shapes of their own but are easily taken for 8, 0 and 1.
 */
final class SegmentFont {
  static final int POINT = 0x80;
  static final int BLANK = 0x00;

  private static final int A = 0x40;
  private static final int B = 0x20;
  private static final int C = 0x10;
  private static final int D = 0x08;
  private static final int E = 0x04;
  private static final int F = 0x02;
  private static final int G = 0x01;

  private static final String LETTERS = "ABCDEFGHIJLNOPQRSTUYZ";
  private static final String DIGITS = "0123456789";

  private SegmentFont() {}

  /** The segments of a digit, an upper-case letter or a dash; anything else is blank. */
  static int segments(char character) {
    return switch (character) {
      case '0' -> A | B | C | D | E | F;
      case '1' -> B | C;
      case '2' -> A | B | D | E | G;
      case '3' -> A | B | C | D | G;
      case '4' -> B | C | F | G;
      case '5' -> A | C | D | F | G;
      case '6' -> A | C | D | E | F | G;
      case '7' -> A | B | C;
      case '8' -> A | B | C | D | E | F | G;
      case '9' -> A | B | C | D | F | G;
      case '-' -> G;
      default -> letter(character);
    };
  }

  private static int letter(char character) {
    return switch (character) {
      case 'A' -> A | B | C | E | F | G;
      case 'B' -> C | D | E | F | G;
      case 'C' -> A | D | E | F;
      case 'D' -> B | C | D | E | G;
      case 'E' -> A | D | E | F | G;
      case 'F' -> A | E | F | G;
      case 'G' -> A | C | D | E | F;
      case 'H' -> B | C | E | F | G;
      case 'I' -> E | F;
      case 'J' -> B | C | D | E;
      case 'L' -> D | E | F;
      case 'N' -> C | E | G;
      case 'O' -> C | D | E | G;
      case 'P' -> A | B | E | F | G;
      case 'Q' -> A | B | C | F | G;
      case 'R' -> E | G;
      case 'S' -> A | C | D | F | G;
      case 'T' -> D | E | F | G;
      case 'U' -> B | C | D | E | F;
      case 'Y' -> B | C | D | F | G;
      case 'Z' -> A | B | D | E | G;
      default -> BLANK;
    };
  }

  /**
   * Reads segments back, whatever the decimal point.
   *
   * @param letterFirst a shape that is both (S and 5, Z and 2) is read as the letter
   * @return '?' for segments that are no character's
   */
  static char character(int segments, boolean letterFirst) {
    int shape = segments & ~POINT & 0xFF;
    String order = letterFirst ? " -" + LETTERS + DIGITS : " -" + DIGITS + LETTERS;
    return (char)
        order
            .chars()
            .filter(candidate -> segments((char) candidate) == shape)
            .findFirst()
            .orElse('?');
  }
}
