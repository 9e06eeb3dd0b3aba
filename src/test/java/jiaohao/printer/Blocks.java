package jiaohao.printer;

import java.util.Optional;

/** A typeface of black blocks with a white rim, the same on every machine. */
final class Blocks implements Typeface {
  @Override
  public Optional<Dots> draw(String words, int times) {
    int cell = 12 * times;
    int width = Columns.of(words) * cell;
    Dots dots = new Dots(width, 24 * times);
    for (int y = 1; y < 24 * times - 1; y++) {
      for (int x = 0; x < width; x++) {
        if (x % cell != 0 && x % cell != cell - 1) {
          dots.blacken(x, y);
        }
      }
    }
    return Optional.of(dots);
  }
}
