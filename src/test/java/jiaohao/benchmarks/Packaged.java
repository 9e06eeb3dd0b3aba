package jiaohao.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged firmware as a service starts it; {@code mvn package} makes it. */
final class Packaged {
  /** Flags of a small machine. */
  static final List<String> SMALL =
      List.of("-XX:+UseSerialGC", "-Xmx48m", "-XX:TieredStopAtLevel=1");

  private Packaged() {}

  /** The command after Java's own flags. */
  static List<String> run(Path device, Path state) throws IOException {
    return List.of(
        "-cp",
        jars(),
        "jiaohao.Main",
        "run",
        "--hall",
        "device/halls/demo.toml",
        "--device",
        device.toString(),
        "--state",
        state.toString());
  }

  /** Flags with a cache of what a first run loads and links; that run writes it when it ends. */
  static List<String> trained(Path cache, List<String> flags, List<String> program)
      throws Exception {
    List<String> training = new ArrayList<>(flags);
    training.add("-XX:AOTCacheOutput=" + cache);
    Launch.of(training, program);
    if (!Files.exists(cache)) {
      throw new IOException("the training run left no cache");
    }
    List<String> trained = new ArrayList<>(flags);
    trained.add("-XX:AOTCache=" + cache);
    return trained;
  }

  /** Flags for the two native libraries, unpacked once instead of at every start. */
  static List<String> nativeLibraries(Path dir) throws IOException {
    Path libraries = Files.createDirectory(dir.resolve("native"));
    unpack("/org/sqlite/native/Linux/x86_64/libsqlitejdbc.so", libraries);
    unpack("/natives/linux_64/libjssc.so", libraries);
    return List.of("-Dorg.sqlite.lib.path=" + libraries, "-Djssc.boot.library.path=" + libraries);
  }

  private static void unpack(String resource, Path libraries) throws IOException {
    try (InputStream library = Packaged.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException(resource + " is in no jar");
      }
      Files.copy(library, libraries.resolve(Path.of(resource).getFileName().toString()));
    }
  }

  static String testClasses() {
    return Path.of("target/test-classes").toAbsolutePath().toString();
  }

  /** Jars only: a cache knows no directories of classes. */
  private static String jars() throws IOException {
    try (Stream<Path> libraries = Files.list(Path.of("target/lib"))) {
      return Stream.concat(Stream.of(Path.of("target/jiaohao.jar")), libraries.sorted())
          .map(jar -> jar.toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
