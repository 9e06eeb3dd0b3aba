package jiaohao.printer;

import java.util.Optional;

/** Draws words that a printer has no characters for. One thread uses it. */
interface Typeface {
  /** None at all. */
  Typeface NONE = (words, times) -> Optional.empty();

  /**
   * The words in one line, in the printer's own cells: 12 dots wide for a Latin letter and 24 for
   * any other, 24 high, enlarged.
   *
   * @param times 1–8
   * @return a set bit is black; empty when a character is not to be had
   */
  Optional<Dots> draw(String words, int times);
}
