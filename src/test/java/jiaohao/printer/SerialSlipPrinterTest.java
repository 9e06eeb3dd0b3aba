package jiaohao.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jiaohao.health.Fault;
import jiaohao.printer.Outcome.Tier;
import jiaohao.printer.PrinterModel.Answer;
import org.junit.jupiter.api.Test;

/** The driver against a printer of each kind, in virtual time. */
class SerialSlipPrinterTest {
  private static final PrinterModel MODEL = PrinterModel.of(9600, 80);

  private final VirtualTime time = new VirtualTime();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private SimulatedPrinter paper;
  private SerialSlipPrinter driver;

  private void connect(Answer... answers) {
    Set<Answer> speaks = EnumSet.noneOf(Answer.class);
    speaks.addAll(List.of(answers));
    paper = new SimulatedPrinter(MODEL.answering(speaks), time.clock(), time.pause());
    driver =
        new SerialSlipPrinter(
            () -> new Tap(paper.connect(), sent),
            9600,
            new SlipLayout(80),
            time.clock(),
            time.pause());
  }

  private void connectFull() {
    connect(Answer.values());
    idle(Duration.ofSeconds(2));
  }

  /** As the kiosk does: asks for faults every second. */
  private void idle(Duration duration) {
    for (int second = 0; second < duration.toSeconds(); second++) {
      driver.faults();
      time.pass(Duration.ofSeconds(1));
    }
  }

  private Duration timeOf(Slip slip) {
    long begun = time.clock().nanos();
    driver.print(slip);
    return time.since(begun);
  }

  private static Outcome printed(Tier tier) {
    return new Outcome.Printed(tier);
  }

  private static Outcome kept(Fault fault) {
    return new Outcome.Kept(fault);
  }

  @Test
  void aPrinterThatSaysPrintingIsCompleteReachesTierA() {
    connectFull();
    assertEquals(printed(Tier.A), driver.print(Slips.ordinary()));
    assertEquals(1, paper.slips().size());
    assertTrue(paper.slips().getFirst().cut());
    assertTrue(paper.slips().getFirst().text().contains("A012"));
  }

  @Test
  void aPrinterThatOnlyAnswersItsPaperStatusReachesTierB() {
    connect(Answer.PAPER, Answer.REAL_TIME);
    assertEquals(printed(Tier.B), driver.print(Slips.ordinary()));
  }

  @Test
  void aPrinterThatOnlyAnswersAtOnceReachesTierC() {
    connect(Answer.REAL_TIME);
    assertEquals(printed(Tier.C), driver.print(Slips.ordinary()));
  }

  @Test
  void aPrinterThatSaysNothingReachesTierD() {
    connect();
    assertEquals(printed(Tier.D), driver.print(Slips.ordinary()));
    assertTrue(paper.slips().getFirst().text().contains("A012"));
  }

  @Test
  void aSilentPrinterCostsItsPrintTimeAndNoLongTimeouts() {
    connect();
    for (int n = 0; n < 3; n++) {
      Duration taken = timeOf(Slips.ordinary());
      assertTrue(taken.compareTo(Duration.ofMillis(2900)) < 0, taken.toString());
    }
  }

  @Test
  void onceItIsKnownThatNoBlockComesThePaperStatusIsEnough() {
    connect(Answer.PAPER, Answer.REAL_TIME);
    Duration first = timeOf(Slips.ordinary());
    Duration second = timeOf(Slips.ordinary());
    assertTrue(second.plusMillis(300).compareTo(first) < 0, first + " then " + second);
  }

  @Test
  void theSlipGoesOutFirstAndInOnePiece() {
    connectFull();
    sent.reset();
    driver.print(Slips.ordinary());
    byte[] slip = new SlipLayout(80).lay(Slips.ordinary()).bytes();
    assertArrayEquals(slip, Arrays.copyOf(sent.toByteArray(), slip.length));
    assertEquals(slip.length + 11 + 3, sent.size());
  }

  @Test
  void aPressBeforeThePrinterHasSaidAnythingPrintsAtOnce() {
    connect(Answer.values());
    long begun = time.clock().nanos();
    assertEquals(printed(Tier.A), driver.print(Slips.ordinary()));
    assertTrue(time.since(begun).compareTo(Duration.ofMillis(1700)) < 0);
  }

