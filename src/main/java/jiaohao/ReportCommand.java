package jiaohao;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import jiaohao.hall.Adherence;
import jiaohao.hall.DayFigures;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.report.DayReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code report day}: a day in figures, also beside a running kiosk. */
@Command(
    name = "report",
    description = "Reports on what the journal holds.",
    subcommands = ReportCommand.DayCommand.class)
final class ReportCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a report of what? day");
  }

  /** {@code report day}. */
  @Command(name = "day", description = "A business day in figures.")
  static final class DayCommand implements Callable<Integer> {
    @Option(names = "--state", required = true, paramLabel = "DIR")
    private Path state;

    @Option(
        names = "--day",
        paramLabel = "YYYY-MM-DD",
        converter = Day.class,
        description = "The business day (default: the journal's last).")
    private LocalDate day;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        defaultValue = "text",
        description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DayReport.Format format;

    @Override
    public Integer call() throws IOException {
      try (JournalReader reader = Journal.reader(state)) {
        LocalDate asked = day == null ? lastDay(reader) : day;
        DayFigures figures = new DayFigures(asked);
        Adherence adherence = new Adherence(asked);
        reader.read(
            1,
            row -> {
              figures.see(row.fact());
              adherence.see(row.fact());
            });
        System.out.print(new DayReport(figures, adherence).as(format));
      }
      return Main.FINE;
    }

    /** Says what is wrong with a day in words, where Java's own message names its classes. */
    private static final class Day implements CommandLine.ITypeConverter<LocalDate> {
      @Override
      public LocalDate convert(String text) {
        try {
          return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
          throw new CommandLine.TypeConversionException(
              "'" + text + "' is not a day; expected YYYY-MM-DD");
        }
      }
    }

    private static LocalDate lastDay(JournalReader reader) throws IOException {
      LocalDate[] last = {LocalDate.EPOCH};
      reader.read(Math.max(1, reader.lastSeq()), row -> last[0] = row.fact().day());
      return last[0];
    }
  }
}
