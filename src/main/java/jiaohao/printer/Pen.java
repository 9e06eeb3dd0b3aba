package jiaohao.printer;

import java.util.Optional;
import jiaohao.config.DeviceFile;

/**
 * Writes lines the way the printer can: in its own characters, or, when it lacks one of them, the
 * whole line as a picture, so that it looks of a piece.
 */
final class Pen {
  private final Repertoire repertoire;
  private final Typeface typeface;
  private boolean spoilt;

  Pen(DeviceFile.Charset charset, Typeface typeface) {
    this.repertoire = new Repertoire(charset);
    this.typeface = typeface;
  }

  /** Whether the printer has Chinese characters of its own. */
  boolean chinese() {
    return repertoire.chinese();
  }

  /** Whether the last line that had to be a picture came out in question marks. */
  boolean spoilt() {
    return spoilt;
  }

  /**
   * Writes a line.
   *
   * @param leadingDots white under the characters, which a printer gives its own lines by itself
   */
  void line(EscPos out, String words, int times, int leadingDots) {
    if (repertoire.has(words)) {
      out.line(words);
      return;
    }
    Optional<Dots> drawn = typeface.draw(words, times);
    spoilt = drawn.isEmpty();
    if (drawn.isEmpty()) {
      out.line(repertoire.spoilt(words));
      return;
    }
    out.raster(drawn.get());
    if (leadingDots > 0) {
      out.feedDots(leadingDots);
    }
  }
}
