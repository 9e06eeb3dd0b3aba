package jiaohao.config;

import java.util.Collection;
import java.util.Locale;

/** Words from a file as they may stand in a message: on one line, visible, and not endless. */
final class Quoted {
  private static final int LONGEST_SHOWN = 48;
  private static final int LONGEST_SENTENCE = 160;

  private Quoted() {}

  static String of(String words) {
    StringBuilder shown = new StringBuilder("\"");
    words.codePoints().limit(LONGEST_SHOWN).forEach(point -> shown.append(visible(point)));
    boolean cut = words.codePointCount(0, words.length()) > LONGEST_SHOWN;
    return shown.append(cut ? "…\"" : "\"").toString();
  }

  /** Known words to choose from. */
  static String list(Collection<String> words) {
    return String.join(", ", words.stream().map(Quoted::plain).toList());
  }

  /** A sentence without quotes around it. */
  static String plain(String sentence) {
    StringBuilder shown = new StringBuilder();
    sentence.codePoints().limit(LONGEST_SENTENCE).forEach(point -> shown.append(visible(point)));
    return shown.toString().replace(';', ',');
  }

  /** A single character, by its code when it cannot be seen. */
  static String character(int codePoint) {
    return visible(codePoint);
  }

  private static String visible(int codePoint) {
    boolean invisible =
        codePoint != ' '
            && switch (Character.getType(codePoint)) {
              case Character.CONTROL,
                  Character.FORMAT,
                  Character.SPACE_SEPARATOR,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR,
                  Character.SURROGATE,
                  Character.UNASSIGNED,
                  Character.PRIVATE_USE ->
                  true;
              default -> false;
            };
    return invisible
        ? String.format(Locale.ROOT, "U+%04X", codePoint)
        : Character.toString(codePoint);
  }
}
