package jiaohao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.PtyPrinter;
import jiaohao.printer.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code selftest} with a printer on a real tty. */
class SelftestCommandTest {
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
  void aPrinterThatAnswersIsOkAndHasPrintedItsTestSlip() throws IOException {
    CommandLineRun run = selftest(printer.slave()).ends(0);
    assertEquals("ok printer\nok voice\nok clock\n", run.out());
    List<String> slips = printer.printer().slips().stream().map(PrintedSlip::text).toList();
    assertEquals(1, slips.size());
    assertTrue(slips.getFirst().contains("中文测试:车辆检测"), slips.getFirst());
  }

  @Test
  void aPrinterWithoutPaperIsAFaultWithItsRemedy() throws IOException {
    printer.printer().trouble(Trouble.PAPER_END);
    CommandLineRun run = selftest(printer.slave()).ends(1);
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.getFirst().matches("FAULT printer: paper-end: .+"), run.out());
    assertEquals(List.of("ok voice", "ok clock"), lines.subList(1, 3));
  }

  @Test
  void aPortThatIsNotThereIsAFaultNotATrace() throws IOException {
    CommandLineRun run = selftest(dir.resolve("no-such-port").toString()).ends(1);
    assertTrue(run.out().startsWith("FAULT printer: offline: "), run.out());
  }

  private CommandLineRun selftest(String port) throws IOException {
    Path device = Files.writeString(dir.resolve("device.toml"), deviceFile(port));
    return CommandLineRun.of("selftest", "--device", device);
  }

  private static String deviceFile(String port) {
    return """
    [printer]
    port = "%s"
    baud = 115200
    [voice]
    output = "off"
    [clock]
    trust = "always"
    """
        .formatted(port);
  }
}
