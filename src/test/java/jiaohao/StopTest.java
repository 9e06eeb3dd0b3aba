package jiaohao;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jiaohao.hall.Event;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.PtyPrinter;
import jiaohao.testing.Jvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jiaohao run} as a service manager starts and stops it, its printer on a real tty. */
class StopTest {
  @TempDir private Path dir;
  private PtyPrinter printer;

  @BeforeEach
  void connect() throws IOException {
    printer = new PtyPrinter(PrinterModel.of(115_200, 80).hurried());
  }

  @AfterEach
  void disconnect() {
    printer.close();
  }

  @Test
  void itSaysReadyOnceAndIsToldToStopAndStops() throws Exception {
    Process firmware = start("talk");
    try (BufferedReader out = firmware.inputReader(UTF_8)) {
      assertEquals("ready demo-hall", out.readLine());
      firmware.toHandle().destroy(); // Process.destroy would close the streams
      assertNull(out.readLine(), "one line is all");
      assertStopped(firmware);
    } finally {
      firmware.destroyForcibly();
    }
    assertInstanceOf(Event.KioskStopped.class, lastEvent());
  }

  /** Not even the printer's buffer is cleared, with the first one's slip perhaps in it. */
  @Test
  void aSecondOneOnTheSameJournalSaysSoTouchesNothingAndTheFirstGoesOn() throws Exception {
    Process first = start("first");
    try (BufferedReader out = first.inputReader(UTF_8)) {
      assertEquals("ready demo-hall", out.readLine());
      Process second = start("second");
      assertTrue(second.waitFor(20, TimeUnit.SECONDS), "the second one goes on");
      assertEquals("", new String(second.getInputStream().readAllBytes(), UTF_8));
      assertEquals(1, second.exitValue());
      List<String> said = Files.readAllLines(dir.resolve("second"));
      assertEquals(1, said.size(), "" + said);
      assertTrue(said.getFirst().contains("正被另一个叫号程序使用"), "" + said);
      assertTrue(said.getFirst().contains("is in use by process " + first.pid()), "" + said);
      first.destroy();
      assertStopped(first);
    } finally {
      first.destroyForcibly();
    }
    assertInstanceOf(Event.KioskStopped.class, lastEvent());
  }

  /** Told nothing of the terminal it is on, as by a service manager: even so it speaks Chinese. */
  private Process start(String talk) throws IOException {
    Path device = Files.writeString(dir.resolve("device.toml"), deviceFile());
    ProcessBuilder builder =
        Jvm.builder(
            Main.class,
            "run",
            "--hall",
            "device/halls/demo.toml",
            "--device",
            device,
            "--state",
            dir.resolve("state"));
    builder.environment().put("LC_ALL", "C");
    return builder.redirectError(dir.resolve(talk).toFile()).start();
  }

  private String deviceFile() {
    return """
    [printer]
    port = "%s"
    baud = 115200
    [voice]
    output = "off"
    [clock]
    trust = "always"
    """
        .formatted(printer.slave());
  }

  private static void assertStopped(Process firmware) throws InterruptedException {
    assertTrue(firmware.waitFor(5, TimeUnit.SECONDS), "still running 5 s after SIGTERM");
    assertEquals(0, firmware.exitValue());
  }

  private Event lastEvent() throws IOException {
    try (JournalReader reader = Journal.reader(dir.resolve("state"))) {
      return reader.rows(reader.lastSeq(), 1).getFirst().fact().event();
    }
  }
}
