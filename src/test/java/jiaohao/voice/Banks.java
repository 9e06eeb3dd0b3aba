package jiaohao.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.config.HallFile;
import jiaohao.hall.Plan;

/** A bank of a shipped hall, made by espeak-ng once for all tests. */
public final class Banks {
  public static final Plan PLAN =
      HallFile.read(Path.of("device/halls/vehicle-inspection.toml")).value().orElseThrow();

  /** A box without espeak-ng. */
  static final Synthesizer NOBODY =
      (words, language) -> {
        throw new IOException("nobody says " + words + " in " + language);
      };

  private static Path shared;

  private Banks() {}

  /** The folder; the tests that ask for it run where espeak-ng is installed. */
  public static synchronized Path folder() throws IOException {
    assumeTrue(Espeak.available(), "espeak-ng is not installed");
    if (shared == null) {
      Path made = Path.of("target/test-bank");
      clear(made);
      assertEquals(List.of(), BankMaker.make(PLAN, made).wanting());
      shared = made;
    }
    return shared;
  }

  /** What an earlier run made may be made otherwise now. */
  private static void clear(Path bank) throws IOException {
    if (Files.exists(bank)) {
      try (Stream<Path> files = Files.walk(bank)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  static ClipBank bank() throws IOException {
    return new ClipBank(Optional.of(ClipFolder.open(folder())), NOBODY);
  }

  /** A voice of its own for each word: a tone as long as the word. */
  static float[] hum(String words, String language) {
    float[] hum = new float[Pcm.samples(100 + 20 * words.length())];
    double hertz = 200 + Math.floorMod((language + words).hashCode(), 400);
    for (int i = 0; i < hum.length; i++) {
      hum[i] = (float) (0.3 * Math.sin(2 * Math.PI * hertz * i / Pcm.RATE));
    }
    return hum;
  }
}
