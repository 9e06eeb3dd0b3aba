package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jiaohao.board.Board;
import jiaohao.board.DigitsBoard;
import jiaohao.board.SimulatedSpi;
import jiaohao.board.Spi;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Verb;
import jiaohao.health.Fault;
import jiaohao.printer.Outcome;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.Sheet;
import jiaohao.printer.Slip;
import jiaohao.printer.SlipPrinter;
import jiaohao.printer.Trouble;
import jiaohao.testing.Await;
import jiaohao.voice.Script;
import jiaohao.voice.SimulatedSpeaker;
import jiaohao.voice.Speaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boxes with several printers, with none, and with devices that hang or throw. */
class WiringTest {
  @TempDir private Path stateDir;

  private static void press(Firmware firmware, String verb) throws Exception {
    Answer answer =
        firmware
            .kiosk()
            .press(new Command.Press(Verb.parse(verb), "REF"))
            .get(10, TimeUnit.SECONDS);
    assertInstanceOf(Answer.Done.class, answer, verb);
  }

  @Test
  void aNumberOfSomebodyWhoNeedsHelpStandsThreeTimesAsLongOnTheBoard() throws Exception {
    Wiring wiring = new Wiring("printer");
    try (Firmware firmware = wiring.start(stateDir)) {
      press(firmware, "assist");
      press(firmware, "take inspection");
      press(firmware, "take inspection");
      press(firmware, "next 1");
      press(firmware, "next 2");
      Await.until("in order of call", () -> shown(wiring).equals("A002   2, A001   1"));
      wiring.clock.pass(Duration.ofSeconds(12));
      Await.until("help stands first", () -> shown(wiring).equals("A001   1, A002   2"));
      wiring.clock.pass(Duration.ofSeconds(13));
      Await.until("as everybody", () -> shown(wiring).equals("A002   2, A001   1"));
    }
  }

  private static String shown(Wiring wiring) {
    return String.join(", ", wiring.spi.text().subList(0, 2));
  }

  private static List<String> faults(Firmware firmware) {
    return firmware.kiosk().faults().stream()
        .map(fault -> fault.device() + " " + fault.fault())
        .sorted()
        .toList();
  }

  private static void awaitNothingOwed(Firmware firmware) throws Exception {
    Await.until("nothing is owed", () -> firmware.kiosk().state().owed().isEmpty());
  }

  @Test
  void slipsGoToTheFirstPrinterThatCanPrint() throws Exception {
    Wiring wiring = new Wiring("left", "right");
    try (Firmware firmware = wiring.start(stateDir)) {
      press(firmware, "take inspection");
      awaitNothingOwed(firmware);
      assertEquals(1, wiring.slips("left").size());
      wiring.printers.get("left").trouble(Trouble.PAPER_END);
      Await.until("told", () -> faults(firmware).equals(List.of("printer:left paper-end")));
      press(firmware, "take inspection");
      awaitNothingOwed(firmware);
      assertEquals(1, wiring.slips("right").size());
      assertEquals(List.of(), wiring.slips("right").getFirst().marks());
      wiring.printers.get("left").trouble(Trouble.NONE);
      Await.until("over", () -> faults(firmware).isEmpty());
      press(firmware, "take inspection");
      awaitNothingOwed(firmware);
      assertEquals(3, wiring.slips("left").size()); // one proves the new roll
    }
  }

  /** Its plug is pulled in the middle of its first slip. */
  private static final class Unplugged implements SlipPrinter {
    private boolean off;

    @Override
    public Outcome print(Sheet sheet) {
      off = true;
      return new Outcome.Kept(Fault.OFFLINE);
    }

