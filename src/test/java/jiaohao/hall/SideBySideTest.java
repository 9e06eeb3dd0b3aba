package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Visits whose papers go two ways and meet again, come back, or wait outside. */
class SideBySideTest {
  private static final Plan STATION =
      Halls.of(
          """
          [[service]]
          id = "inspection"
          prefix = "A"
          name = "年检"
          papers = ["行驶证", "车钥匙"]
          stages = ["checkin", ["report", "signature"], "certificate"]
          [[stage]]
          id = "report"
          announce = false
          other = { name = "不合格", to = "return", meet = true }
          [[stage]]
          id = "signature"
          announce = false
          other = { name = "不合格", to = "exterior" }
          [[stage]]
          id = "exterior"
          announce = false
          then = "signature"
          [[stage]]
          id = "return"
          then = "repair"
          [[stage]]
          id = "repair"
          outside = true
          then = "report"
          [[stage]]
          id = "certificate"
          papers_after = ["检测报告", "外检单"]
          [[counter]]
          number = 1
          stages = ["checkin", "repair"]
          [[counter]]
          number = 2
          stages = ["report"]
          [[counter]]
          number = 3
          stages = ["signature", "exterior"]
          [[counter]]
          number = 9
          stages = ["certificate", "return"]
          """);

  private final HallRun run = HallRun.opened(STATION);

  @Test
  void afterCheckInThePapersLieAtBothPosts() {
    run.after("take inspection", "next 1", "finish 1");
    assertEquals("A001", run.waiting("report"));
    assertEquals("A001", run.waiting("signature"));
    assertEquals("", run.waiting("certificate"));
  }

  @Test
  void theNumberIsCalledOnlyWhenSheetAndReportAreBothThere() {
    run.after("take inspection", "next 1", "finish 1", "next 2", "finish 2");
    assertEquals("nobody-waiting", run.refused("next 9"));
    run.after("next 3", "finish 3", "next 9");
    assertEquals("A001", run.inHand(9));
    run.after("finish 9");
    assertEquals(0, run.state().open());
  }

  @Test
  void whichOfTheTwoComesLastDoesNotMatter() {
    run.after("take inspection", "next 1", "finish 1", "next 3", "finish 3");
    assertEquals("nobody-waiting", run.refused("next 9"));
    run.after("next 2", "finish 2", "next 9");
    assertEquals("A001", run.inHand(9));
  }

  @Test
  void bothPostsMayHaveItInHandAtOnce() {
    run.after("take inspection", "next 1", "finish 1", "next 2", "next 3");
    assertEquals("A001", run.inHand(2));
    assertEquals("A001", run.inHand(3));
    run.after("finish 3", "finish 2");
    assertEquals("A001", run.waiting("certificate"));
  }

  @Test
  void papersAreTakenUpInSilence() {
    run.after("take inspection", "next 1", "finish 1", "next 2");
    assertEquals(1, run.times(Event.TicketCalled.class));
    assertEquals(1, run.times(Event.PapersTaken.class));
    assertEquals(List.of(), run.state().inHand());
  }

  @Test
  void papersAreNeitherRecalledNorMissed() {
    run.after("take inspection", "next 1", "finish 1", "next 2");
    assertEquals("papers", run.refused("recall 2"));
    assertEquals("papers", run.refused("miss 2"));
    run.after("undo 2");
    assertEquals("A001", run.waiting("report"));
  }

  @Test
  void aCarThatDoesNotPassTheLookGoesBackToTheExteriorCheckAndThenToTheSignatureAgain() {
    run.after("take inspection", "next 1", "finish 1", "next 3", "finish-other 3");
    assertEquals("A001", run.waiting("exterior"));
    run.after("next 2", "finish 2");
    assertEquals("", run.waiting("certificate"), "the sheet is still away");
    run.after("next 3", "finish 3");
    assertEquals("A001", run.waiting("signature"));
    run.after("next 3", "finish 3", "next 9");
    assertEquals("A001", run.inHand(9));
  }

