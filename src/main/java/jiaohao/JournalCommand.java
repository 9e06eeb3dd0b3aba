package jiaohao;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jiaohao.hall.Audit;
import jiaohao.journal.Export;
import jiaohao.journal.Verify;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code journal verify} and {@code journal export}; both work beside a running kiosk. */
@Command(
    name = "journal",
    description = "Looks into a journal.",
    subcommands = {JournalCommand.VerifyCommand.class, JournalCommand.ExportCommand.class})
final class JournalCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "verify or export?");
  }

  /** {@code journal verify}. */
  @Command(
      name = "verify",
      description = "Checks hash chain, sequence and every invariant of a journal.")
  static final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--state", required = true, paramLabel = "DIR")
    private Path state;

    @Override
    public Integer call() throws IOException {
      Verify.Result result = Verify.journal(state, new Audit()::see);
      if (result.ok()) {
        System.out.println("ok " + result.events() + " events");
        return Main.FINE;
      }
      Verify.Break broken = result.broken().orElseThrow();
      System.out.println("broken at event " + broken.seq() + ": " + broken.what());
      return Main.FAULT;
    }
  }

  /** {@code journal export}. */
  @Command(name = "export", description = "Writes a journal to stdout as NDJSON, an event a line.")
  static final class ExportCommand implements Callable<Integer> {
    @Option(names = "--state", required = true, paramLabel = "DIR")
    private Path state;

    @Option(
        names = "--from",
        paramLabel = "SEQ",
        defaultValue = "1",
        description = "The first event to write (default: ${DEFAULT-VALUE}).")
    private long from;

    @Override
    public Integer call() throws IOException {
      Export.lines(state, from, System.out);
      return Main.FINE;
    }
  }
}
