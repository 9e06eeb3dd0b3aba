package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoursTest {
  private static final Plan PLAN = Halls.withHours(Halls.station(), Halls.officeHours());

  @Test
  void numbersAreGivenOutFromOpeningToClosing() {
    HallRun run = HallRun.opened(PLAN, "2026-11-24T08:29:59");
    assertEquals("closed", run.refused("take inspection"));
    run.pass(Duration.ofSeconds(1));
    assertEquals("", run.refused("take inspection"));
    run.passUntil("2026-11-24T16:59:59");
    assertEquals("", run.refused("take inspection"));
    run.pass(Duration.ofSeconds(1));
    assertEquals("closed", run.refused("take inspection"));
  }

  @Test
  void aHallWithoutHoursIsAlwaysOpenAndNeverCloses() {
    HallRun run = HallRun.opened(Halls.station(), "2026-11-24T03:00");
    assertEquals("", run.refused("take questions"));
    run.after("next 3", "finish 3");
    run.pass(Duration.ofDays(3));
    assertEquals(0, run.times(Event.HallClosed.class));
  }

  @Test
  void onSundaysNoNumberIsGivenOut() {
    assertEquals("closed", HallRun.opened(PLAN, "2026-11-29T10:00").refused("take inspection"));
  }

  @Test
  void aClockThatIsNotTrustedClosesNoHall() {
    HallRun run = HallRun.opened(PLAN, "2026-11-24T09:00");
    run.trust(false);
    run.leap(HallRun.instant("2026-11-24T22:00"));
    assertEquals("", run.refused("take questions"));
    run.after("next 3", "finish 3");
    assertEquals(0, run.times(Event.HallClosed.class));
  }

  @Test
  void theHallClosesOnceWhenNobodyIsLeftAtClosingTime() {
    HallRun run = HallRun.opened(PLAN, "2026-11-24T09:00");
    run.after("take questions", "next 3", "finish 3");
    run.passUntil("2026-11-24T17:00");
    assertEquals(1, run.times(Event.HallClosed.class));
    run.passUntil("2026-11-25T03:00");
    assertEquals(1, run.times(Event.HallClosed.class));
    assertTrue(run.state().closed());
  }

  @Test
  void theHallClosesWhenTheLastCustomerLeavesAfterClosingTime() {
    HallRun run = HallRun.opened(PLAN, "2026-11-24T16:50");
    run.after("take questions");
    run.passUntil("2026-11-24T17:20");
    assertFalse(run.state().closed());
    run.after("next 3", "finish 3");
    assertTrue(run.state().closed());
    assertEquals(1, run.times(Event.HallClosed.class));
  }

  @Test
  void aMissedCustomerDoesNotKeepTheHallOpen() {
    HallRun run = HallRun.opened(PLAN, "2026-11-24T16:50");
    run.after("take questions", "next 3", "miss 3");
    run.passUntil("2026-11-24T17:00");
    assertTrue(run.state().closed());
    run.after("recall 3", "finish 3");
    assertEquals(1, run.times(Event.HallClosed.class));
  }

  @Test
  void everyDayClosesOnce() {
    HallRun run = HallRun.opened(PLAN, "2026-11-24T09:00");
    run.pass(Duration.ofDays(7));
    assertEquals(6, run.times(Event.HallClosed.class));
  }

  @Test
  void theNextTickIsWantedAtTheNextOpeningClosingOrTurnOfTheDay() {
    HallRun run = HallRun.opened(PLAN, "2026-11-24T03:00");
    for (String due :
        new String[] {
          "2026-11-24T04:00", "2026-11-24T08:30", "2026-11-24T17:00", "2026-11-25T04:00"
        }) {
      assertEquals(HallRun.instant(due), Hall.nextDue(run.state(), run.wall()).orElseThrow());
      run.passUntil(due);
    }
  }

  @Test
  void beforeAnyPlanNothingIsDue() {
    assertTrue(Hall.nextDue(State.EMPTY, HallRun.instant("2026-11-24T03:00")).isEmpty());
  }
}
