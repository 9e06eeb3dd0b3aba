package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFileReader;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.testing.Await;
import jiaohao.testing.PacedLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files on the disk, one press, and what a printer on a real tty gets of it. */
class PtyTicketTest {
  private static final int BAUD = 115_200;
  private static final int MOST_BYTES = 400;
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** GS V 66 0, the cut, as Latin letters. */
  private static final String CUT = "\u001dVB\0";

  @TempDir private Path dir;
  private final Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);

  @Test
  void aPrinterThatNeverAnswersGetsAReadableTicketInFewBytes() throws Exception {
    try (PacedLine line = new PacedLine(BAUD, PacedLine.Far.MUTE)) {
      byte[] bytes = bytesOfOnePress(line, "D");
      assertReadable(bytes);
      assertTrue(bytes.length < MOST_BYTES, bytes.length + " bytes");
    }
  }

  @Test
  void aPrinterThatAnswersInFullGetsTheSameTicketAndConfirmsIt() throws Exception {
    SimulatedPrinter printer = new SimulatedPrinter(PrinterModel.of(BAUD, 80).hurried(), clock);
    PacedLine.Far far =
        bytes -> {
          printer.write(bytes);
          return printer.read();
        };
    try (PacedLine line = new PacedLine(BAUD, far)) {
      byte[] bytes = bytesOfOnePress(line, "A");
      assertReadable(bytes);
      assertTrue(bytes.length < MOST_BYTES, bytes.length + " bytes");
    }
    List<PrintedSlip> slips =
        printer.slips().stream().filter(slip -> !slip.text().isEmpty()).toList();
    assertEquals(1, slips.size());
    assertTrue(slips.getFirst().cut());
    assertTrue(slips.getFirst().text().contains("前面0位"), slips.getFirst().text());
  }

  /** All that the far end took from the press on until the slip was journaled as printed. */
  private byte[] bytesOfOnePress(PacedLine line, String tier) throws Exception {
    Path state = dir.resolve("state");
    byte[] bytes;
    try (Firmware firmware = firmware(line.slave(), state)) {
      firmware.ready().get(20, TimeUnit.SECONDS);
      Await.until("the port is set up", () -> line.count() > 0);
      int before = line.count();
      Command.Press press = new Command.Press(Verb.parse("take inspection"), "0123456789ABC");
      assertInstanceOf(Answer.Done.class, firmware.kiosk().press(press).get(10, TimeUnit.SECONDS));
      Await.until("the slip is settled", () -> line.count() > before && settled(firmware.kiosk()));
      bytes = line.bytes(before);
    }
    assertEquals(
        List.of(tier),
        Box.events(state, Event.SlipPrinted.class).stream().map(Event.SlipPrinted::tier).toList());
    List<Event.FaultRaised> faults = Box.events(state, Event.FaultRaised.class);
    assertTrue(faults.stream().allMatch(fault -> fault.fault().equals("silent")), "" + faults);
    return bytes;
  }

  private static boolean settled(Kiosk kiosk) {
    return !kiosk.state().tickets().isEmpty() && kiosk.state().owed().isEmpty();
  }

  private Firmware firmware(String port, Path state) throws Exception {
    Path hallFile = Files.writeString(dir.resolve("hall.toml"), Box.HALL.formatted(""));
    Path deviceFile = Files.writeString(dir.resolve("device.toml"), device(port));
    Reading<Plan> hall = HallFile.read(hallFile);
    Reading<DeviceFile> device = DeviceFileReader.read(deviceFile);
    Plan plan = hall.value().orElseThrow(() -> new AssertionError(hall.problems()));
    DeviceFile wired = device.value().orElseThrow(() -> new AssertionError(device.problems()));
    return new Firmware(
        new Command.Start("test", plan, hall.source()),
        wired,
        new RealDevices(clock),
        clock,
        state);
  }

  private static String device(String port) {
    return """
    [printer]
    port = "%s"
    baud = %d
    [voice]
    output = "off"
    [clock]
    trust = "always"
    """
        .formatted(port, BAUD);
  }

  private static void assertReadable(byte[] bytes) {
    String text = new String(bytes, GB18030);
    for (String words : List.of("A001", "年检", "行驶证", "车钥匙", "城北机动车检测站")) {
      assertTrue(text.contains(words), words + " is not in " + text);
    }
    assertEquals(-1, text.indexOf('\ufffd'), text);
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    assertEquals(latin.indexOf(CUT), latin.lastIndexOf(CUT), "one cut");
    assertTrue(latin.indexOf("A001") < latin.indexOf(CUT), "the cut comes after the number");
  }
}
