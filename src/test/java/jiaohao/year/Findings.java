package jiaohao.year;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells of a failure in a way that somebody can take up: hall, seed, day, and a short script. */
final class Findings {
  private static final Path FOLDER = Path.of("target", "days");

  private Findings() {}

  static String report(Year.Failure failure) {
    String head =
        "hall %s, seed %d, day %s: %s%n"
            .formatted(
                failure.hall(), failure.seed(), failure.day(), failure.broken().getMessage());
    Optional<List<String>> script = script(failure);
    return script
        .map(lines -> head + "shrunk to " + keep(failure, lines) + ":\n" + String.join("\n", lines))
        .orElse(head + "the last days alone do not break it; play the year from its seed");
  }

  static Optional<List<String>> script(Year.Failure failure) {
    return Shrinker.shrink(failure).map(record -> ScriptWriter.write(failure, record));
  }

  private static Path keep(Year.Failure failure, List<String> lines) {
    Path file =
        FOLDER.resolve(failure.hall() + "-" + failure.seed() + "-" + failure.day() + ".day");
    try {
      Files.createDirectories(FOLDER);
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
