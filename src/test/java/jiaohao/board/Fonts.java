package jiaohao.board;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;

/** The font that the package of the README brings. */
final class Fonts {
  private static BitmapFont font;

  private Fonts() {}

  /** The font; a test without it is left out, which the continuous build never is. */
  static synchronized BitmapFont usual() {
    assumeTrue(Files.exists(BitmapFont.USUAL), "apt install xfonts-intl-chinese");
    if (font == null) {
      try {
        font = BitmapFont.open(BitmapFont.USUAL);
      } catch (MissingFontException unreadable) {
        throw new AssertionError(unreadable);
      }
    }
    return font;
  }
}
