package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A new hall file is adopted while the hall is full. */
class AdoptionTest {
  private static final Plan STATION = Halls.station();

  /** Check-in is gone, and with it window 1; window 3 gives out certificates as well. */
  private static final Plan WITHOUT_CHECKIN =
      Halls.withServices(
          Halls.withCounters(
              Halls.withStages(STATION, "questions", "certificate"),
              Halls.counter(2, 0, "certificate"),
              Halls.counter(3, 0, "questions", "certificate")),
          Halls.service("inspection", 'A', "certificate"),
          Halls.service("questions", 'B', "questions"));

  /** Window 1 is gone; the others check in. */
  private static final Plan WITHOUT_WINDOW =
      Halls.withCounters(
          STATION,
          Halls.counter(2, 0, "certificate", "checkin"),
          Halls.counter(3, 0, "questions", "checkin"));

  private final HallRun run = HallRun.opened(STATION);

  @Test
  void adoptingThePlanInForceChangesNothing() {
    assertTrue(run.adopt(Halls.station()).facts().isEmpty());
  }

  @Test
  void theHallFileIsJournaledAsItIs() {
    run.adopt(WITHOUT_WINDOW);
    Event.HallAdopted adopted = run.all(Event.HallAdopted.class).getLast();
    assertEquals(WITHOUT_WINDOW, adopted.plan());
    assertEquals("# another plan", adopted.source());
  }

  @Test
  void whoeverWaitsAtAStageThatIsGoneGoesOnToTheNextOfTheVisit() {
    run.after("take inspection", "take inspection");
    run.adopt(WITHOUT_CHECKIN);
    assertEquals("A001 A002", run.waiting("certificate"));
    assertEquals("", run.waiting("checkin"));
    run.after("next 2", "next 2", "next 2");
    assertEquals(0, run.state().open());
  }

  @Test
  void whoeverHasNoStageLeftGoesToTheFirstOfTheHall() {
    run.after("take inspection", "next 1", "finish 1");
    run.adopt(
        Halls.withServices(
            Halls.withCounters(
                Halls.withStages(STATION, "questions"), Halls.counter(3, 0, "questions")),
            Halls.service("questions", 'B', "questions")));
    assertEquals("A001", run.waiting("questions"));
    run.after("next 3", "finish 3");
    assertEquals(0, run.state().open());
  }

  @Test
  void whoeverIsOnHoldAtAStageThatIsGoneQueuesForTheNext() {
    run.after("take inspection", "next 3", "hold 3");
    run.adopt(WITHOUT_CHECKIN);
    assertEquals("A001", run.waiting("certificate"));
    assertEquals("nobody-held", run.refused("hold 3"));
  }

  @Test
  void whoeverIsServedAtAStageThatIsGoneIsFinishedThereAndGoesOn() {
    run.after("take inspection", "next 3", "start 3");
    run.adopt(WITHOUT_CHECKIN);
    assertEquals("A001", run.inHand(3));
    run.after("finish 3");
    assertEquals("A001", run.waiting("certificate"));
  }

  @Test
  void aCallToAStageThatIsGoneIsUndoneIntoTheNextStage() {
    run.after("take inspection", "next 3");
    run.adopt(WITHOUT_CHECKIN);
    run.after("undo 3");
    assertEquals("A001", run.waiting("certificate"));
    assertEquals("", run.waiting("checkin"));
  }

  @Test
  void whoeverWasCalledToAWindowThatIsGoneIsBackAtTheFront() {
    run.after("take inspection", "take inspection", "next 1");
    run.adopt(WITHOUT_WINDOW);
    assertEquals("A001 A002", run.waiting("checkin"));
    assertEquals("", run.inHand(1));
  }

  @Test
  void whoeverWasServedAtAWindowThatIsGoneIsBackAtTheFront() {
    run.after("take inspection", "take inspection", "next 1", "start 1");
    run.adopt(WITHOUT_WINDOW);
    assertEquals("A001 A002", run.waiting("checkin"));
  }

  @Test
  void whoeverWasOnHoldAtAWindowThatIsGoneQueuesAgain() {
    run.after("take inspection", "take inspection", "next 1", "hold 1");
    run.adopt(WITHOUT_WINDOW);
    assertEquals("A002 A001", run.waiting("checkin"));
    assertEquals(0, run.state().desk(1).held().size());
  }

  @Test
  void whoeverWasTakenUpFromHoldAtAWindowThatIsGoneQueuesAgain() {
    run.after("take inspection", "take inspection", "next 1", "hold 1", "hold 1");
    run.adopt(WITHOUT_WINDOW);
    assertEquals("A002 A001", run.waiting("checkin"));
  }

  @Test
  void whoeverWasCalledToAWindowAndAStageThatAreBothGoneGoesOn() {
    run.after("take inspection", "next 1");
    run.adopt(WITHOUT_CHECKIN);
    assertEquals("A001", run.waiting("certificate"));
  }

  @Test
  void whoeverWasMissedStaysMissed() {
    run.after("take inspection", "take inspection", "next 1", "miss 1", "next 3", "miss 3");
    run.adopt(WITHOUT_CHECKIN);
    assertEquals(0, run.state().open());
    run.after("recall 3", "finish 3");
    assertEquals("A002", run.waiting("certificate"));
  }

  @Test
  void ticketsOfAServiceThatIsGoneAreServedAsTheyWereIssued() {
    run.after("take inspection");
    run.adopt(Halls.withServices(STATION, Halls.service("questions", 'B', "questions")));
    assertEquals("no-such-service", run.refused("take inspection"));
    run.after("next 1", "finish 1", "next 2", "finish 2");
    assertEquals(0, run.state().open());
  }

  @Test
  void aServiceThatTakesOverALetterGoesOnCounting() {
    run.after("take inspection", "take inspection");
    run.adopt(Halls.withServices(STATION, Halls.service("licence", 'A', "certificate")));
    assertEquals("A003", run.take("licence").number());
  }

  @Test
  void aHallFileChangedWhileThePowerWasOffIsAdoptedAtTheStart() {
    run.after("take inspection", "next 1");
    run.adopt(WITHOUT_WINDOW);
    run.restart();
    assertEquals(2, run.times(Event.HallAdopted.class), "the one at first, and the other one");
  }
}
