package jiaohao.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.PtyPrinter;

/**
 * From the start of a process to its ready line, and how much memory it then takes: the packaged
 * firmware with a printer on a tty, beside a program that does nothing. The configurations take
 * turns, for only ratios of the same minute mean something. Needs {@code mvn package} before.
 * Arguments: {@code [ROUNDS]}.
 */
public final class StartupBenchmark {
  private final Path dir;
  private final PtyPrinter printer;
  private final Map<String, List<String>> configurations = new LinkedHashMap<>();
  private final Figures figures = new Figures();
  private int launches;

  private StartupBenchmark(Path dir, PtyPrinter printer) throws Exception {
    this.dir = dir;
    this.printer = printer;
    configurations.put("default flags", List.of());
    configurations.put("small", Packaged.SMALL);
    List<String> libraries = new ArrayList<>(Packaged.SMALL);
    libraries.addAll(Packaged.nativeLibraries(dir));
    configurations.put("small, native paths", libraries);
    configurations.put(
        "small, native paths, AOT cache",
        Packaged.trained(dir.resolve("app.aot"), libraries, firmware()));
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
        Launch empty =
            Launch.of(
                Packaged.SMALL, List.of("-cp", Packaged.testClasses(), EmptyMain.class.getName()));
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
    return Packaged.run(device, dir.resolve("state" + launches));
  }
}
