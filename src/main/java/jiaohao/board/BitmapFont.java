package jiaohao.board;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A font of 16 rows whose codes are those of GB 2312, read from the file that a package brings.
 * Chinese characters are 16 dots wide; Latin letters, digits and signs 8, from the half-width row
 * that GB 8565 adds.
 */
public final class BitmapFont {
  /** Of Debian's xfonts-intl-chinese: drawn by Koichi Yasuoka, in the public domain. */
  public static final Path USUAL = Path.of("/usr/share/fonts/X11/misc/guob16.pcf.gz");

  static final int HEIGHT = 16;
  static final int HALF = 8;
  static final char UNKNOWN = '?';

  private static final Charset CODES = Charset.forName("GB18030");
  private static final int HALF_WIDTH_ROW = 0x2A;
  private static final int FIRST = 0x21;
  private static final int LAST = 0x7E;

  /** What stands for a character the font has not. */
  private static final int BOX = 0x2175;

  /** Signs that GB 2312 lacks, and what a reader takes for the same. */
  private static final Map<Character, Character> ALIKE =
      Map.of('–', '-', '−', '-', '\u00A0', ' ', '’', '\'', '‘', '\'', '•', '·');

  private static final Dots SPACE = new Dots(HALF, HEIGHT);

  private final PcfFile file;
  private final Map<Character, Dots> known = new ConcurrentHashMap<>();
  private Optional<Map<Dots, Character>> read = Optional.empty();

  private BitmapFont(PcfFile file) {
    this.file = file;
  }

  /**
   * Reads a font.
   *
   * @throws MissingFontException when there is no such file, or it is no such font
   */
  public static BitmapFont open(Path path) throws MissingFontException {
    try {
      BitmapFont font = new BitmapFont(PcfFile.read(Files.readAllBytes(path)));
      if (!font.has('中') || font.dots('中').height() != HEIGHT || !font.has('A')) {
        throw new MissingFontException(path, new IOException("GB 2312, 16"));
      }
      return font;
    } catch (MissingFontException unsuitable) {
      throw unsuitable;
    } catch (IOException missing) {
      throw new MissingFontException(path, missing);
    }
  }

  /** Whether the font has a glyph for a character, its own or one that looks alike. */
  public boolean has(char character) {
    return character == ' ' || glyph(like(character)).isPresent();
  }

  /** The dots of a character, 8 or 16 wide; a box for one the font has not. */
  Dots dots(char character) {
    return known.computeIfAbsent(like(character), this::drawn);
  }

  private Dots drawn(char character) {
    if (character == ' ') {
      return SPACE;
    }
    int glyph = glyph(character).orElseGet(() -> file.glyph(BOX >> 8, BOX & 0xFF).orElseThrow());
    return file.dots(glyph);
  }

  private static char like(char character) {
    return ALIKE.getOrDefault(character, character);
  }

  private OptionalInt glyph(char character) {
    if (character >= FIRST && character <= LAST) {
      return file.glyph(HALF_WIDTH_ROW, character);
    }
    byte[] code = String.valueOf(character).getBytes(CODES);
    return code.length == 2 ? file.glyph(code[0] & 0x7F, code[1] & 0x7F) : OptionalInt.empty();
  }

  /** Dots from the first to the last of a text on one line. */
  int width(String text) {
    return text.chars().map(character -> dots((char) character).width()).sum();
  }

  /** Draws a text whose first character begins at {@code left}, which may lie outside. */
  void draw(String text, Dots onto, int left, int top) {
    int x = left;
    for (int index = 0; index < text.length(); index++) {
      Dots dots = dots(text.charAt(index));
      if (x + dots.width() > 0 && x < onto.width()) {
        onto.draw(dots, x, top);
      }
      x += dots.width();
    }
  }

  /**
   * Reads one line of 16 rows back. All characters begin at multiples of 8 dots from each other, so
   * of the eight ways to lay such a grid the one on which most is read is the right one; what is
   * cut off at an edge is left out, and what is no character's reads as a question mark.
   */
  public String text(Dots line) {
    Reading best = new Reading("", Integer.MAX_VALUE);
    for (int phase = 0; phase < HALF; phase++) {
      Reading reading = reading(line, phase);
      best = reading.unread() < best.unread() ? reading : best;
    }
    return best.text().strip();
  }

  private record Reading(String text, int unread) {}

  private Reading reading(Dots line, int phase) {
    StringBuilder text = new StringBuilder();
    int unread = line.part(0, 0, phase, HEIGHT).dark() ? 0 : 1;
    int x = phase;
    while (x < line.width()) {
      Character wide = characters().get(line.part(x, 0, 2 * HALF, HEIGHT));
      Character half = characters().get(line.part(x, 0, HALF, HEIGHT));
      boolean whole = x + 2 * HALF <= line.width();
      if (wide != null && whole) {
        text.append(wide);
        x += 2 * HALF;
        continue;
      }
      if (half != null && x + HALF <= line.width()) {
        text.append(half);
      } else {
        unread++;
        text.append(x == phase || !whole ? "" : UNKNOWN);
      }
      x += HALF;
    }
    return new Reading(text.toString(), unread);
  }

  /** Every glyph and its character, half-width ones first where two look the same. */
  private synchronized Map<Dots, Character> characters() {
    if (read.isEmpty()) {
      Map<Dots, Character> characters = new HashMap<>();
      characters.put(SPACE, ' ');
      for (char character = FIRST; character <= LAST; character++) {
        characters.putIfAbsent(dots(character), character);
      }
      // Backwards, since some signs and frames look like a Chinese character.
      for (int high = LAST; high >= FIRST; high--) {
        for (int low = FIRST; low <= LAST; low++) {
          learn(characters, high, low);
        }
      }
      read = Optional.of(characters);
    }
    return read.get();
  }

  private void learn(Map<Dots, Character> characters, int high, int low) {
    OptionalInt glyph = file.glyph(high, low);
    Optional<Character> character = character(high, low);
    if (glyph.isPresent() && character.isPresent()) {
      Dots dots = file.dots(glyph.getAsInt());
      if (!dots.dark()) {
        characters.putIfAbsent(dots, character.get());
      }
    }
  }

  private static Optional<Character> character(int high, int low) {
    byte[] code = {(byte) (high | 0x80), (byte) (low | 0x80)};
    try {
      CharBuffer decoded = CODES.newDecoder().decode(ByteBuffer.wrap(code));
      return decoded.length() == 1 ? Optional.of(decoded.get(0)) : Optional.empty();
    } catch (CharacterCodingException none) {
      return Optional.empty();
    }
  }
}
