package jiaohao.printer;

import java.util.Optional;

/**
 * How a sheet speaks and to whom.
 *
 * @param language of whoever holds it
 * @param second the language that stands under it, smaller; empty: one is enough
 * @param larger the variant for people who see badly
 * @param reprint marked 补打: it may be on paper already
 */
public record Look(String language, Optional<String> second, boolean larger, boolean reprint) {
  /** The usual look in one language. */
  public static Look in(String language) {
    return new Look(language, Optional.empty(), false, false);
  }
}