  @Test
  void everyTroubleShowsAsItsFaultAndGoesAgain() {
    connectFull();
    assertEquals(Set.of(), driver.faults());
    for (Trouble trouble :
        List.of(
            Trouble.PAPER_END,
            Trouble.NEAR_END,
            Trouble.COVER,
            Trouble.OFFLINE,
            Trouble.CUTTER,
            Trouble.ERROR)) {
      showsAndGoes(trouble, Duration.ofSeconds(2));
    }
    showsAndGoes(Trouble.SILENT, Duration.ofSeconds(9));
  }

  @Test
  void aPrinterThatSaysNothingUnaskedShowsItsFaultsToo() {
    connect(Answer.REAL_TIME);
    idle(Duration.ofSeconds(2));
    for (Trouble trouble :
        List.of(
            Trouble.PAPER_END,
            Trouble.NEAR_END,
            Trouble.COVER,
            Trouble.OFFLINE,
            Trouble.CUTTER,
            Trouble.ERROR)) {
      showsAndGoes(trouble, Duration.ofSeconds(5));
    }
  }

  private void showsAndGoes(Trouble trouble, Duration within) {
    paper.trouble(trouble);
    idle(within);
    assertEquals(Set.of(Fault.of("printer", trouble.code()).orElseThrow()), driver.faults());
    paper.trouble(Trouble.NONE);
    idle(trouble == Trouble.SILENT ? Duration.ofSeconds(65) : within);
    assertEquals(Set.of(), driver.faults(), "after " + trouble);
  }

  @Test
  void aPrinterThatNeverAnsweredIsReportedSilentAndSeldomAsked() {
    connect();
    idle(Duration.ofSeconds(5));
    assertEquals(Set.of(Fault.SILENT), driver.faults());
    sent.reset();
    idle(Duration.ofMinutes(10));
    assertTrue(sent.size() < 10 * 60, sent.size() + " bytes");
  }

  @Test
  void anIdlePrinterThatSpeaksUnaskedIsHardlyAsked() {
    connectFull();
    sent.reset();
    idle(Duration.ofMinutes(1));
    assertTrue(sent.size() <= 60 * 4, sent.size() + " bytes");
    assertFalse(sent.size() == 0);
  }

  @Test
  void noSlipIsSentToAPrinterKnownToBeStopped() {
    connectFull();
    paper.trouble(Trouble.COVER);
    idle(Duration.ofSeconds(1));
    assertEquals(kept(Fault.COVER), driver.print(Slips.ordinary()));
    paper.trouble(Trouble.NONE);
    idle(Duration.ofSeconds(5));
    assertEquals(List.of(), paper.slips());
  }

  @Test
  void aFaultPutRightASecondAgoDoesNotKeepTheSlip() {
    connect(Answer.REAL_TIME);
    idle(Duration.ofSeconds(2));
    paper.trouble(Trouble.PAPER_END);
    idle(Duration.ofSeconds(4));
    assertEquals(Set.of(Fault.PAPER_END), driver.faults());
    paper.trouble(Trouble.NONE);
    assertEquals(printed(Tier.C), driver.print(Slips.ordinary()));
  }

  @Test
  void paperThatEndsInMidSlipKeepsItAndNothingStaleComesOut() {
    connectFull();
    paper.paperLeft(40);
    assertEquals(kept(Fault.PAPER_END), driver.print(Slips.ordinary()));
    idle(Duration.ofSeconds(2));
    paper.trouble(Trouble.NONE);
    idle(Duration.ofSeconds(5));
    assertEquals(printed(Tier.A), driver.print(Slips.reprint()));
    assertEquals(List.of(false, true), paper.slips().stream().map(PrintedSlip::cut).toList());
    assertEquals(List.of("补打"), paper.slips().getLast().marks());
  }

