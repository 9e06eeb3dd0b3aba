package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterKeysTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void nextFinishesTheOneInHandAndCallsTheFirstInLine() {
    run.after("take inspection", "take inspection", "next 1");
    assertEquals("A001", run.inHand(1));
    run.after("next 1");
    assertEquals("A002", run.inHand(1));
    assertEquals("A001", run.waiting("certificate"));
  }

  @Test
  void nextWithNobodyWaitingJustFinishesTheOneInHand() {
    run.after("take questions", "next 3", "next 3");
    assertEquals("", run.inHand(3));
    assertEquals(1, run.times(Event.TicketFinished.class));
  }

  @Test
  void anIdleWindowWithNobodyWaitingSaysSo() {
    assertEquals("nobody-waiting", run.refused("next 1"));
  }

  @Test
  void nextIsRefusedWhilePausedAndLeavesTheOneInHandAlone() {
    run.after("take inspection", "take inspection", "next 1", "pause 1");
    assertEquals("counter-paused", run.refused("next 1"));
    assertEquals("A001", run.inHand(1));
  }

  @Test
  void whoeverIsInHandCanBeFinishedWhilePaused() {
    run.after("take questions", "next 3", "pause 3", "finish 3");
    assertEquals("", run.inHand(3));
  }

  @Test
  void aPausedWindowCallsNobodyBackEither() {
    run.after("take questions", "take questions", "next 3", "miss 3", "next 3", "hold 3");
    run.after("pause 3");
    assertEquals("counter-paused", run.refused("recall 3"));
    assertEquals("counter-paused", run.refused("hold 3"));
    assertEquals("", run.inHand(3));
  }

  @Test
  void aPausedWindowStillRecallsAndHoldsTheOneInHand() {
    run.after("take questions", "next 3", "pause 3", "recall 3", "hold 3");
    assertEquals(1, run.state().desk(3).held().size());
  }

  @Test
  void pauseToggles() {
    run.after("pause 1");
    assertTrue(run.state().desk(1).paused());
    run.after("pause 1");
    assertFalse(run.state().desk(1).paused());
    assertEquals(1, run.times(Event.CounterResumed.class));
  }

  @Test
  void keysThatNeedANumberInHandSaySoWhenIdle() {
    for (String key : List.of("start", "finish", "finish-other", "miss", "undo")) {
      assertEquals("nobody-in-hand", run.refused(key + " 1"), key);
    }
  }

  @Test
  void recallWhenIdleCallsTheLastMissedFirst() {
    run.after("take questions", "take questions");
    run.after("next 3", "miss 3", "next 3", "miss 3");
    run.after("recall 3");
    assertEquals("B002", run.inHand(3));
    run.after("finish 3", "recall 3", "finish 3");
    assertEquals("nobody-missed", run.refused("recall 3"));
  }

  @Test
  void holdWhenIdleTakesTheLastHeldBack() {
    run.after("take questions", "take questions");
    run.after("next 3", "hold 3", "next 3", "hold 3");
    run.after("hold 3");
    assertEquals("B002", run.inHand(3));
    run.after("finish 3", "hold 3", "finish 3");
    assertEquals("nobody-held", run.refused("hold 3"));
  }

  @Test
  void whatOneWindowSetAsideNoOtherWindowTakesUp() {
    run.after("take inspection", "next 1", "hold 1");
    assertEquals("nobody-held", run.refused("hold 3"));
  }

  @Test
  void recallOfTheOneInHandCallsAgain() {
    run.after("take questions", "next 3");
    long before = run.state().desk(3).callSerial();
    run.after("recall 3");
    assertEquals("B001", run.inHand(3));
    assertNotEquals(before, run.state().desk(3).callSerial(), "the board shows the latest first");
    assertEquals(1, run.times(Event.TicketRecalled.class));
  }

  @Test
  void recallingSomeoneBeingServedDoesNotUndoTheStart() {
    run.after("take questions", "next 3", "start 3", "recall 3");
    assertEquals(Ticket.Status.SERVING, run.state().inHand(3).orElseThrow().status());
    for (String key : List.of("start", "miss", "undo")) {
      assertEquals("already-started", run.refused(key + " 3"), key);
    }
  }

  @Test
  void whoeverIsBeingServedIsNeitherMissedNorUndoneNorStartedAgain() {
    run.after("take questions", "next 3", "start 3");
    for (String key : List.of("start", "miss", "undo")) {
      assertEquals("already-started", run.refused(key + " 3"), key);
    }
  }

  @Test
  void whoeverIsBeingServedCanBeHeldAndServedOn() {
    run.after("take questions", "next 3", "start 3", "hold 3", "hold 3", "start 3", "finish 3");
    assertEquals(2, run.times(Event.ServiceStarted.class));
  }

  @Test
  void finishWithoutStartTakesTheStartToBeCallPlusWalk() {
    run.after("take questions", "next 3");
    run.pass(Duration.ofSeconds(40));
    run.after("finish 3");
    Event.ServiceStarted started = run.all(Event.ServiceStarted.class).getFirst();
    assertTrue(started.assumed());
    assertEquals(HallRun.instant("2026-11-24T09:00:15"), started.since().toInstant());
  }

  @Test
  void anAssumedStartNeverLiesInTheFuture() {
    run.after("take questions", "next 3");
    run.pass(Duration.ofSeconds(5));
    run.after("finish 3");
    Event.ServiceStarted started = run.all(Event.ServiceStarted.class).getFirst();
    assertEquals(run.wall(), started.since().toInstant());
  }

  @Test
  void aStartThatWasPressedIsNotAssumed() {
    run.after("take questions", "next 3", "start 3", "finish 3");
    Event.ServiceStarted started = run.all(Event.ServiceStarted.class).getFirst();
    assertFalse(started.assumed());
    assertEquals(1, run.times(Event.ServiceStarted.class));
  }

  @Test
  void aMissedOneIsNoLongerOpenUntilCalledOnceMore() {
    run.after("take questions", "next 3", "miss 3");
    assertEquals(0, run.state().open());
    run.after("recall 3");
    assertEquals(1, run.state().open());
  }

  @Test
  void theSupervisorCanAlwaysBeCalled() {
    run.after("supervisor 1", "pause 1", "supervisor 1");
    assertEquals(2, run.times(Event.SupervisorCalled.class));
  }

  @Test
  void aWindowThatTheHallDoesNotHaveIsRefused() {
    for (Verb.Key key : Verb.Key.values()) {
      String object = key.bare() ? "" : " A001";
      assertEquals("no-such-counter", run.refused(key.word() + " 7" + object));
    }
  }

  @Test
  void theLatestCallComesFirstOnTheBoard() {
    run.after("take inspection", "take questions", "next 1", "next 3");
    assertEquals(
        List.of("B001", "A001"), run.state().inHand().stream().map(Ticket::number).toList());
    run.after("recall 1");
    assertEquals(
        List.of("A001", "B001"), run.state().inHand().stream().map(Ticket::number).toList());
  }
}
