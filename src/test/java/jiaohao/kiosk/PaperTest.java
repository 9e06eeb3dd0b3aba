package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import jiaohao.button.Gesture;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.hall.Event;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.printer.Trouble;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperTest {
  private static final String PROOF = "纸张正常 / Paper OK";

  @TempDir private Path stateDir;

  @Test
  void withoutPaperTheNumberIsSpokenAndShownAndPrintedOnceWhenPaperIsBack() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.trouble(Trouble.PAPER_END);
      box.does("take inspection");
      Await.until("it is spoken", () -> box.said().contains("取号机缺纸,您的号码是A001,请记住"));
      Await.until("it is shown", () -> box.board().equals(List.of("A001")));
      assertEquals(List.of(), box.slips());
      box.trouble(Trouble.NONE);
      Await.until("it is printed", () -> box.state().owed().isEmpty());
      assertEquals(List.of(PROOF), box.slips().subList(0, 1));
      assertEquals(2, box.printer.slips().size());
      assertEquals(List.of("补打"), box.printer.slips().getLast().marks());
    }
    Event.SlipPrinted printed = Box.events(stateDir, Event.SlipPrinted.class).getFirst();
    assertTrue(printed.reprint());
    assertEquals("A", printed.tier());
  }

  @Test
  void aChangeOfPaperIsProvedByOneLineOnceAndNoOtherFaultIs() throws Exception {
    try (Box box = Box.start(stateDir)) {
      for (Trouble trouble : List.of(Trouble.NEAR_END, Trouble.OFFLINE, Trouble.PAPER_END)) {
        box.printer.trouble(trouble);
        Await.until(trouble + " is on", () -> StateJson.of(box.kiosk()).contains(trouble.code()));
        assertEquals(List.of(), box.slips());
        box.printer.trouble(Trouble.NONE);
        Await.until("it is gone", () -> box.kiosk().faults().isEmpty());
      }
      Await.until("the proof", () -> box.slips().equals(List.of(PROOF)));
      box.does("take inspection");
      Await.until("a slip", () -> box.slips().size() == 2);
      assertTrue(box.slips().getLast().contains("A001"), box.slips().getLast());
    }
  }

  @Test
  void theProofIsOwedUntilItIsOnThePaper() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.trouble(Trouble.COVER);
      box.trouble(Trouble.PAPER_END);
      assertEquals(List.of(), box.slips());
      box.printer.trouble(Trouble.OFFLINE); // switched off while the roll is changed
      Await.until("offline", () -> StateJson.of(box.kiosk()).contains("offline"));
      box.printer.trouble(Trouble.NONE);
      Await.until("the proof", () -> box.slips().equals(List.of(PROOF)));
    }
  }

  @Test
  void aHallThatRefusesWithoutPaperSaysSo() throws Exception {
    try (Box box = Box.start(stateDir, "no_paper = \"refuse\"")) {
      box.trouble(Trouble.PAPER_END);
      Answer.Refused refused = assertInstanceOf(Answer.Refused.class, box.press("take inspection"));
      assertEquals("取号机暂停使用,请到服务台", refused.refusal().reason().in("zh"));
      box.trouble(Trouble.NONE);
      box.does("take inspection");
    }
    assertEquals(1, Box.events(stateDir, Event.TicketIssued.class).size());
  }

  @Test
  void whoWasServedOrMissedMeanwhileGetsNoSlipAfterwards() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.trouble(Trouble.COVER);
      box.does("take questions").does("take questions").does("take questions");
      box.does("next 1").does("finish 1").does("next 1").does("miss 1");
      box.trouble(Trouble.NONE);
      Await.until("the third is printed", () -> box.state().owed().isEmpty());
      assertEquals(2, box.slips().size());
      assertEquals(PROOF, box.slips().getFirst());
      assertTrue(box.slips().getLast().contains("C003"), box.slips().getLast());
    }
    List<String> reasons =
        Box.events(stateDir, Event.SlipFailed.class).stream()
            .map(Event.SlipFailed::reason)
            .toList();
    assertEquals(List.of("served", "missed"), reasons);
  }

  @Test
  void everyFaultOfThePrinterIsShownWithARemedyAndGoesByItself() throws Exception {
    try (Box box = Box.start(stateDir)) {
      for (Trouble trouble : List.of(Trouble.PAPER_END, Trouble.NEAR_END, Trouble.COVER)) {
        box.printer.trouble(trouble);
        Await.until(trouble + " is on", () -> StateJson.of(box.kiosk()).contains(trouble.code()));
        box.printer.trouble(Trouble.NONE);
        Await.until("it is gone", () -> box.kiosk().faults().isEmpty());
      }
    }
  }

  @Test
  void aSlipUnderWayWhenTheBoxWasCutOffIsPrintedAnewAndMarked() throws Exception {
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    SimulatedPrinter printer = Box.quickPrinter(clock);
    try (Box box = Box.start(stateDir, "", clock, printer)) {
      box.trouble(Trouble.OFFLINE);
      box.does("take inspection");
    }
    printer.trouble(Trouble.NONE);
    try (Box box = Box.start(stateDir, "", clock, printer)) {
      Await.until("it is printed", () -> box.state().owed().isEmpty());
      List<PrintedSlip> whole =
          printer.slips().stream().filter(slip -> slip.text().contains("A001")).toList();
      assertEquals(1, whole.size());
      assertEquals(List.of("补打"), whole.getFirst().marks());
    }
  }

  @Test
  void aButtonIsLockedUntilItsSlipIsOut() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.printer.trouble(Trouble.SILENT);
      Presses presses = box.firmware.presses();
      presses.gesture(new Gesture(0, false));
      presses.gesture(new Gesture(0, false));
      assertTrue(presses.locked(0));
      Await.until("the slip is out", () -> !presses.locked(0));
      presses.gesture(new Gesture(0, false));
      Await.until("a second one", () -> box.state().tickets().size() == 2);
    }
    assertEquals(2, Box.events(stateDir, Event.TicketIssued.class).size());
  }
}