  @Test
  void aFailedReportMeetsTheSheetBeforeThePapersGoBack() {
    run.after("take inspection", "next 1", "finish 1", "next 2", "finish-other 2");
    assertEquals("", run.waiting("return"));
    run.after("next 3", "finish 3");
    assertEquals("A001", run.waiting("return"));
    assertEquals("", run.waiting("certificate"));
  }

  @Test
  void aFailedReportDecidesThoughTheSheetWasThereFirst() {
    run.after("take inspection", "next 1", "finish 1", "next 3", "finish 3");
    run.after("next 2", "finish-other 2");
    assertEquals("A001", run.waiting("return"));
  }

  @Test
  void whileTheCarIsRepairedNobodyIsCalledAndTheHallMayClose() {
    backToRepair();
    assertEquals(0, run.state().open());
    assertEquals("nobody-waiting", run.refused("next 1"));
    assertEquals("", run.waiting("repair"));
  }

  @Test
  void aRepairedCarIsAskedForByItsNumberAndInspectedAnew() {
    backToRepair();
    run.after("call 1 A001", "finish 1");
    assertEquals("A001", run.waiting("report"));
    assertEquals(1, run.state().open());
    run.after("next 2", "finish 2", "next 9", "finish 9");
    assertEquals(0, run.state().tickets().size());
  }

  @Test
  void aCarStillInRepairWhenTheDayTurnsComesBackWithANewNumber() {
    backToRepair();
    run.passUntil("2026-11-25T05:00");
    assertEquals("away", run.last(Event.TicketFinished.class).how());
    assertFalse(run.last(Event.DayStarted.class).late());
  }

  private void backToRepair() {
    run.after("take inspection", "next 1", "finish 1", "next 3", "finish 3");
    run.after("next 2", "finish-other 2", "next 9", "finish 9");
  }

  @Test
  void whatIsNeededAfterwardsIsPrintedAtTheEnd() {
    run.after("take inspection", "next 1", "finish 1", "next 2", "finish 2");
    run.after("next 3", "finish 3", "next 9", "finish 9");
    Notice notice = run.state().notices().first().orElseThrow();
    assertEquals(Notice.Kind.AFTERWARDS, notice.kind());
    assertEquals(List.of(Text.same("检测报告"), Text.same("外检单")), notice.items());
  }

  @Test
  void aNoticeIsPrintedOnceAndMarkedWhenItMayHaveBeenBefore() {
    whatIsNeededAfterwardsIsPrintedAtTheEnd();
    run.restart();
    Notice notice = run.state().notices().first().orElseThrow();
    assertTrue(notice.again());
    run.command(new Command.NoticeDone(notice.serial(), "A"));
    assertTrue(run.state().notices().isEmpty());
    run.command(new Command.NoticeDone(notice.serial(), "A"));
    assertEquals(1, run.times(Event.NoticePrinted.class));
  }

  @Test
  void aNoticeNobodyWaitsForAnyLongerIsGivenUp() {
    whatIsNeededAfterwardsIsPrintedAtTheEnd();
    run.seconds(601);
    assertEquals("late", run.last(Event.NoticeFailed.class).reason());
  }

  @Test
  void aStageThatIsGoneLetsItsPapersGoWithTheOthers() {
    run.after("take inspection", "next 1", "finish 1");
    Plan without =
        Halls.of(
            """
            [[service]]
            id = "inspection"
            prefix = "A"
            name = "年检"
            stages = ["checkin", "signature", "certificate"]
            [[stage]]
            id = "signature"
            announce = false
            [[counter]]
            number = 1
            stages = ["checkin"]
            [[counter]]
            number = 3
            stages = ["signature"]
            [[counter]]
            number = 9
            stages = ["certificate"]
            """);
    run.adopt(without);
    assertEquals("A001", run.waiting("signature"));
    run.after("next 3", "finish 3", "next 9", "finish 9");
    assertEquals(0, run.state().tickets().size());
  }

  @Test
  void aRepairedCarPutBackIsAwayAgain() {
    backToRepair();
    run.after("call 1 A001", "back 1");
    assertEquals(0, run.state().open());
    assertEquals("nobody-waiting", run.refused("next 1"));
    run.after("call 1 A001");
  }
}
