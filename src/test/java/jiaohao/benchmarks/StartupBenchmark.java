package jiaohao.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.PtyPrinter;

/**
 * From the start of a process to its ready line, and how much memory it then takes: the packaged
 * firmware with a printer on a tty, beside a program that does nothing. The configurations take
 * turns, for only ratios of the same minute mean something. Needs {@code mvn package} before.
 * Arguments: {@code [ROUNDS]}.
 */
public final class StartupBenchmark {
  private static final List<String> SMALL =
      List.of("-XX:+UseSerialGC", "-Xmx48m", "-XX:TieredStopAtLevel=1");

  private final Path dir;
  private final PtyPrinter printer;
  private final Map<String, List<String>> configurations = new LinkedHashMap<>();
  private final Figures figures = new Figures();
  private int launches;

  private StartupBenchmark(Path dir, PtyPrinter printer) throws Exception {
    this.dir = dir;
    this.printer = printer;
    configurations.put("default flags", List.of());
    configurations.put("small", SMALL);
    List<String> libraries = new ArrayList<>(SMALL);
    libraries.addAll(nativeLibraries());
    configurations.put("small, native paths", libraries);
    configurations.put("small, native paths, AOT cache", trained(libraries));
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 11;
    try (Scratch scratch = Scratch.in(Path.of("target"), "startup-benchmark");
        PtyPrinter printer = new PtyPrinter(PrinterModel.of(115_200, 80).hurried())) {
      new StartupBenchmark(scratch.dir().toAbsolutePath(), printer).measure(rounds);
    }
  }

  private void measure(int rounds) throws Exception {
    for (int round = -1; round < rounds; round++) {
      for (Map.Entry<String, List<String>> configuration : configurations.entrySet()) {
        Launch empty = Launch.of(SMALL, List.of("-cp", testClasses(), EmptyMain.class.getName()));
        Launch firmware = Launch.of(configuration.getValue(), firmware());
        if (round >= 0) {
          note(configuration.getKey(), firmware, empty);
        }
      }
    }
    System.out.println("(empty: a program that does nothing, with the small flags)");
    figures.print();
  }

  private void note(String configuration, Launch firmware, Launch empty) {
    figures.note(configuration + ": ready, ms", firmware.readyMillis());
    figures.note(
        configuration + ": ready, times empty", firmware.readyMillis() / empty.readyMillis());
    figures.note(configuration + ": VmRSS, MB", firmware.residentMegabytes());
    figures.note(configuration + ": VmHWM, MB", firmware.highestMegabytes());
    figures.note(
        configuration + ": VmRSS, MB above empty",
        firmware.residentMegabytes() - empty.residentMegabytes());
    figures.note("empty: ready, ms", empty.readyMillis());
    figures.note("empty: VmRSS, MB", empty.residentMegabytes());
  }

  /** The firmware as a service starts it, each time with a journal of its own. */
  private List<String> firmware() throws IOException {
    Path device = dir.resolve("device.toml");
    Files.writeString(
        device,
        "[printer]\nport = \"%s\"\nbaud = 115200\n[voice]\noutput = \"off\"\n"
            .formatted(printer.slave()));
    launches++;
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
        dir.resolve("state" + launches).toString());
  }

  /** Flags with a cache of what a first run loads and links; that run writes it when it ends. */
  private List<String> trained(List<String> flags) throws Exception {
    Path cache = dir.resolve("app.aot");
    List<String> training = new ArrayList<>(flags);
    training.add("-XX:AOTCacheOutput=" + cache);
    Launch.of(training, firmware());
    if (!Files.exists(cache)) {
      throw new IOException("the training run left no cache");
    }
    List<String> trained = new ArrayList<>(flags);
    trained.add("-XX:AOTCache=" + cache);
    return trained;
  }

  /** The two native libraries, unpacked once instead of at every start. */
  private List<String> nativeLibraries() throws IOException {
    Path libraries = Files.createDirectory(dir.resolve("native"));
    unpack("/org/sqlite/native/Linux/x86_64/libsqlitejdbc.so", libraries);
    unpack("/natives/linux_64/libjssc.so", libraries);
    return List.of("-Dorg.sqlite.lib.path=" + libraries, "-Djssc.boot.library.path=" + libraries);
  }

  private static void unpack(String resource, Path libraries) throws IOException {
    try (InputStream library = StartupBenchmark.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IOException(resource + " is in no jar");
      }
      Files.copy(library, libraries.resolve(Path.of(resource).getFileName().toString()));
    }
  }

  private static String testClasses() {
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
