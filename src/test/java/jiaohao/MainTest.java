package jiaohao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command line answers: exit codes, data on stdout, talk on stderr, never a trace. */
class MainTest {
  private static final Path HALL = Path.of("device/halls/demo.toml");

  @TempDir private Path dir;

  @Test
  void goodFilesAreFoundGoodWithoutAWord() {
    assertEquals(new CommandLineRun(0, "", ""), CommandLineRun.of("check", HALL));
  }

  @Test
  void everyMistakeOfAFileIsOneLineOnStderrWithItsPlace() throws IOException {
    Path hall = dir.resolve("hall.toml");
    Files.writeString(
        hall, Files.readString(HALL).replace("limit_s = 180\n", "limits = 180\nnonsense = 1\n"));
    CommandLineRun run = CommandLineRun.of("check", hall).ends(2);
    assertEquals("", run.out());
    assertEquals(2, run.err().lines().count(), run.err());
    assertTrue(
        run.err().lines().allMatch(line -> line.matches(".*hall\\.toml:\\d+:\\d+: .+; .+")),
        run.err());
  }

  @Test
  void aMissingFileIsAWrongFile() {
    CommandLineRun.of("check", dir.resolve("none.toml")).ends(2).saysOneLine();
    CommandLineRun.of("selftest", "--device", dir.resolve("none.toml")).ends(2).saysOneLine();
  }

  @Test
  void filesThatCannotBeRunAreRefusedBeforeAnythingIsTouched() throws IOException {
    Path simulated = dir.resolve("device.toml");
    Files.writeString(simulated, "[printer]\nport = \"simulated\"\n");
    Path state = dir.resolve("state");
    for (Path hall : List.of(HALL, dir.resolve("none.toml"))) {
      CommandLineRun.of("run", "--hall", hall, "--device", simulated, "--state", state)
          .ends(2)
          .saysOneLine();
    }
    assertFalse(Files.exists(state));
  }

  @Test
  void wrongUseIsSaidInWords() {
    for (String wrong :
        List.of(
            "",
            "dance",
            "journal",
            "report",
            "check",
            "run",
            "check --loud x.toml",
            "journal export --state x --from soon",
            "report day --state x --day yesterday",
            "report day --state x --format pdf")) {
      String[] words = wrong.isEmpty() ? new String[0] : wrong.split(" ");
      CommandLineRun run = CommandLineRun.of((Object[]) words).ends(2);
      assertEquals("", run.out(), wrong);
      assertFalse(run.err().isBlank(), wrong);
    }
  }

  @Test
  void helpAndVersionAreEverywhere() {
    for (List<String> command : commands(Main.commandLine(), List.of())) {
      CommandLineRun help = CommandLineRun.of(command, "--help").ends(0);
      String usage = ("Usage: jiaohao " + String.join(" ", command)).strip();
      assertTrue(help.out().startsWith(usage), help.out());
      assertTrue(help.out().contains("Exit codes:"), help.out());
      CommandLineRun version = CommandLineRun.of(command, "--version").ends(0);
      assertTrue(version.out().startsWith("jiaohao "), version.out());
    }
  }

  @Test
  void aPasswordMayComeThroughAPipe() throws IOException {
    assertEquals(List.of(0, "li\tviewer\n"), List.of(addUser("a long password"), listUsers()));
    assertEquals(2, addUser("short"));
    assertEquals("li\tviewer\n", listUsers());
  }

  private int addUser(String password) throws IOException {
    InputStream keyboard = System.in;
    System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandLineRun.of("central", "user", "add", "li", "--role", "viewer", "--state", dir)
          .exitCode();
    } finally {
      System.setIn(keyboard);
    }
  }

  private String listUsers() {
    return CommandLineRun.of("central", "user", "list", "--state", dir).ends(0).out();
  }

  @Test
  void aKeysSecretGoesToItsFileAloneAndItsEntryIsPrinted() throws IOException {
    for (List<String> whose :
        List.of(
            List.of("--hall", "north"),
            List.of("--hall", "north", "--satellite", "door-2"),
            List.of("--centre"))) {
      Path seed = dir.resolve(String.join("", whose) + ".seed");
      List<String> words = new ArrayList<>(List.of("key"));
      words.addAll(whose);
      CommandLineRun run = CommandLineRun.of(words, "--out", seed).ends(0);
      String secret = Files.readString(seed).strip();
      assertTrue(secret.startsWith("SU"), "an nkey's seed of a user");
      assertFalse(run.out().contains(secret));
      assertTrue(run.out().contains("nkey: U"), run.out());
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(seed)));
      CommandLineRun.of(words, "--out", seed).ends(2).saysOneLine();
      assertEquals(secret, Files.readString(seed).strip(), "it is not written over");
    }
    CommandLineRun.of("key", "--centre", "--satellite", "x", "--out", dir.resolve("n"))
        .ends(2)
        .saysOneLine();
  }

  /** Every command as it is typed, the bare one first. */
  static List<List<String>> commands(CommandLine commandLine, List<String> words) {
    List<List<String>> commands = new ArrayList<>(List.of(words));
    for (Map.Entry<String, CommandLine> sub : commandLine.getSubcommands().entrySet()) {
      List<String> longer = new ArrayList<>(words);
      longer.add(sub.getKey());
      commands.addAll(commands(sub.getValue(), longer));
    }
    return commands;
  }
}
