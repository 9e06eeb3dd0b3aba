package jiaohao;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Kiosk firmware for halls where people take a number and wait to be called. */
@Command(
    name = "jiaohao",
    description = "Kiosk firmware for halls where people take a number and wait to be called.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:fine", "1:a fault was found", "2:wrong use or wrong file"},
    subcommands = {
      RunCommand.class,
      BenchCommand.class,
      CheckCommand.class,
      SelftestCommand.class,
      VoiceCommand.class,
      JournalCommand.class,
      ReportCommand.class,
      CentralCommand.class,
      KeyCommand.class
    })
public final class Main implements Runnable {
  static final int FINE = 0;
  static final int FAULT = 1;
  static final int WRONG_USE = 2;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main() {}

  /** Runs one command and leaves with its exit code. */
  public static void main(String[] args) {
    // Chinese must come out as UTF-8 whatever the locale of a service is.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    System.exit(execute(args));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  static int execute(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::sayInOneLine);
  }

  private static int sayInOneLine(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof RuntimeException bug) {
      throw bug;
    }
    commandLine.getErr().println(failure.getMessage());
    return FAULT;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
  }
}
