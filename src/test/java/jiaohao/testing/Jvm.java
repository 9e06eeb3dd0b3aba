package jiaohao.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class of the test's own class path in a process of its own. */
public final class Jvm {
  private Jvm() {}

  /** The process, its stdout a pipe, its stderr thrown away. */
  public static Process start(Class<?> main, Object... arguments) throws IOException {
    return builder(main, arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** The process before it is started. */
  public static ProcessBuilder builder(Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command);
  }
}
