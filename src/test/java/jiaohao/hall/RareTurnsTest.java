package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What hardly ever happens, and has to be right nevertheless: storms found each of these. */
class RareTurnsTest {
  private static final Plan FAIR = StormHalls.FAIR;
  private static final Plan SIDE_BY_SIDE = StormHalls.SIDE_BY_SIDE;

  @Test
  void whatWasChosenForTheNextTicketIsForgottenWhenTheHallChanges() {
    HallRun run = HallRun.opened(FAIR).after("priority elderly");
    run.adopt(Halls.station());
    TicketId id = run.take("questions");
    assertEquals(Optional.empty(), run.ticket(id).terms().group());
  }

  @Test
  void ofStagesWithEqualSharesThePreferredOneIsFirst() {
    HallRun run = HallRun.opened(Halls.station());
    run.after("take inspection", "take inspection", "next 1", "finish 1");
    run.adopt(StormHalls.TURNS_BY_SHARES);
    run.after("next 2");
    assertEquals("A001", run.inHand(2));
  }

  @Test
  void theCustomersOfAStandInOvertakeNobodyAtAStageThatIsNotTheirs() {
    HallRun run = HallRun.opened(FAIR).after("sign-on 3 li", "pause 1", "take questions");
    run.after("for li", "take questions", "next 3");
    assertEquals("B001", run.inHand(3));
  }

  @Test
  void whereAVisitGoesOnToIsRememberedWhilePapersArePutBackInLine() {
    HallRun run = reportFailed();
    run.after("next 2", "finish 2", "next 1", "back 1", "next 1", "finish 1");
    assertEquals("A001", run.waiting("retest"));
  }

  @Test
  void aVisitDoesNotGoOnToAStageThatHasBeenGivenUp() {
    HallRun run = reportFailed();
    run.adopt(StormHalls.WITHOUT_RETEST);
    run.after("next 2", "finish 2", "next 4", "finish 4");
    assertEquals("A001", run.waiting("certificate"));
  }

  /** Papers of one inspection at signature, the customer at questions, the report a failure. */
  private static HallRun reportFailed() {
    HallRun run = HallRun.opened(SIDE_BY_SIDE);
    return run.after("take inspection", "next 1", "finish 1", "next 2", "finish-other 2");
  }

  @Test
  void whoeverWasOvertakenEnoughIsNotOvertakenMoreForACallUndoneTheNextDay() {
    HallRun run = HallRun.opened(FAIR).after("take questions");
    for (int elderly = 0; elderly < 4; elderly++) {
      run.after("priority elderly", "take questions");
    }
    run.after("next 1", "next 1", "next 1");
    assertEquals("B001", run.inHand(1));
    run.passUntil("2026-11-25T09:00");
    run.after("undo 1", "next 1");
    assertEquals("B001", run.inHand(1));
  }

  @Test
  void nobodyIsCalledAwayFromAnotherWindow() {
    HallRun run = atTwoStages();
    run.after("next 1");
    assertEquals("C001", run.inHand(1));
    assertEquals("nobody-waiting", run.refused("next 2"));
    assertEquals("at-another-window", run.refused("call 2 C001"));
    run.after("finish 1", "next 2");
    assertEquals("C001", run.inHand(2));
  }

  @Test
  void nobodyIsTakenUpFromHoldWhileAtAnotherWindow() {
    HallRun run = atTwoStages();
    run.after("next 1", "hold 1", "next 2");
    assertEquals("at-another-window", run.refused("hold 1"));
    run.after("finish 2", "hold 1");
    assertEquals("C001", run.inHand(1));
  }

  /** A customer who may go to certificate and check-in, whichever is free first. */
  private static HallRun atTwoStages() {
    HallRun run = HallRun.opened(StormHalls.TURNS_BY_SHARES);
    return run.after("take licence", "next 1", "finish 1");
  }
}
