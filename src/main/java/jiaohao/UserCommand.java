package jiaohao;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import jiaohao.central.Role;
import jiaohao.central.StaffFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code central user}: who may log in at a centre. */
@Command(name = "user", description = "Who may log in at a centre; also while it runs.")
final class UserCommand {
  private static final int LEAST_LENGTH = 10;

  @Command(
      name = "add",
      description = {
        "Lets somebody log in, or changes their role and password. The password is asked for,",
        "or read from standard input: it is no argument, which others could read."
      })
  int add(
      @Parameters(paramLabel = "NAME") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "viewer, operator or admin.")
          Role role,
      @Option(names = "--state", required = true, paramLabel = "DIR") Path state)
      throws IOException {
    if (!name.matches("[a-z0-9._-]{1,32}")) {
      System.err.println(name + ": 用户名只用小写字母、数字和 . _ - / a name has [a-z0-9._-], at most 32");
      return Main.WRONG_USE;
    }
    char[] password = password();
    if (password.length < LEAST_LENGTH) {
      System.err.println(
          "密码至少 "
              + LEAST_LENGTH
              + " 个字符 / a password has at least "
              + LEAST_LENGTH
              + " characters");
      return Main.WRONG_USE;
    }
    try (StaffFile staff = open(state)) {
      staff.put(name, role, password);
      note(staff, "user " + name + " is now " + role.name().toLowerCase(Locale.ROOT));
    }
    return Main.FINE;
  }

  @Command(name = "list", description = "Everybody who may log in.")
  int list(@Option(names = "--state", required = true, paramLabel = "DIR") Path state)
      throws IOException {
    try (StaffFile staff = open(state)) {
      for (StaffFile.Person person : staff.people()) {
        System.out.println(person.name() + "\t" + person.role().name().toLowerCase(Locale.ROOT));
      }
    }
    return Main.FINE;
  }

  @Command(name = "remove", description = "Lets somebody log in no more.")
  int remove(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--state", required = true, paramLabel = "DIR") Path state)
      throws IOException {
    try (StaffFile staff = open(state)) {
      if (!staff.remove(name)) {
        System.err.println(name + ": 没有这个用户 / there is nobody of that name");
        return Main.WRONG_USE;
      }
      note(staff, "user " + name + " removed");
    }
    return Main.FINE;
  }

  private static StaffFile open(Path state) throws IOException {
    java.nio.file.Files.createDirectories(state);
    return StaffFile.open(state);
  }

  private static void note(StaffFile staff, String what) throws IOException {
    staff.note(new StaffFile.Deed(Instant.now(), "console", "console", what));
  }

  // Java 25 has a console only where there is a terminal, Java 22 to 24 had one always.
  @SuppressWarnings("SystemConsoleNull")
  private static char[] password() throws IOException {
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      return console.readPassword("password: ");
    }
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? new char[0] : line.toCharArray();
  }
}
