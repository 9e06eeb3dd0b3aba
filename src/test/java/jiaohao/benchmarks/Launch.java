package jiaohao.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A JVM of its own, from its start to its ready line and a second longer.
 *
 * @param readyMillis from the start of the process to its line "ready"
 * @param residentMegabytes VmRSS a second later
 * @param highestMegabytes VmHWM, the most it ever was
 */
record Launch(double readyMillis, double residentMegabytes, double highestMegabytes) {
  static Launch of(List<String> flags, List<String> program) throws Exception {
    Path talk = Files.createTempFile(Path.of("target"), "launch", ".err");
    long begunNanos = System.nanoTime();
    Process process =
        new ProcessBuilder(command(flags, program)).redirectError(talk.toFile()).start();
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String line = out.readLine();
      long readyNanos = System.nanoTime();
      if (line == null || !line.startsWith("ready")) {
        throw new IOException("not ready: " + Files.readString(talk));
      }
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      return new Launch(
          (readyNanos - begunNanos) / 1e6,
          megabytes(process, "VmRSS"),
          megabytes(process, "VmHWM"));
    } finally {
      process.toHandle().destroy();
      process.waitFor();
      Files.delete(talk);
    }
  }

  private static List<String> command(List<String> flags, List<String> program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(flags);
    command.addAll(program);
    return command;
  }

  private static double megabytes(Process process, String field) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(field + ":")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException(field + " is not in " + status);
  }
}
