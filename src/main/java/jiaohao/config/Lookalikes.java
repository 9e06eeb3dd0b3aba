package jiaohao.config;

import static java.util.Map.entry;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Characters that a Chinese input method or an office program writes where TOML wants ASCII: they
 * look right on the screen, so the message has to name them.
 */
final class Lookalikes {
  private static final Map<Integer, Character> ASCII =
      Map.ofEntries(
          entry(0x201C, '"'),
          entry(0x201D, '"'),
          entry(0x201E, '"'),
          entry(0x300C, '"'),
          entry(0x300D, '"'),
          entry(0x2018, '\''),
          entry(0x2019, '\''),
          entry(0x3001, ','),
          entry(0x3002, '.'),
          entry(0x3010, '['),
          entry(0x3011, ']'),
          entry(0x3014, '['),
          entry(0x3015, ']'),
          entry(0x2010, '-'),
          entry(0x2011, '-'),
          entry(0x2013, '-'),
          entry(0x2014, '-'),
          entry(0x00A0, ' '),
          entry(0x200B, ' '),
          entry(0x3000, ' '),
          entry(0xFEFF, ' '));

  /** The block "halfwidth and fullwidth forms" holds ASCII from 0x21 on, shifted. */
  private static final int FULLWIDTH_FIRST = 0xFF01;

  private static final int FULLWIDTH_LAST = 0xFF5E;
  private static final int FULLWIDTH_SHIFT = 0xFF01 - 0x21;

  private Lookalikes() {}

  /** The ASCII character that {@code codePoint} is mistaken for. */
  static OptionalInt asciiOf(int codePoint) {
    if (codePoint >= FULLWIDTH_FIRST && codePoint <= FULLWIDTH_LAST) {
      return OptionalInt.of(codePoint - FULLWIDTH_SHIFT);
    }
    Character ascii = ASCII.get(codePoint);
    return ascii == null ? OptionalInt.empty() : OptionalInt.of(ascii);
  }

  /** Whether {@code codePoint} is mistaken for the ASCII character {@code ascii}. */
  static boolean resembles(int codePoint, int ascii) {
    OptionalInt meant = asciiOf(codePoint);
    return meant.isPresent() && meant.getAsInt() == ascii;
  }

  /** The first such character of {@code text}, or -1. */
  static int firstIn(String text) {
    return text.codePoints().filter(point -> asciiOf(point).isPresent()).findFirst().orElse(-1);
  }

  /** What the character is called, Chinese and English. */
  static String name(int codePoint) {
    String shown = Quoted.character(codePoint);
    return switch (asciiOf(codePoint).orElse(codePoint)) {
      case '"', '\'' -> Problems.both("全角引号 " + shown, "full-width quote " + shown);
      case '=' -> Problems.both("全角等号 " + shown, "full-width equals sign " + shown);
      case ',' -> Problems.both("全角逗号或顿号 " + shown, "full-width comma " + shown);
      case ':' -> Problems.both("全角冒号 " + shown, "full-width colon " + shown);
      case '[', ']', '{', '}' -> Problems.both("全角括号 " + shown, "full-width bracket " + shown);
      case ' ' -> Problems.both("特殊空格 " + shown, "special space " + shown);
      default -> Problems.both("全角字符 " + shown, "full-width character " + shown);
    };
  }
}
