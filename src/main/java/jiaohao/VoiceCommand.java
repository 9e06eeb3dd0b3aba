package jiaohao;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;
import jiaohao.hall.Plan;
import jiaohao.voice.BankMaker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voice bank}. */
@Command(
    name = "voice",
    description = "Makes what the firmware speaks with.",
    subcommands = VoiceCommand.BankCommand.class)
final class VoiceCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "bank?");
  }

  /** {@code voice bank}. */
  @Command(
      name = "bank",
      description = {
        "Fills a folder with a WAV file for every word of a hall, as espeak-ng says it.",
        "Recordings that lie there under the same names stay and are used."
      })
  static final class BankCommand implements Callable<Integer> {
    @Option(names = "--hall", required = true, paramLabel = "FILE", description = "The hall file.")
    private Path hall;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
    private Path out;

    @Override
    public Integer call() throws IOException {
      Reading<Plan> reading = HallFile.read(hall);
      Files.tell(reading.problems());
      if (reading.value().isEmpty()) {
        return Main.WRONG_USE;
      }
      BankMaker.Made bank = BankMaker.make(reading.value().get(), out);
      System.out.printf(
          "%s: made %d, kept %d, recordings %d%n",
          out, bank.made(), bank.kept(), bank.recordings());
      bank.wanting().forEach(token -> System.err.println("没有 / missing: " + token));
      return bank.wanting().isEmpty() ? Main.FINE : Main.FAULT;
    }
  }
}
