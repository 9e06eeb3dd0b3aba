package jiaohao.board;

import java.io.IOException;
import java.nio.file.Path;

/** A matrix without the font it is to write in. */
public final class MissingFontException extends IOException {
  private static final long serialVersionUID = 1L;

  MissingFontException(Path path, IOException why) {
    super(
        "点阵字库读不到 / cannot read the font "
            + path
            + ": apt install xfonts-intl-chinese, or name another with font = \"…\"",
        why);
  }
}