    @Override
    public Set<Fault> faults() {
      return off ? Set.of(Fault.OFFLINE) : Set.of();
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  @Test
  void whatStopsInMidSlipIsPrintedOnTheOtherPrinterAndMarked() throws Exception {
    Wiring wiring =
        new Wiring("left", "right") {
          @Override
          public SlipPrinter printer(DeviceFile.Printer file) {
            return file.id().equals("left") ? new Unplugged() : super.printer(file);
          }
        };
    try (Firmware firmware = wiring.start(stateDir)) {
      press(firmware, "take inspection");
      press(firmware, "take inspection");
      awaitNothingOwed(firmware);
      List<List<String>> marks = wiring.slips("right").stream().map(PrintedSlip::marks).toList();
      assertEquals(List.of(List.of("补打"), List.of()), marks);
    }
  }

  @Test
  void printingStopsOnlyWhenNoPrinterCanPrint() throws Exception {
    Wiring wiring = new Wiring("left", "right");
    try (Firmware firmware = wiring.start(stateDir)) {
      wiring.printers.get("left").trouble(Trouble.COVER);
      wiring.printers.get("right").trouble(Trouble.PAPER_END);
      Await.until(
          "told",
          () ->
              faults(firmware)
                  .equals(
                      List.of("printer cover", "printer:left cover", "printer:right paper-end")));
      press(firmware, "take inspection");
      Await.until("it is spoken", () -> !wiring.speaker.said().isEmpty());
      wiring.printers.get("right").trouble(Trouble.NONE);
      awaitNothingOwed(firmware);
      assertEquals(2, wiring.slips("right").size()); // the first proves the new roll
    }
  }

  @Test
  void aBoxWithoutAPrinterSpeaksAndShowsNumbersAndOwesNoSlips() throws Exception {
    Wiring wiring = new Wiring();
    try (Firmware firmware = wiring.start(stateDir)) {
      Await.until("told", () -> faults(firmware).equals(List.of("printer missing")));
      press(firmware, "take inspection");
      Await.until("it is spoken", () -> !wiring.speaker.said().isEmpty());
      Await.until("it is shown", () -> wiring.shown().equals(List.of("A001")));
      awaitNothingOwed(firmware);
    }
    assertEquals("no-printer", Box.events(stateDir, Event.SlipFailed.class).getFirst().reason());
  }

  @Test
  void aBoxWithoutButtonsHasNoFault() throws Exception {
    Wiring wiring = new Wiring("printer");
    wiring.buttons = false;
    try (Firmware firmware = wiring.start(stateDir)) {
      press(firmware, "take inspection");
      awaitNothingOwed(firmware);
      assertEquals(List.of(), faults(firmware));
    }
  }

  /** Prints nothing, and stays in print until it is interrupted. */
  private static final class Jam implements SlipPrinter {
    final CountDownLatch printing = new CountDownLatch(1);

    @Override
    public Outcome print(Sheet sheet) {
      printing.countDown();
      hangForEver();
      return new Outcome.Kept(Fault.OFFLINE);
    }

    @Override
    public Set<Fault> faults() {
      return Set.of();
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  /** As a system call that nothing wakes. */
  private static void hangForEver() {
    CountDownLatch never = new CountDownLatch(1);
    while (never.getCount() > 0) {
      try {
        never.await();
      } catch (InterruptedException ignored) {
        // A driver in the kernel does not care.
      }
    }
  }

  @Test
  void itClosesWithinFiveSecondsWhateverHangs() throws Exception {
    Jam jam = new Jam();
    Wiring wiring =
        new Wiring("printer") {
          @Override
          public SlipPrinter printer(DeviceFile.Printer file) {
            return jam;
          }

          @Override
          Spi bus() {
            return new Spi() {
              @Override
              public void transfer(byte[] frame) {
                hangForEver();
              }

              @Override
              public void close() {
                hangForEver();
              }
            };
          }

          @Override
          public Speaker speaker(DeviceFile.Voice voice, Script script) {
            hangForEver();
            return speaker;
          }
        };
    Firmware firmware = wiring.start(stateDir);
    press(firmware, "take inspection");
    jam.printing.await();
    long began = System.nanoTime();
    firmware.close();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "it took " + took);
    assertInstanceOf(Event.KioskStopped.class, Box.facts(stateDir).getLast().event());
  }

  @Test
  void aPressWhileTheBoxClosesIsRefused() throws Exception {
    Wiring wiring = new Wiring("printer");
    Firmware firmware = wiring.start(stateDir);
    firmware.kiosk().refusePresses();
    Answer answer =
        firmware.kiosk().press(new Command.Press(new Verb.Take("inspection"), "REF")).join();
    assertEquals(new Answer.Refused(Troubles.STOPPING), answer);
    firmware.close();
  }

  @Test
  void aSlipThatCannotBeLaidOutKeepsTheNextOnesWaitingOnlyForAMoment() throws Exception {
    Wiring wiring =
        new Wiring("printer") {
          @Override
          public SlipPrinter printer(DeviceFile.Printer file) {
            SlipPrinter printer = super.printer(file);
            return new SlipPrinter() {
              @Override
              public Outcome print(Sheet sheet) {
                if (sheet instanceof Slip slip && slip.number().equals("A001")) {
                  throw new IllegalStateException("as a bug would");
                }
                return printer.print(sheet);
              }

              @Override
              public Set<Fault> faults() {
                return printer.faults();
              }

              @Override
              public void close() {
                printer.close();
              }
            };
          }
        };
    try (Firmware firmware = wiring.start(stateDir)) {
      press(firmware, "take inspection");
      press(firmware, "take inspection");
      awaitNothingOwed(firmware);
      assertEquals(1, wiring.slips("printer").size());
    }
    assertEquals("error", Box.events(stateDir, Event.SlipFailed.class).getFirst().reason());
  }

  @Test
  void aBusThatThrowsWhatItLikesIsADeadBoardAndComesBack() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    Wiring wiring =
        new Wiring("printer") {
          @Override
          Spi bus() {
            if (opened.incrementAndGet() < 3) {
              throw new UnsatisfiedLinkError("no native library");
            }
            return spi;
          }
        };
    try (Firmware firmware = wiring.start(stateDir)) {
      Await.until("it is dead", () -> faults(firmware).equals(List.of("board dead")));
      Await.until("it is back", () -> faults(firmware).isEmpty());
    }
  }

  @Test
  void aFlakyBoardDoesNotFillTheJournal() throws Exception {
    AtomicInteger frames = new AtomicInteger();
    Wiring wiring =
        new Wiring("printer") {
          @Override
          Spi bus() {
            return new Spi() {
              @Override
              public void transfer(byte[] frame) throws IOException {
                if (frames.incrementAndGet() % 14 == 0) {
                  throw new IOException("noise");
                }
              }

              @Override
              public void close() {
                // Holds nothing.
              }
            };
          }
        };
    try (Firmware firmware = wiring.start(stateDir)) {
      press(firmware, "take inspection");
      press(firmware, "next 1");
      TimeUnit.SECONDS.sleep(7); // it blinks, and every other frame is lost
    }
    int raised = Box.events(stateDir, Event.FaultRaised.class).size();
    assertTrue(raised > 0 && raised <= 4, raised + " times");
  }

  @Test
  void aCallRepeatedWhileItWaitsToBeSpokenIsSpokenOnce() throws Exception {
    SlowSpeaker slow = new SlowSpeaker();
    Wiring wiring =
        new Wiring("printer") {
          @Override
          public Speaker speaker(DeviceFile.Voice voice, Script script) {
            return slow;
          }
        };
    try (Firmware firmware = wiring.start(stateDir)) {
      press(firmware, "pause 2"); // keeps the speaker busy
      press(firmware, "take inspection");
      press(firmware, "next 1");
      for (int i = 0; i < 100; i++) {
        press(firmware, "recall 1");
      }
      slow.goOn();
      Await.until("it is called", () -> slow.said().contains("请A001号到1号窗口"));
      press(firmware, "take questions");
      press(firmware, "next 1");
      Await.until("so is the next", () -> slow.said().contains("请C001号到1号窗口"));
      assertEquals(1, slow.said().stream().filter("请A001号到1号窗口"::equals).count());
    }
  }

  @Test
  void whoIsRecalledAlthoughServiceHasBegunIsCalledAloud() throws Exception {
    Wiring wiring = new Wiring("printer");
    try (Firmware firmware = wiring.start(stateDir)) {
      press(firmware, "take inspection");
      press(firmware, "next 1");
      Await.until("called", () -> calls(wiring) == 1);
      press(firmware, "start 1");
      press(firmware, "recall 1");
      Await.until("and again", () -> calls(wiring) == 2);
    }
  }

  private static long calls(Wiring wiring) {
    return wiring.speaker.said().stream()
        .map(SimulatedSpeaker.Said::text)
        .filter("请A001号到1号窗口"::equals)
        .count();
  }

  @Test
  void aNumberWithoutPaperIsSeenAlthoughTheBoardIsFullOfOldCalls() throws Exception {
    SimulatedSpi small = new SimulatedSpi(1, 1);
    Wiring wiring =
        new Wiring() {
          @Override
          public Board board(DeviceFile.Board file) {
            return new DigitsBoard(small, 1);
          }
        };
    try (Firmware firmware = wiring.start(stateDir)) {
      Await.until("told", () -> faults(firmware).equals(List.of("printer missing")));
      press(firmware, "take inspection");
      press(firmware, "next 1");
      Await.until("the call is seen", () -> small.text().equals(List.of("A001   1")));
      wiring.clock.pass(Duration.ofSeconds(9));
      press(firmware, "take questions");
      Await.until("the number is seen", () -> small.text().equals(List.of("C001")));
      wiring.clock.pass(Duration.ofSeconds(11));
      Await.until("the call is seen again", () -> small.text().equals(List.of("A001   1")));
    }
  }
}