  @Test
  void everyStopInMidSlipKeepsItAndTheReprintStandsOnPaperOfItsOwn() {
    for (Trouble trouble : List.of(Trouble.COVER, Trouble.OFFLINE, Trouble.ERROR, Trouble.CUTTER)) {
      connectFull();
      when(Duration.ofMillis(500), () -> paper.trouble(trouble));
      Fault fault = Fault.of("printer", trouble.code()).orElseThrow();
      assertEquals(kept(fault), driver.print(Slips.ordinary()), trouble.code());
      paper.trouble(Trouble.NONE);
      idle(Duration.ofSeconds(6));
      assertEquals(printed(Tier.A), driver.print(Slips.reprint()), trouble.code());
      PrintedSlip last = paper.slips().getLast();
      assertTrue(last.text().startsWith("城北"), last.text());
      assertEquals(last.text().indexOf("A012"), last.text().lastIndexOf("A012"));
      assertTrue(paper.slips().size() <= 2, "stale slips after " + trouble);
    }
  }

  @Test
  void aStopIsNoticedAtTheLatestWhenThePrintTimeIsOver() {
    connect(Answer.REAL_TIME, Answer.PAPER);
    idle(Duration.ofSeconds(2));
    paper.paperLeft(40);
    assertEquals(kept(Fault.PAPER_END), driver.print(Slips.ordinary()));
  }

  @Test
  void aPrinterThatFallsSilentGoesOnPrintingUnconfirmed() {
    connectFull();
    assertEquals(printed(Tier.A), driver.print(Slips.ordinary()));
    paper.trouble(Trouble.SILENT);
    assertEquals(printed(Tier.D), driver.print(Slips.ordinary()));
    idle(Duration.ofSeconds(3));
    assertEquals(Set.of(Fault.SILENT), driver.faults());
    assertEquals(2, paper.slips().size());
  }

  @Test
  void aLostPortIsOfflineAndOpenedAgain() {
    connectFull();
    paper.unplug();
    assertEquals(Set.of(Fault.OFFLINE), driver.faults());
    assertEquals(kept(Fault.OFFLINE), driver.print(Slips.ordinary()));
    idle(Duration.ofSeconds(20));
    paper.plugIn();
    idle(Duration.ofSeconds(6));
    assertEquals(Set.of(), driver.faults());
    assertEquals(printed(Tier.A), driver.print(Slips.ordinary()));
  }

  @Test
  void aPortLostInMidSlipKeepsTheSlip() {
    connectFull();
    when(Duration.ofMillis(300), paper::unplug);
    assertEquals(kept(Fault.OFFLINE), driver.print(Slips.ordinary()));
  }

  @Test
  void aMutePrinterThatTakesNothingMoreDoesNotHoldThePrintForEver() {
    connect();
    paper.trouble(Trouble.OFFLINE);
    for (int n = 0; n < 100; n++) {
      Duration taken = timeOf(Slips.ordinary());
      assertTrue(taken.compareTo(Duration.ofSeconds(6)) < 0, taken.toString());
    }
    assertEquals(Set.of(Fault.OFFLINE), driver.faults());
  }

  @Test
  void aStaleJobFromBeforeAPowerCutIsClearedAtTheFirstConnection() throws Exception {
    paper = new SimulatedPrinter(MODEL, time.clock(), time.pause());
    paper.trouble(Trouble.PAPER_END);
    paper.connect().write(new SlipLayout(80).lay(Slips.ordinary()).bytes());
    driver =
        new SerialSlipPrinter(paper::connect, 9600, new SlipLayout(80), time.clock(), time.pause());
    idle(Duration.ofSeconds(2));
    paper.trouble(Trouble.NONE);
    idle(Duration.ofSeconds(5));
    assertEquals(List.of(), paper.slips());
  }

  @Test
  void withoutClearingThatJobWouldHaveComeOut() throws Exception {
    paper = new SimulatedPrinter(MODEL, time.clock(), time.pause());
    paper.trouble(Trouble.PAPER_END);
    paper.connect().write(new SlipLayout(80).lay(Slips.ordinary()).bytes());
    time.pass(Duration.ofSeconds(2));
    paper.trouble(Trouble.NONE);
    time.pass(Duration.ofSeconds(5));
    assertEquals(1, paper.slips().size());
  }

  /** Something that happens a while from now, while the driver waits. */
  private void when(Duration later, Runnable event) {
    long due = time.clock().nanos() + later.toNanos();
    boolean[] done = {false};
    Consumer<Long> tick =
        now -> {
          if (!done[0] && now >= due) {
            done[0] = true;
            event.run();
          }
        };
    time.onPass(tick);
  }
}
