package jiaohao.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Speech made by espeak-ng: clear, if not beautiful; for words that nobody has recorded. */
final class Espeak {
  static final String PROGRAM = "espeak-ng";

  /** What a technician does where it is missing. */
  static final String REMEDY =
      "没有 espeak-ng:请安装 (apt install espeak-ng) / "
          + "espeak-ng is missing: install it (apt install espeak-ng)";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Not "cmn": in version 1.51 that one takes its own pinyin for English, and reads 号 as "hao
   * four".
   */
  private static final String MANDARIN = "cmn-latn-pinyin";

  /** Words a minute: the longest sentence takes less than 6 s, and each is clear. */
  private static final String MANDARIN_SPEED = "200";

  private static final String ENGLISH_SPEED = "180";

  private Espeak() {}

  static boolean available() {
    return Tool.available(PROGRAM);
  }

  /** What a clip made by it owes its sound to: "espeak-ng cmn-latn-pinyin". */
  static String origin(String language) {
    return PROGRAM + " " + voice(language);
  }

  /**
   * These words as espeak-ng says them, at {@link Pcm#RATE}, from −1 to 1.
   *
   * @param language "zh" or "en"
   * @throws IOException when it cannot be had, or fails
   */
  static float[] say(String words, String language) throws IOException {
    if (!available()) {
      throw new IOException(REMEDY);
    }
    // By its standard input: arguments go by the locale, which need not know Chinese.
    List<String> command =
        List.of(
            PROGRAM,
            "-v",
            voice(language),
            "-s",
            speed(language),
            "-b",
            "1",
            "--stdin",
            "--stdout");
    return Wav.read(Tool.run(command, words.getBytes(UTF_8), PATIENCE, () -> false));
  }

  private static String voice(String language) {
    return language.equals("zh") ? MANDARIN : "en";
  }

  private static String speed(String language) {
    return language.equals("zh") ? MANDARIN_SPEED : ENGLISH_SPEED;
  }
}
