package jiaohao.config;

import java.nio.file.Path;

/** Reads device files: what this box is wired to. */
public final class DeviceFileReader {
  private DeviceFileReader() {}

  /** Reads {@code file}; a missing or unreadable one is a problem too. */
  public static Reading<DeviceFile> read(Path file) {
    return TomlFile.read(file, DeviceReader::read);
  }

  /**
   * Reads a device file that is already in memory, such as the bench's own.
   *
   * @param name what problems call it
   */
  public static Reading<DeviceFile> parse(String name, byte[] bytes) {
    return TomlFile.parse(name, bytes, DeviceReader::read);
  }
}
