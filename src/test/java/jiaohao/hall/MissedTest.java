package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Numbers nobody came for. */
class MissedTest {
  private static final String HALL =
      """
      [missed]
      calls = 3
      back_after = 2
      returns = 1
      [[hours]]
      days = "mon-sun"
      open = "08:00"
      close = "12:00"
      [[hours]]
      days = "mon-sun"
      open = "13:00"
      close = "17:00"
      [[service]]
      id = "desk"
      prefix = "A"
      name = "业务"
      [[counter]]
      number = 1
      stages = ["desk"]
      """;

  private HallRun run = HallRun.opened(Halls.of(HALL));

  @Test
  void aNumberIsCalledThreeTimesBeforeItCountsAsMissed() {
    run.after("take desk", "next 1");
    assertEquals("call-again", run.refused("miss 1"));
    run.after("recall 1");
    assertEquals("call-again", run.refused("miss 1"));
    run.after("recall 1", "miss 1");
    assertEquals(0, run.state().open());
  }

  @Test
  void oneMoreRecallSaysThatNobodyCame() {
    run.after("take desk", "next 1", "recall 1", "recall 1", "recall 1");
    assertEquals(1, run.times(Event.TicketMissed.class));
    assertEquals("", run.inHand(1));
  }

  @Test
  void whoeverIsBeingServedIsRecalledAsOftenAsNeeded() {
    run.after("take desk", "next 1", "start 1", "recall 1", "recall 1", "recall 1", "recall 1");
    assertEquals("A001", run.inHand(1));
  }

  @Test
  void afterTwoOthersAMissedOneIsBackWhereItWas() {
    take(5);
    miss();
    run.after("next 1", "next 1");
    assertEquals("A001 A004 A005", run.waiting("desk"));
    assertEquals("returned", run.last(Event.TicketRequeued.class).reason());
  }

  @Test
  void notBeforeTwoOthers() {
    take(5);
    miss();
    run.after("next 1");
    assertEquals("A003 A004 A005", run.waiting("desk"));
  }

  @Test
  void anUndoneCallIsNotOneOfTheOthers() {
    take(5);
    miss();
    run.after("next 1", "undo 1", "next 1");
    assertEquals("A003 A004 A005", run.waiting("desk"));
  }

  @Test
  void missedASecondTimeTheVisitIsOver() {
    take(3);
    miss();
    run.after("next 1", "next 1", "finish 1");
    miss();
    assertEquals("missed", run.last(Event.TicketFinished.class).how());
    assertEquals("not-aside", run.refused("back 1 A001"));
  }

  @Test
  void atTheCustomersOwnRequestItGoesBehindThreeOthers() {
    take(6);
    miss();
    run.after("back 1 A001");
    assertEquals("A002 A003 A004 A001 A005 A006", run.waiting("desk"));
  }

  @Test
  void twoWhoAskAreServedInTheOrderTheyAsked() {
    take(7);
    miss();
    miss();
    run.after("back 1 A002", "back 1 A001");
    assertEquals("A003 A004 A005 A002 A001 A006 A007", run.waiting("desk"));
  }

  @Test
  void inAShortLineWhoeverAsksStandsAtTheEnd() {
    take(3);
    miss();
    run.after("back 1 a001");
    assertEquals("A002 A003 A001", run.waiting("desk"));
  }

  @Test
  void nobodyIsMissedDuringTheBreak() {
    run.after("take desk", "next 1", "recall 1", "recall 1");
    run.passUntil("2026-11-24T12:10");
    assertEquals("no-misses", run.refused("miss 1"));
    run.after("recall 1");
    assertEquals("A001", run.inHand(1));
    run.passUntil("2026-11-24T13:00");
    run.after("miss 1");
  }

  @Test
  void whereTheHallSaysNothingTheClerkDecides() {
    run = HallRun.opened(Halls.station());
    run.after("take questions", "next 3", "miss 3", "recall 3", "miss 3", "recall 3");
    assertEquals("B001", run.inHand(3));
  }

  @Test
  void whoWasNotThereAtTheEndOfTheDayIsNoLongerExpected() {
    take(1);
    miss();
    run.passUntil("2026-11-25T05:00");
    assertEquals("missed", run.last(Event.TicketFinished.class).how());
    assertEquals(0, run.state().tickets().size());
  }

  @Test
  void aMissedOneDoesNotHoldTheHallOpen() {
    take(1);
    miss();
    run.passUntil("2026-11-24T17:00");
    assertEquals(1, run.times(Event.HallClosed.class));
  }

  private void take(int times) {
    for (int time = 0; time < times; time++) {
      run.after("take desk");
    }
  }

  private void miss() {
    run.after("next 1", "recall 1", "recall 1", "miss 1");
  }
}
