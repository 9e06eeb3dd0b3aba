package jiaohao.printer;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes the QR codes that a real printer makes itself. */
final class QrDots {
  /** How many bytes versions 1, 2, … hold at level M (ISO/IEC 18004, table 7). */
  private static final int[] ROOM = {14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287};

  private QrDots() {}

  /**
   * Side of a QR code of so many bytes at level M.
   *
   * @param bytes 1–287
   */
  static int modules(int bytes) {
    int version = 1;
    while (ROOM[version - 1] < bytes) {
      version++;
    }
    return 17 + 4 * version;
  }

  /**
   * @param level L, M, Q or H
   * @param moduleDots side of a module, 1–16
   * @throws IllegalArgumentException when {@code content} does not fit in any QR code
   */
  static Strip.Picture of(byte[] content, char level, int moduleDots, Alignment alignment) {
    ByteMatrix modules = modules(content, level);
    int side = modules.getWidth() * moduleDots;
    int widthBytes = (side + 7) / 8;
    byte[] rows = new byte[widthBytes * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (modules.get(x / moduleDots, y / moduleDots) == 1) {
          rows[y * widthBytes + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return new Strip.Picture(widthBytes, side, rows, alignment);
  }

  private static ByteMatrix modules(byte[] content, char level) {
    try {
      return Encoder.encode(
              new String(content, StandardCharsets.ISO_8859_1),
              ErrorCorrectionLevel.valueOf(String.valueOf(level)),
              Map.of(EncodeHintType.CHARACTER_SET, "ISO-8859-1"))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code holds " + content.length + " bytes", e);
    }
  }
}
