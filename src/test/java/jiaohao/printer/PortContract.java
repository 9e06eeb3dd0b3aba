package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;

/** What every port does, with a printer at its far end. */
abstract class PortContract {
  /** A port to {@link #printer}, newly opened. */
  abstract Port open() throws Exception;

  abstract SimulatedPrinter printer();

  /** The far end goes away. */
  abstract void hangUp() throws Exception;

  /** The far end is back, and perhaps another one. */
  abstract void comeBack() throws Exception;

  @Test
  void nothingSaidIsNothingReadWithoutWaiting() throws Exception {
    try (Port port = open()) {
      assertEquals(0, port.read().length);
    }
  }

  @Test
  void everyByteValueGetsThroughInBothDirections() throws Exception {
    byte[] content = new byte[250];
    for (int n = 0; n < content.length; n++) {
      content[n] = (byte) n;
    }
    try (Port port = open()) {
      port.write(new byte[] {0x1D, 0x28, 0x6B, (byte) 253, 0, 0x31, 0x50, 0x30});
      port.write(content);
      port.write(new byte[] {0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30});
      port.write(new EscPos().feedAndCut().processId("\"~ 7").toBytes());
      byte[] block = {0x37, 0x22, '"', '~', ' ', '7', 0};
      assertArrayEquals(block, read(port, block.length));
      String qrCode = printer().slips().getLast().qrCodes().getFirst();
      assertArrayEquals(content, qrCode.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void aQuestionAskedAtOnceIsAnsweredWhileThePrinterIsStopped() throws Exception {
    printer().trouble(Trouble.PAPER_END);
    try (Port port = open()) {
      port.write(new EscPos().line("A012").askPaper().askStatus().toBytes());
      assertArrayEquals(new byte[] {0x1A, 0x32, 0x12, 0x7E}, read(port, 4));
    }
  }

  @Test
  void aPortWhoseFarEndIsGoneSaysSo() throws Exception {
    try (Port port = open()) {
      hangUp();
      assertThrows(
          IOException.class, () -> Await.until("the hang-up", () -> port.read().length > 999));
      assertThrows(IOException.class, () -> port.write(new byte[] {0x0A}));
    }
  }

  @Test
  void aPortOpensAgainAfterAHangUp() throws Exception {
    Port lost = open();
    hangUp();
    lost.close();
    comeBack();
    try (Port port = open()) {
      port.write(new EscPos().askStatus().toBytes());
      assertEquals(4, read(port, 4).length);
    }
  }

  @Test
  void aFarEndThatTakesNothingIsReportedInTime() throws Exception {
    printer().trouble(Trouble.OFFLINE);
    try (Port port = open()) {
      byte[] kilobyte = new byte[1024];
      IOException stalled =
          assertThrows(
              IOException.class,
              () -> {
                for (int n = 0; n < 200; n++) {
                  port.write(kilobyte);
                }
              });
      assertTrue(stalled.getMessage().contains("takes nothing"), stalled.getMessage());
    }
  }

  @Test
  void closingTwiceIsClosing() throws Exception {
    Port port = open();
    port.close();
    port.close();
  }

  private static byte[] read(Port port, int length) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Await.until(
        length + " bytes",
        () -> {
          bytes.writeBytes(port.read());
          return bytes.size() >= length;
        });
    return bytes.toByteArray();
  }
}
