package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From file to value by way of bytes, text and table; each step's faults become problems. */
final class TomlFile {
  /** Makes a value of a whole file; empty after a problem. */
  @FunctionalInterface
  interface Reader<T> {
    Optional<T> read(Section root, Problems problems);
  }

  /** A hall of 99 counters and 26 services takes some 20 kB; more is not such a file. */
  private static final int MOST_BYTES = 256 * 1024;

  private TomlFile() {}

  static <T> Reading<T> read(Path file, Reader<T> reader) {
    String name = file.toString();
    try (InputStream input = Files.newInputStream(file)) {
      return parse(name, input.readNBytes(MOST_BYTES + 1), reader);
    } catch (IOException e) {
      return failed(
          name, unreadable(file, e), "请检查文件名和权限", "check the file's name and permissions");
    }
  }

  static <T> Reading<T> parse(String name, byte[] bytes, Reader<T> reader) {
    if (bytes.length > MOST_BYTES) {
      return failed(
          name, both("文件太大", "the file is too big"), "不应超过 256 KiB", "expected 256 KiB at most");
    }
    Problems problems = new Problems(name);
    Optional<String> text = Decoded.text(bytes, problems);
    Map<String, Place> places = new HashMap<>();
    Optional<T> value =
        text.flatMap(source ->
            reader.read(Section.root(Syntax.parse(source, problems), problems, places), problems));
    return new Reading<>(
        name,
        text.orElse(""),
        problems.anyError() ? Optional.empty() : value,
        problems.inFileOrder(),
        places);
  }

  private static <T> Reading<T> failed(String name, String wrong, String zh, String en) {
    Problems problems = new Problems(name);
    problems.error(Place.START, wrong, both(zh, en));
    return new Reading<>(name, "", Optional.empty(), problems.inFileOrder(), Map.of());
  }

  private static String unreadable(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return both("没有这个文件", "no such file");
    }
    if (e instanceof AccessDeniedException) {
      return both("没有读取权限", "no permission to read the file");
    }
    return Files.isDirectory(file)
        ? both("这是目录,不是文件", "this is a directory, not a file")
        : both("无法读取文件", "the file cannot be read");
  }

  /** The paths of the tables that only one kind of file has. */
  static final List<String> HALL_TABLES =
      List.of(
          "hall",
          "hours",
          "holiday",
          "workday",
          "fairness",
          "missed",
          "slip",
          "group",
          "staff",
          "service",
          "stage",
          "counter");

  static final List<String> DEVICE_TABLES =
      List.of("printer", "board", "button", "voice", "sync", "console", "clock", "counter_display");
}
