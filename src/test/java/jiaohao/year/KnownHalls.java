package jiaohao.year;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;
import jiaohao.hall.Plan;

/** Halls by the name scripts call them: the shipped hall files, and one with every rule. */
final class KnownHalls {
  static final String EVERY_RULE = "every-rule";

  /** The five kinds of hall the firmware is shipped for. */
  static final List<String> SHIPPED =
      List.of("vehicle-inspection", "heating", "property", "supermarket", "service-desk");

  private static final Path FOLDER = Path.of("device", "halls");

  private KnownHalls() {}

  /**
   * The plan of a hall.
   *
   * @throws IllegalArgumentException when there is no such file, or it is not clean
   */
  static Plan plan(String name) {
    return name.equals(EVERY_RULE) ? Station.plan() : read(FOLDER.resolve(name + ".toml"));
  }

  static Plan read(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("there is no hall file " + file);
    }
    Reading<Plan> reading = HallFile.read(file);
    return reading
        .value()
        .orElseThrow(() -> new IllegalArgumentException(reading.problems().toString()));
  }
}
