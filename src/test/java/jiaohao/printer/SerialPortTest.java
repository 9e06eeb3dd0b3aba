package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import jiaohao.config.DeviceFile.Flow;
import jiaohao.testing.Await;
import jiaohao.testing.Pty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** jSSC on a real pseudo terminal with a simulated printer at the other end. */
class SerialPortTest extends PortContract {
  private static final PrinterModel MODEL = PrinterModel.of(115_200, 80).feeding(2000);

  private PtyPrinter far;

  @BeforeEach
  void begin() throws IOException {
    far = new PtyPrinter(MODEL);
  }

  @AfterEach
  void end() {
    far.close();
  }

  @Override
  Port open() throws Exception {
    return SerialPort.open(far.slave(), MODEL.baud(), Flow.NONE);
  }

  @Override
  SimulatedPrinter printer() {
    return far.printer();
  }

  @Override
  void hangUp() {
    far.close();
  }

  @Override
  void comeBack() throws Exception {
    far = new PtyPrinter(MODEL);
  }

  @Test
  void aMissingPortIsAnError() {
    IOException missing =
        assertThrows(IOException.class, () -> SerialPort.open("/dev/no-such", 9600, Flow.NONE));
    assertTrue(missing.getMessage().contains("/dev/no-such"), missing.getMessage());
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void bytesGetThroughWithEveryFlowControl(Flow flow) throws Exception {
    try (Pty pty = Pty.open();
        SerialPort port = SerialPort.open(pty.slave(), 9600, flow)) {
      byte[] slip = new SlipLayout(80).lay(Slips.ordinary()).bytes();
      port.write(slip);
      assertArrayEquals(slip, read(pty, slip.length));
    }
  }

  @Test
  void aPortThatWasStalledOpensAgainAndBeginsClean() throws Exception {
    try (Pty pty = Pty.open()) {
      Set<Thread> others = writers(pty.slave());
      try (SerialPort port = SerialPort.open(pty.slave(), 9600, Flow.NONE)) {
        assertThrows(IOException.class, () -> port.write(new byte[200_000]));
      }
      Await.until("the writer to be free", () -> others.containsAll(writers(pty.slave())));
      drain(pty);
      try (SerialPort port = SerialPort.open(pty.slave(), 9600, Flow.NONE)) {
        port.write(new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, read(pty, 3));
      }
    }
  }

  @Test
  void anXoffFromThePeerDoesNotHoldThePortForEver() throws Exception {
    try (Pty pty = Pty.open();
        SerialPort port = SerialPort.open(pty.slave(), 9600, Flow.XONXOFF)) {
      pty.write((byte) 0x13);
      assertThrows(IOException.class, () -> Await.until("the stall", () -> sendsAndGoesOn(port)));
    }
  }

  private static boolean sendsAndGoesOn(Port port) throws IOException {
    port.write(new byte[512]);
    return false;
  }

  /** Terminals are numbered anew, so an earlier one may have had the same name. */
  private static Set<Thread> writers(String slave) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("writes " + slave))
        .collect(Collectors.toSet());
  }

  private static byte[] read(Pty pty, int length) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Await.until(
        length + " bytes",
        () -> {
          bytes.writeBytes(pty.read(0));
          return bytes.size() >= length;
        });
    return bytes.toByteArray();
  }

  private static void drain(Pty pty) throws IOException {
    while (pty.read(50).length > 0) {
      // what the stalled port had got through
    }
  }
}
