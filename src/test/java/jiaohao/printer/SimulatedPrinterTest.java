package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedPrinterTest {
  private final VirtualTime time = new VirtualTime();
  private final SimulatedPrinter printer =
      new SimulatedPrinter(PrinterModel.of(9600, 58), time.clock(), time.pause());

  @Test
  void aByteTakesTenBitsOfTime() throws Exception {
    printer.write(new EscPos().line("12345678").askPaper().toBytes());
    time.pass(Duration.ofNanos(12 * 10_000_000_000L / 9600 - 1));
    assertEquals(0, printer.read().length);
    time.pass(Duration.ofMillis(60));
    assertEquals(1, printer.read().length);
  }

  @Test
  void theMotorTakesItsTime() throws Exception {
    printer.write(new EscPos().line("A012").feedAndCut().toBytes());
    time.pass(Duration.ofMillis(15)); // the bytes are there, the paper is not
    assertEquals(List.of(), printer.slips());
    time.pass(Duration.ofMillis(400));
    assertEquals("A012", printer.slips().getFirst().text());
  }

  @Test
  void listenersHearOfEveryPieceOfPaper() throws Exception {
    List<String> heard = new ArrayList<>();
    printer.listen(slip -> heard.add(slip.text() + slip.cut()));
    printer.write(new EscPos().line("A012").feedAndCut().line("A013").toBytes());
    time.pass(Duration.ofSeconds(2));
    printer.trouble(Trouble.PAPER_END);
    assertEquals(List.of("A012true", "A013false"), heard);
  }

  @Test
  void aLineTooLongIsBrokenAtThePaperEdge() throws Exception {
    printer.write(new EscPos().line("x".repeat(40)).feedAndCut().toBytes());
    time.pass(Duration.ofSeconds(2));
    assertEquals("x".repeat(32) + "\n" + "x".repeat(8), printer.slips().getFirst().text());
  }

  @Test
  void rasterAndStoredPicturesAreNoText() throws Exception {
    printer.write(new byte[] {0x1D, 0x76, 0x30, 0, 2, 0, 3, 0, 'A', 'B', 'C', 'D', 'E', 'F'});
    printer.write(new byte[] {0x1C, 0x70, 1, 0});
    printer.write(new EscPos().line("A012").feedAndCut().toBytes());
    time.pass(Duration.ofSeconds(2));
    assertEquals("A012", printer.slips().getFirst().text());
    assertTrue(printer.slips().getFirst().strips().getFirst() instanceof Strip.Picture);
  }

  @Test
  void troublesAreSpeltAsOnTheBench() {
    assertEquals(Optional.of(Trouble.PAPER_END), Trouble.of("paper-end"));
    assertEquals(Optional.empty(), Trouble.of("PAPER_END"));
  }
}
