package jiaohao.config;

import java.nio.file.Path;
import jiaohao.hall.Plan;

/** Reads hall files: what the hall is. */
public final class HallFile {
  private HallFile() {}

  /** Reads {@code file}; a missing or unreadable one is a problem too. */
  public static Reading<Plan> read(Path file) {
    return TomlFile.read(file, HallReader::read);
  }

  /**
   * Reads a hall file that is already in memory, such as one kept in the journal.
   *
   * @param name what problems call it
   */
  public static Reading<Plan> parse(String name, byte[] bytes) {
    return TomlFile.parse(name, bytes, HallReader::read);
  }
}
