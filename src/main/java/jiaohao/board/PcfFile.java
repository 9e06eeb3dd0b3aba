package jiaohao.board;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;

/**
 * A bitmap font as the X Window System compiles it (PCF): a directory of tables, each of which says
 * in what order its bytes and bits are. Of the tables three matter here: how big each glyph is, its
 * dots, and which code it belongs to.
 */
final class PcfFile {
  private static final int MAGIC = 0x70636601; // "\1fcp", read with the lowest byte first
  private static final int METRICS = 1 << 2;
  private static final int BITMAPS = 1 << 3;
  private static final int ENCODINGS = 1 << 5;
  private static final int NO_GLYPH = 0xFFFF;
  private static final int MOST_TABLES = 64;

  private static final int PAD_MASK = 3;
  private static final int BYTES_HIGH_FIRST = 1 << 2;
  private static final int BITS_HIGH_FIRST = 1 << 3;
  private static final int COMPRESSED = 1 << 8;
  private static final int COMPRESSED_ZERO = 0x80;

  /** One table, at its first byte after the format. */
  private record Table(int format, ByteBuffer data) {
    boolean has(int flag) {
      return (format & flag) != 0;
    }
  }

  /** How far a glyph reaches from its origin, in dots. */
  private record Metrics(int left, int right, int ascent, int descent) {}

  private final Metrics[] metrics;
  private final Table bitmaps;
  private final int[] offsets;
  private final int bits;
  private final Table encodings;

  private PcfFile(Map<Integer, Table> tables) {
    metrics = metrics(tables.get(METRICS));
    bitmaps = tables.get(BITMAPS);
    offsets = new int[bitmaps.data().getInt()];
    for (int glyph = 0; glyph < offsets.length; glyph++) {
      offsets[glyph] = bitmaps.data().getInt();
    }
    bits = bitmaps.data().position() + 4 * Integer.BYTES;
    encodings = tables.get(ENCODINGS);
  }

  /**
   * Reads a font, compressed with gzip or not.
   *
   * @throws IOException when it is no such font
   */
  static PcfFile read(byte[] file) throws IOException {
    boolean zipped = file.length > 2 && file[0] == 0x1F && file[1] == (byte) 0x8B;
    byte[] plain = zipped ? unzipped(file) : file;
    try {
      return new PcfFile(tables(plain));
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | IllegalArgumentException
        | NegativeArraySizeException
        | NullPointerException broken) {
      throw new IOException("不是 PCF 点阵字库 / not a PCF bitmap font", broken);
    }
  }

  private static byte[] unzipped(byte[] file) throws IOException {
    try (InputStream unzipping = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return unzipping.readAllBytes();
    }
  }

  private static Map<Integer, Table> tables(byte[] file) {
    ByteBuffer directory = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int magic = directory.getInt();
    int count = directory.getInt();
    if (magic != MAGIC || count > MOST_TABLES) {
      throw new IllegalArgumentException("no font");
    }
    Map<Integer, Table> tables = new HashMap<>();
    for (int index = 0; index < count; index++) {
      int type = directory.getInt();
      int format = directory.getInt();
      directory.getInt(); // the size; of the last table it may be more than there is
      int offset = directory.getInt();
      ByteBuffer data = ByteBuffer.wrap(file, offset, file.length - offset).slice();
      boolean highFirst = (format & BYTES_HIGH_FIRST) != 0;
      data.order(highFirst ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      tables.put(type, new Table(format, data.position(Integer.BYTES)));
    }
    return tables;
  }

  private static Metrics[] metrics(Table table) {
    ByteBuffer data = table.data();
    boolean compressed = table.has(COMPRESSED);
    Metrics[] metrics = new Metrics[compressed ? data.getShort() & 0xFFFF : data.getInt()];
    for (int glyph = 0; glyph < metrics.length; glyph++) {
      metrics[glyph] = compressed ? compressed(data) : plain(data);
    }
    return metrics;
  }

  private static Metrics compressed(ByteBuffer data) {
    int left = small(data);
    int right = small(data);
    data.get(); // the width it takes up, which is the cell's in such fonts
    return new Metrics(left, right, small(data), small(data));
  }

  private static int small(ByteBuffer data) {
    return (data.get() & 0xFF) - COMPRESSED_ZERO;
  }

  private static Metrics plain(ByteBuffer data) {
    int left = data.getShort();
    int right = data.getShort();
    data.getShort();
    Metrics metrics = new Metrics(left, right, data.getShort(), data.getShort());
    data.getShort(); // attributes
    return metrics;
  }

  /** The glyph of a code of two bytes; empty when the font has none. */
  OptionalInt glyph(int high, int low) {
    ByteBuffer data = encodings.data();
    int start = Integer.BYTES;
    int firstLow = data.getShort(start);
    int lastLow = data.getShort(start + 2);
    int firstHigh = data.getShort(start + 4);
    int lastHigh = data.getShort(start + 6);
    if (low < firstLow || low > lastLow || high < firstHigh || high > lastHigh) {
      return OptionalInt.empty();
    }
    int index = (high - firstHigh) * (lastLow - firstLow + 1) + low - firstLow;
    int glyph = data.getShort(start + 10 + 2 * index) & 0xFFFF;
    return glyph == NO_GLYPH ? OptionalInt.empty() : OptionalInt.of(glyph);
  }

  /** A glyph's dots, as many as it has. */
  Dots dots(int glyph) {
    Metrics size = metrics[glyph];
    int width = size.right() - size.left();
    int height = size.ascent() + size.descent();
    int pad = 1 << (bitmaps.format() & PAD_MASK);
    int rowBytes = (width + 8 * pad - 1) / (8 * pad) * pad;
    Dots dots = new Dots(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (lit(bits + offsets[glyph] + y * rowBytes + x / 8, x % 8)) {
          dots.light(x, y);
        }
      }
    }
    return dots;
  }

  private boolean lit(int at, int bit) {
    int shift = bitmaps.has(BITS_HIGH_FIRST) ? 7 - bit : bit;
    return (bitmaps.data().get(at) >> shift & 1) == 1;
  }
}
