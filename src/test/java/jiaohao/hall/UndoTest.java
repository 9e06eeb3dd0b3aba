package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Undo puts the ticket just called back to its exact place, whatever it was called from. */
class UndoTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void aCallFromTheLineIsUndoneToTheFrontOfTheLine() {
    run.after("take inspection", "take inspection", "take inspection");
    assertUndone("next 1");
    assertEquals("A001 A002 A003", run.waiting("checkin"));
  }

  @Test
  void aCallIsUndoneToItsPlaceEvenIfOthersWereCalledAndCameSince() {
    run.after("take inspection", "take inspection", "take inspection");
    run.after("next 1", "next 3", "take inspection", "undo 1");
    assertEquals("A001 A003 A004", run.waiting("checkin"));
    run.after("undo 3");
    assertEquals("A001 A002 A003 A004", run.waiting("checkin"));
  }

  @Test
  void aRecalledCallIsUndoneAsOne() {
    run.after("take inspection", "take inspection");
    State before = run.state();
    run.after("next 1", "recall 1", "recall 1", "undo 1");
    assertSameHall(before, run.state());
  }

  @Test
  void aHeldOneTakenUpByMistakeGoesBackToItsPlaceAmongTheHeld() {
    run.after("take questions", "take questions", "next 3", "hold 3", "next 3", "hold 3");
    assertUndone("hold 3");
    run.after("hold 3");
    assertEquals("B002", run.inHand(3));
  }

  @Test
  void aMissedOneCalledByMistakeGoesBackToItsPlaceAmongTheMissed() {
    run.after("take questions", "take questions", "next 3", "miss 3", "next 3", "miss 3");
    assertUndone("recall 3");
    run.after("recall 3");
    assertEquals("B002", run.inHand(3));
  }

  @Test
  void theCallOfNextIsUndoneButNotTheFinishBeforeIt() {
    run.after("take inspection", "take inspection", "next 1", "next 1", "undo 1");
    assertEquals("A002", run.waiting("checkin"));
    assertEquals("A001", run.waiting("certificate"));
    assertEquals("", run.inHand(1));
  }

  @Test
  void aSecondStageCallIsUndoneToThatStage() {
    run.after("take inspection", "take inspection", "next 1", "next 1", "finish 1");
    assertUndone("next 2");
    assertEquals("A001 A002", run.waiting("certificate"));
  }

  @Test
  void undoWorksOnce() {
    run.after("take inspection", "next 1", "undo 1");
    assertEquals("nobody-in-hand", run.refused("undo 1"));
  }

  private void assertUndone(String call) {
    State before = run.state();
    int counter = Integer.parseInt(call.substring(call.length() - 1));
    run.after(call, "undo " + counter);
    assertSameHall(before, run.state());
  }

  /** Equal but for what only counts calls: when, how many so far, and each window's last one. */
  static void assertSameHall(State expected, State actual) {
    assertEquals(withoutCounting(expected), withoutCounting(actual));
  }

  private static State withoutCounting(State state) {
    Tree<Integer, Desk> desks = Tree.empty();
    for (Desk desk : state.desks().values()) {
      Desk plain =
          new Desk(
              desk.counter(),
              desk.paused(),
              desk.staff(),
              desk.inHand(),
              desk.aside(),
              new Desk.Turns(0, desk.turns().credits(), Desk.Before.NOTHING, ""),
              desk.last(),
              desk.askedAt());
      if (!plain.equals(Desk.idle(desk.counter()))) {
        desks = desks.with(desk.counter(), plain);
      }
    }
    return new State(
        state.plan(),
        state.day(),
        Optional.empty(),
        state.anchor(),
        state.suspect(),
        state.stopwatch(),
        state.running(),
        state.numbersEnded(),
        state.closed(),
        state.wish(),
        0,
        state.ordinals(),
        state.tallies(),
        state.carried(),
        state.tickets(),
        state.absent(),
        state.lines(),
        desks,
        Tree.empty(),
        state.dues(),
        state.bookings(),
        state.owed(),
        state.notices(),
        state.apologizedAt(),
        state.faults(),
        state.orders());
  }
}
