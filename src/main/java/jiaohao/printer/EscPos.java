package jiaohao.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Builds ESC/POS bytes, limited to the subset that Epson, Cashino KP-628E and clone firmware share;
 * every command stands in the command manuals of Epson (TM series) and Cashino under the name given
 * here. What a printer sends back is {@link StatusReader}'s affair.
 */
final class EscPos {
  /** What Chinese text is sent in; a superset of the GB2312 that clone firmware draws. */
  static final Charset CHARSET = Charset.forName("GB18030");

  static final int BAND_ROWS = 128;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

  /** ESC @ ({@code 1B 40}): every mode as at power-on, the line being composed is dropped. */
  EscPos initialize() {
    return put(0x1B, 0x40);
  }

  /** FS & ({@code 1C 26}): two-byte Chinese characters from here on. */
  EscPos chinese() {
    return put(0x1C, 0x26);
  }

  /** ESC a n ({@code 1B 61 n}); only heard at the beginning of a line. */
  EscPos align(Alignment alignment) {
    return put(0x1B, 0x61, alignment.code());
  }

  /** ESC E n ({@code 1B 45 n}). */
  EscPos bold(boolean on) {
    return put(0x1B, 0x45, on ? 1 : 0);
  }

  /**
   * GS ! n ({@code 1D 21 n}): enlarges Latin and Chinese characters alike, so FS ! is not needed.
   *
   * @param width times, 1–8
   * @param height times, 1–8
   */
  EscPos size(int width, int height) {
    if (width < 1 || width > 8 || height < 1 || height > 8) {
      throw new IllegalArgumentException("GS ! enlarges 1-8 times, not " + width + "x" + height);
    }
    return put(0x1D, 0x21, (width - 1) << 4 | (height - 1));
  }

  /** Words as GB18030; control characters in them become spaces, for they would be commands. */
  EscPos text(String words) {
    bytes.writeBytes(words.replaceAll("\\p{Cntrl}", " ").getBytes(CHARSET));
    return this;
  }

  /** LF ({@code 0A}): prints the line. */
  EscPos line() {
    return put(0x0A);
  }

  /** Words and LF. */
  EscPos line(String words) {
    return text(words).line();
  }

  /**
   * ESC J n ({@code 1B 4A n}): prints the line and feeds.
   *
   * @param dots 0–255
   */
  EscPos feedDots(int dots) {
    return put(0x1B, 0x4A, dots);
  }

  /** GS V 66 0 ({@code 1D 56 42 00}): feeds what was printed past the cutter, then cuts. */
  EscPos feedAndCut() {
    return put(0x1D, 0x56, 0x42, 0x00);
  }

  /**
   * FS p n 0 ({@code 1C 70 n 00}): prints a picture stored in the printer; nothing if there is
   * none.
   *
   * @param number 1–255
   */
  EscPos storedPicture(int number) {
    return put(0x1C, 0x70, number, 0x00);
  }

  /**
   * GS v 0 ({@code 1D 76 30 00 xL xH yL yH …}): prints dots, in bands that the small buffers of
   * cheap printers bear.
   */
  EscPos raster(Dots dots) {
    int width = dots.widthBytes();
    for (int from = 0; from < dots.height(); from += BAND_ROWS) {
      int rows = Math.min(BAND_ROWS, dots.height() - from);
      put(0x1D, 0x76, 0x30, 0x00, width & 0xFF, width >> 8, rows & 0xFF, rows >> 8);
      bytes.write(dots.rows(), from * width, rows * width);
    }
    return this;
  }

  /**
   * GS ( k 67 ({@code 1D 28 6B 03 00 31 43 n}): side of a QR module. Lasts until ESC @ or
   * power-off.
   *
   * @param dots 1–16
   */
  EscPos qrModuleDots(int dots) {
    return put(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x43, dots);
  }

  /**
   * GS ( k 69 ({@code 1D 28 6B 03 00 31 45 31}): error correction M, restores 15 %. Lasts until
   * ESC @ or power-off.
   */
  EscPos qrCorrectionM() {
    return put(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x45, 0x31);
  }

  /**
   * GS ( k 80 and 81 ({@code 1D 28 6B pL pH 31 50 30 …}, {@code 1D 28 6B 03 00 31 51 30}): stores
   * and prints a QR code, model 2 as at power-on.
   *
   * @param content 1–255 characters of ASCII
   */
  EscPos qr(String content) {
    byte[] data = content.getBytes(StandardCharsets.US_ASCII);
    int length = data.length + 3;
    put(0x1D, 0x28, 0x6B, length & 0xFF, length >> 8, 0x31, 0x50, 0x30);
    bytes.writeBytes(data);
    return put(0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x51, 0x30);
  }

  /**
   * GS ( H 48 ({@code 1D 28 48 06 00 30 30 d1 d2 d3 d4}): the printer sends {@code 37 22 d1 d2 d3
   * d4 00} when all before it is on paper (Epson only).
   *
   * @param id four printable ASCII characters
   */
  EscPos processId(String id) {
    if (!id.matches("[ -~]{4}")) {
      throw new IllegalArgumentException("a process id is four printable characters, not " + id);
    }
    put(0x1D, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30);
    return text(id);
  }

  /** GS r 1 ({@code 1D 72 01}): the printer sends its paper status once it gets this far. */
  EscPos askPaper() {
    return put(0x1D, 0x72, 0x01);
  }

  /** GS a 15 ({@code 1D 61 0F}): every change of status is sent unasked. Lasts until ESC @. */
  EscPos reportChanges() {
    return put(0x1D, 0x61, 0x0F);
  }

  /** DLE EOT 1–4 ({@code 10 04 n}): asks for all real-time status, four bytes in this order. */
  EscPos askStatus() {
    return put(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 3, 0x10, 0x04, 4);
  }

  /** DLE DC4 8 ({@code 10 14 08 01 03 14 01 06 02 08}): drops all that waits to be printed. */
  EscPos clearBuffer() {
    return put(0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08);
  }

  /** DLE ENQ 2 ({@code 10 05 02}): recovers from a recoverable error and drops what waits. */
  EscPos recoverAndClear() {
    return put(0x10, 0x05, 0x02);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private EscPos put(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }
}
