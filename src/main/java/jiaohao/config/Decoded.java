package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes text of a file's bytes, and names what a Windows editor leaves: GBK, UTF-16, a byte order
 * mark. An undecodable file is reported once; nothing else in it can be trusted.
 */
final class Decoded {
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF16_LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF16_BIG_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final char REPLACEMENT = '\uFFFD';
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String SAVE_AS_UTF8 =
      both("请在编辑器中另存为 UTF-8 (无 BOM)", "save the file as UTF-8 without BOM in your editor");

  private Decoded() {}

  /** The text without a byte order mark; empty after a problem that leaves none. */
  static Optional<String> text(byte[] bytes, Problems problems) {
    if (startsWith(bytes, UTF16_LITTLE_MARK) || startsWith(bytes, UTF16_BIG_MARK)) {
      return utf16(problems);
    }
    byte[] content = bytes;
    if (startsWith(bytes, UTF8_MARK)) {
      content = Arrays.copyOfRange(bytes, UTF8_MARK.length, bytes.length);
      problems.warning(
          Place.START,
          both("文件开头有 UTF-8 BOM 标记,已忽略", "the file begins with a UTF-8 BOM, ignored here"),
          SAVE_AS_UTF8);
    }
    int zero = firstZero(content);
    return zero >= 0 ? withZero(content, zero, problems) : utf8(content, problems);
  }

  private static Optional<String> utf16(Problems problems) {
    problems.error(
        Place.START, both("文件是 UTF-16 编码", "the file is encoded in UTF-16"), SAVE_AS_UTF8);
    return Optional.empty();
  }

  private static Optional<String> withZero(byte[] bytes, int zero, Problems problems) {
    if (looksLikeUtf16(bytes)) {
      return utf16(problems);
    }
    problems.error(
        placeOf(bytes, zero),
        both("文件中有空字节 (0x00),已损坏", "the file holds a NUL byte (0x00): it is damaged"),
        both("请从备份恢复此文件", "restore the file from a copy; power may have failed while saving"));
    return Optional.empty();
  }

  /** Latin text in UTF-16 has zeros at odd places, or at even ones, and few others (一 is 4E 00). */
  private static boolean looksLikeUtf16(byte[] bytes) {
    int[] zeros = new int[2];
    for (int index = 0; index < bytes.length; index++) {
      if (bytes[index] == 0) {
        zeros[index % 2]++;
      }
    }
    int many = Math.max(zeros[0], zeros[1]);
    return many > bytes.length / 5 && Math.min(zeros[0], zeros[1]) < many / 10;
  }

  private static Optional<String> utf8(byte[] bytes, Problems problems) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    boolean malformed = strict(StandardCharsets.UTF_8).decode(input, text, true).isError();
    if (!malformed) {
      return Optional.of(text.flip().toString());
    }
    Place place = placeOf(bytes, input.position());
    if (isGb18030(bytes)) {
      problems.error(
          place,
          both("文件是 GBK (GB18030) 编码,不是 UTF-8", "the file is encoded in GBK (GB18030), not UTF-8"),
          SAVE_AS_UTF8);
    } else {
      problems.error(place, both("此字节不是 UTF-8 文字", "this byte is not UTF-8 text"), SAVE_AS_UTF8);
    }
    return Optional.empty();
  }

  /**
   * Damaged UTF-8 may decode as GB18030 too, by chance; but then most of its characters are still
   * whole ones of three bytes, which real GB18030 hardly ever forms.
   */
  private static boolean isGb18030(byte[] bytes) {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    long broken = lenient.chars().filter(character -> character == REPLACEMENT).count();
    long whole =
        lenient.chars().filter(character -> character > 0x7FF && character != REPLACEMENT).count();
    return broken > whole && decodesAsGb18030(bytes);
  }

  private static boolean decodesAsGb18030(byte[] bytes) {
    try {
      return !strict(GB18030).decode(ByteBuffer.wrap(bytes)).isEmpty();
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Where the byte at {@code offset} stands; everything before it is UTF-8. */
  private static Place placeOf(byte[] bytes, int offset) {
    return Place.after(new String(bytes, 0, offset, StandardCharsets.UTF_8));
  }

  private static int firstZero(byte[] bytes) {
    for (int index = 0; index < bytes.length; index++) {
      if (bytes[index] == 0) {
        return index;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
