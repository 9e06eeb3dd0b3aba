package jiaohao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.SystemClock;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.kiosk.Kiosk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code journal} and {@code report}: what they find in a journal, and when there is none. */
class JournalCommandTest {
  private static final List<List<String>> LOOKERS =
      List.of(List.of("journal", "verify"), List.of("journal", "export"), List.of("report", "day"));

  @TempDir private Path dir;
  private Path state;
  private long events;
  private String day;

  @BeforeEach
  void keepAJournal() throws Exception {
    state = dir.resolve("state");
    Reading<Plan> hall = HallFile.read(Path.of("device/halls/demo.toml"));
    Command.Start start = new Command.Start("test", hall.value().orElseThrow(), hall.source());
    SystemClock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    try (Kiosk kiosk = Kiosk.start(start, clock, state)) {
      for (String verb :
          List.of("take inspection", "take enquiry", "next 1", "finish 1", "rate-good 1")) {
        kiosk.press(new Command.Press(Verb.parse(verb), "REF")).get(10, TimeUnit.SECONDS);
      }
    }
    try (JournalReader reader = Journal.reader(state)) {
      events = reader.lastSeq();
      reader.read(events, row -> day = row.fact().day().toString());
    }
  }

  @Test
  void aSoundJournalIsVerified() {
    assertEquals(
        new CommandLineRun(0, "ok " + events + " events\n", ""),
        CommandLineRun.of("journal", "verify", "--state", state));
  }

  @Test
  void anExportHasALineForEveryEventFromTheOneAskedFor() {
    CommandLineRun all = CommandLineRun.of("journal", "export", "--state", state).ends(0);
    assertEquals(events, all.out().lines().count());
    assertTrue(
        all.out().lines().allMatch(line -> line.matches("\\{\"v\":1,.*,\"hash\":\"\\w{64}\"}")));
    CommandLineRun later =
        CommandLineRun.of("journal", "export", "--state", state, "--from", "3").ends(0);
    assertEquals(all.out().lines().skip(2).toList(), later.out().lines().toList());
    assertEquals("", all.err() + later.err());
    CommandLineRun none =
        CommandLineRun.of("journal", "export", "--state", state, "--from", events + 1).ends(0);
    assertEquals("", none.out() + none.err());
  }

  @Test
  void theFirstBreakIsNamedAndTheExportStillCarriesEverythingAway() throws Exception {
    harm("DROP TRIGGER event_not_changed");
    harm("UPDATE event SET body = replace(body, '\"v\":1', '\"v\":2') WHERE seq = 3");
    CommandLineRun run = CommandLineRun.of("journal", "verify", "--state", state).ends(1);
    assertTrue(run.out().startsWith("broken at event 3: "), run.out());
    assertEquals(1, run.out().lines().count(), run.out());
    CommandLineRun export = CommandLineRun.of("journal", "export", "--state", state).ends(0);
    assertEquals(events, export.out().lines().count());
  }

  @Test
  void whatIsNoJournalIsSaidInOneLine() throws IOException {
    Path other = Files.createDirectory(dir.resolve("other"));
    Files.writeString(other.resolve("journal.db"), "bread, milk, eggs\n".repeat(300));
    for (List<String> command : LOOKERS) {
      CommandLineRun.of(command, "--state", other).ends(1).saysOneLine();
    }
  }

  @Test
  void aDirectoryWithoutAJournalIsSaidInOneLineAndNotMade() {
    Path nowhere = dir.resolve("nowhere");
    for (List<String> command : LOOKERS) {
      CommandLineRun.of(command, "--state", nowhere).ends(1).saysOneLine();
    }
    assertFalse(Files.exists(nowhere));
  }

  @Test
  void aDayIsReportedInEveryFormatTheLastOneUnlessAsked() {
    String text = report("text", "--day", day);
    assertTrue(text.startsWith("day " + day + "\n"), text);
    assertTrue(text.contains("\ntickets       inspection"), text);
    assertEquals(text, report("text"));
    List<String> csv = report("csv").lines().toList();
    assertTrue(csv.getFirst().startsWith("day,kind,of,count"), csv.getFirst());
    assertTrue(csv.contains(day + ",tickets,enquiry,1,0,0,0,,,"), "" + csv);
    assertTrue(csv.contains(day + ",rated-good,1,1,,,,,,"), "" + csv);
    assertTrue(csv.contains(day + ",served-within,day,1,,,,,,"), "" + csv);
    assertTrue(csv.contains(day + ",served-over,counter 1,0,,,,,,0"), "" + csv);
    assertTrue(text.contains("\ncounter       1"), text);
    String html = report("html");
    assertTrue(html.contains("<tr><td>day</td><td></td><td>1</td><td>1</td><td>100.0</td>"), html);
    assertTrue(html.contains("<h1>" + day + "</h1>"), html);
    assertTrue(html.contains("<td>tickets</td><td>inspection</td><td>1</td>"), html);
  }

  @Test
  void aDayWithoutEventsIsReportedEmpty() {
    String csv = report("csv", "--day", "2001-02-03");
    assertTrue(csv.lines().skip(1).allMatch(line -> line.startsWith("2001-02-03,")), csv);
    assertFalse(csv.contains("tickets"), csv);
  }

  private String report(String format, Object... more) {
    List<String> command =
        List.of("report", "day", "--state", state.toString(), "--format", format);
    CommandLineRun run = CommandLineRun.of(command, more).ends(0);
    assertEquals("", run.err());
    return run.out();
  }

  private void harm(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + state.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
