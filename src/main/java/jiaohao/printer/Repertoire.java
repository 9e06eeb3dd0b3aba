package jiaohao.printer;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import jiaohao.config.DeviceFile;

/** The characters that a printer draws itself. One thread uses it. */
final class Repertoire {
  private final CharsetEncoder encoder;

  Repertoire(DeviceFile.Charset charset) {
    this.encoder =
        switch (charset) {
          case GB18030 -> EscPos.CHARSET.newEncoder();
          case GB2312 -> java.nio.charset.Charset.forName("GB2312").newEncoder();
          case ASCII -> StandardCharsets.US_ASCII.newEncoder();
        };
  }

  /** Whether it has a character of two bytes at all. */
  boolean chinese() {
    return encoder.maxBytesPerChar() > 1;
  }

  boolean has(String words) {
    return encoder.canEncode(words);
  }

  /** The words with a question mark for each character it does not have. */
  String spoilt(String words) {
    StringBuilder spoilt = new StringBuilder();
    words
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> spoilt.append(has(letter) ? letter : "?"));
    return spoilt.toString();
  }
}
