package jiaohao.journal;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jiaohao.hall.State;
import org.sqlite.util.OSInfo;

/** A process of its own that takes the lock, or writes and acknowledges until it is killed. */
final class Child {
  private Child() {}

  public static void main(String[] args) throws Exception {
    Path dir = Path.of(args[1]);
    PrintStream out =
        new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
    try (StateLock lock = StateLock.take(dir)) {
      switch (args[0]) {
        case "lock" -> out.println("locked");
        case "write" -> write(lock, Long.parseLong(args[2]), out);
        case "snapshots" -> snapshots(lock, Long.parseLong(args[2]), out);
        case "batches" -> batches(lock, Integer.parseInt(args[2]));
        default -> throw new IllegalArgumentException(args[0]);
      }
    } catch (JournalException e) {
      out.println(e.getMessage());
      out.flush();
      System.exit(3);
    }
    out.flush();
  }

  /** Acknowledges each row on stdout, as the kiosk would by issuing paper. */
  private static void write(StateLock lock, long seed, PrintStream out) throws JournalException {
    Random random = new Random(seed);
    try (Journal journal = Journal.open(lock)) {
      Facts facts = new Facts(seed, journal);
      while (true) {
        for (Row row : journal.append(facts.list(1 + random.nextInt(5)))) {
          out.println(row.seq() + " " + row.hash());
        }
        out.flush();
      }
    }
  }

  /**
   * Says where the fold began and whether it is right; then writes events and snapshots in turn.
   */
  private static void snapshots(StateLock lock, long seed, PrintStream out)
      throws JournalException {
    try (Journal journal = Journal.open(lock)) {
      State[] state = {State.EMPTY};
      journal.read(1, row -> state[0] = state[0].apply(row.fact()));
      boolean right = state[0].equals(journal.fold());
      out.println((right ? "right " : "wrong ") + (journal.lastSeq() - journal.sinceSnapshot()));
      Facts facts = new Facts(seed, journal);
      while (true) {
        for (Row row : journal.append(facts.list(2))) {
          state[0] = state[0].apply(row.fact());
          out.println(row.seq() + " " + row.hash());
        }
        out.flush();
        journal.keep(state[0]);
      }
    }
  }

  private static void batches(StateLock lock, int batches) throws JournalException {
    try (Journal journal = Journal.open(lock)) {
      for (int i = 0; i < batches; i++) {
        journal.append(Samples.waiting(64));
      }
    }
  }

  static List<String> command(Path dir, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path").replace("\n", "")));
    command.addAll(List.of(Child.class.getName(), arguments[0], dir.toString()));
    command.addAll(List.of(arguments).subList(1, arguments.length));
    return command;
  }

  /** Options for a quick start: the native library lies ready instead of being unpacked. */
  static List<String> quickStart(Path dir) throws IOException {
    String library = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS();
    try (InputStream in = Child.class.getResourceAsStream(library + "/libsqlitejdbc.so")) {
      Files.copy(in, dir.resolve("libsqlitejdbc.so"));
    }
    return List.of("-Dorg.sqlite.lib.path=" + dir);
  }

  static Process start(Path dir, String... arguments) throws IOException {
    return run(List.of(), dir, arguments);
  }

  static Process run(List<String> options, Path dir, String... arguments) throws IOException {
    List<String> command = command(dir, arguments);
    command.addAll(1, options);
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
        .start();
  }

  static String words(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
