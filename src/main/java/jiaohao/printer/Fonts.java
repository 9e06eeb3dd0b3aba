package jiaohao.printer;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fonts installed on this machine. */
final class Fonts {
  private static final List<Font> ALL =
      List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()).stream()
          .sorted(Comparator.comparing(font -> font.getFontName().length()))
          .toList();

  private static final List<String> PREFERRED =
      List.of("wenquanyi", "noto sans cjk", "noto sans", "source han");

  private Fonts() {}

  /** One that has all the characters, rather an even one made for Chinese. */
  static Optional<Font> with(String characters) {
    return with(characters, PREFERRED);
  }

  /** The first by {@code preferred} parts of its name that has all the characters, or any. */
  static Optional<Font> with(String characters, List<String> preferred) {
    List<Font> able = ALL.stream().filter(font -> font.canDisplayUpTo(characters) < 0).toList();
    for (String name : preferred) {
      Optional<Font> font =
          able.stream()
              .filter(one -> one.getFontName().toLowerCase(Locale.ROOT).contains(name))
              .findFirst();
      if (font.isPresent()) {
        return font;
      }
    }
    return able.stream().findFirst();
  }
}
