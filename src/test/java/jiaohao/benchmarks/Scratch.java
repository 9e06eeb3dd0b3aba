package jiaohao.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory on the disk to be measured, gone when closed. */
record Scratch(Path dir) implements AutoCloseable {
  static Scratch in(Path parent, String name) throws IOException {
    return new Scratch(Files.createTempDirectory(Files.createDirectories(parent), name));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
