package jiaohao.board;

import java.util.BitSet;

/** A rectangle of dots, each lit or not. */
public final class Dots {
  private final int width;
  private final int height;
  private final BitSet lit;

  /** All dark. */
  public Dots(int width, int height) {
    this(width, height, new BitSet(width * height));
  }

  private Dots(int width, int height, BitSet lit) {
    this.width = width;
    this.height = height;
    this.lit = lit;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Whether the dot is lit; (0, 0) is at the top left, and what lies outside is dark. */
  public boolean lit(int x, int y) {
    return inside(x, y) && lit.get(y * width + x);
  }

  void light(int x, int y) {
    if (inside(x, y)) {
      lit.set(y * width + x);
    }
  }

  private boolean inside(int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height;
  }

  /** Lights what is lit in {@code other}, its top left corner put at (x, y). */
  void draw(Dots other, int x, int y) {
    for (int dot = other.lit.nextSetBit(0); dot >= 0; dot = other.lit.nextSetBit(dot + 1)) {
      light(x + dot % other.width, y + dot / other.width);
    }
  }

  /** A part; beyond the edge all is dark. */
  Dots part(int left, int top, int partWidth, int partHeight) {
    Dots part = new Dots(partWidth, partHeight);
    for (int y = 0; y < partHeight; y++) {
      for (int x = 0; x < partWidth; x++) {
        if (lit(left + x, top + y)) {
          part.light(x, y);
        }
      }
    }
    return part;
  }

  boolean dark() {
    return lit.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dots dots
        && dots.width == width
        && dots.height == height
        && dots.lit.equals(lit);
  }

  @Override
  public int hashCode() {
    return 31 * width + lit.hashCode();
  }

  /** A line of # and . for each row. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        text.append(lit(x, y) ? '#' : '.');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
