package jiaohao.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where the clip of a token lies within a bank: {@code 窗口.wav} for Mandarin, {@code en/window.wav}
 * for English, {@code chime.wav}. What a file's name cannot have is written %2F.
 */
final class ClipName {
  static final String ENDING = ".wav";
  private static final String UNSAFE = "/\\%:*?\"<>|";
  private static final int LONGEST_BYTES = 200;

  private ClipName() {}

  /** The folder, within a bank, of a language's clips; empty for Mandarin. */
  static String folder(String language) {
    return language.isEmpty() || language.equals("zh") ? "" : language + "/";
  }

  /** The file of a token, relative to the bank. */
  static String of(String language, String token) {
    StringBuilder name = new StringBuilder();
    token.codePoints().forEach(character -> append(name, character));
    if (name.charAt(0) == '.') {
      name.replace(0, 1, "%2E"); // hidden otherwise
    }
    boolean fits = name.toString().getBytes(UTF_8).length <= LONGEST_BYTES;
    return folder(language) + (fits ? name : shortened(name.toString())) + ENDING;
  }

  private static void append(StringBuilder name, int character) {
    if (character < ' ' || UNSAFE.indexOf(character) >= 0) {
      name.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) character));
    } else {
      name.appendCodePoint(character);
    }
  }

  private static String shortened(String name) {
    return name.substring(0, 20) + "~" + ClipIndex.sum(name.getBytes(UTF_8));
  }

  /**
   * The path of such a file. By way of a URI, whose bytes are taken as they are: a path made of
   * words goes by the locale, and a service's may know no Chinese.
   */
  static Path in(Path bank, String name) {
    StringBuilder uri = new StringBuilder(bank.toAbsolutePath().toUri().toString());
    if (!Files.isDirectory(bank)) {
      uri.append('/');
    }
    for (byte unit : name.getBytes(UTF_8)) {
      boolean plain = Character.isLetterOrDigit(unit) || unit == '/';
      uri.append(plain ? "" + (char) unit : "%" + HexFormat.of().toHexDigits(unit));
    }
    return Path.of(URI.create(uri.toString()));
  }
}
