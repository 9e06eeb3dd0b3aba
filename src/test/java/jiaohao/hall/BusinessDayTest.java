package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessDayTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void theDayTurnsAtTheHourTheHallFileSays() {
    run.passUntil("2026-11-25T03:59:59");
    assertDay("2026-11-24");
    run.pass(Duration.ofSeconds(1));
    assertDay("2026-11-25");
  }

  @Test
  void aTrustedClockTurnsTheDayOverOpenTickets() {
    run.after("take inspection");
    run.passUntil("2026-11-25T04:00");
    assertDay("2026-11-25");
    assertTrue(run.all(Event.DayStarted.class).getLast().late());
    assertEquals("A001", run.waiting("checkin"));
  }

  @Test
  void missedOnesOfTheDayBeforeAreGone() {
    run.after("take questions", "next 3", "miss 3");
    run.passUntil("2026-11-25T09:00");
    assertEquals("nobody-missed", run.refused("recall 3"));
    assertTrue(run.state().tickets().isEmpty());
  }

  @Test
  void aTrustedClockIsBelievedAfterALongPowerCut() {
    run.passUnpowered(Duration.ofDays(9));
    run.restart();
    assertDay("2026-12-03");
    assertEquals(0, run.times(Event.ClockSuspect.class));
  }

  @Test
  void anUntrustedLeapForwardIsNotBelieved() {
    run.trust(false);
    run.leap(HallRun.instant("2027-11-24T09:00"));
    run.tick();
    assertDay("2026-11-24");
    assertEquals(Optional.of("leap"), run.state().suspect());
  }

  @Test
  void anUntrustedClockThatLeaptStillTurnsTheDayWhenItPassesTheHour() {
    run.trust(false);
    run.leap(HallRun.instant("2027-11-24T09:00"));
    run.tick();
    run.pass(Duration.ofDays(1));
    assertDay("2026-11-25");
    run.pass(Duration.ofDays(1));
    assertDay("2026-11-26");
  }

  @Test
  void aLeapIsToldOnceAndNotAtEveryPassOfTheHour() {
    run.trust(false);
    run.tick();
    run.leap(HallRun.instant("2027-11-24T09:00"));
    run.pass(Duration.ofDays(5));
    assertEquals(
        List.of("untrusted", "leap"),
        run.all(Event.ClockSuspect.class).stream().map(Event.ClockSuspect::reason).toList());
  }

  @Test
  void anUntrustedClockBehindTheJournalTurnsTheDayWhenItPassesTheHour() {
    run.trust(false);
    run.leap(HallRun.instant("2026-11-23T17:05"));
    run.restart();
    assertEquals(Optional.of("behind"), run.state().suspect());
    run.passUntil("2026-11-24T04:00");
    assertDay("2026-11-25");
  }

  @Test
  void anUntrustedClockThatStartsFromTheSameHourEveryMorningIsNotStuck() {
    run.trust(false);
    for (int morning = 1; morning <= 3; morning++) {
      run.leap(HallRun.instant("2026-11-24T00:00"));
      run.restart();
      run.pass(Duration.ofHours(9));
      assertDay(LocalDate.of(2026, 11, 24).plusDays(morning).toString());
    }
  }

  @Test
  void anUntrustedDayDoesNotTurnWhileSomebodyHoldsATicket() {
    run.trust(false);
    run.after("take questions");
    run.pass(Duration.ofDays(1));
    assertDay("2026-11-24");
    run.after("next 3", "finish 3");
    run.tick();
    assertDay("2026-11-25");
    assertFalse(run.all(Event.DayStarted.class).getLast().late());
  }

  @Test
  void aSmallStepBackOverTheHourDoesNotTurnTheDayTwice() {
    run.trust(false);
    run.passUntil("2026-11-25T04:00:30");
    assertDay("2026-11-25");
    run.leap(HallRun.instant("2026-11-25T03:59:30"));
    run.tick();
    run.passUntil("2026-11-25T10:00");
    assertDay("2026-11-25");
    run.passUntil("2026-11-26T10:00");
    assertDay("2026-11-26");
  }

  @Test
  void aTrustedClockBehindByADayCatchesUp() {
    run.leap(HallRun.instant("2026-11-23T10:00"));
    run.passUntil("2026-11-24T10:00");
    assertDay("2026-11-24");
    assertEquals(Optional.empty(), run.state().suspect());
    run.passUntil("2026-11-25T04:00");
    assertDay("2026-11-25");
  }

  @Test
  void losingTrustAfterCatchingUpDoesNotTurnTheDayAtNoon() {
    run.leap(HallRun.instant("2026-11-23T10:00"));
    run.passUntil("2026-11-24T12:00");
    run.trust(false);
    run.pass(Duration.ofMinutes(5));
    assertDay("2026-11-24");
  }

  @Test
  void aTrustedClockFarBehindTurnsTheDayByOneEachTimeItPassesTheHour() {
    run.leap(HallRun.instant("2026-10-24T10:00"));
    run.tick();
    run.pass(Duration.ofDays(2));
    assertDay("2026-11-26");
    assertTrue(run.state().faults().has("clock/behind"));
  }

  @Test
  void theFaultsOfTheClockAreRaisedAndCleared() {
    run.trust(false);
    run.tick();
    assertTrue(run.state().faults().has("clock/untrusted"));
    run.trust(true);
    run.tick();
    assertFalse(run.state().faults().has("clock/untrusted"));
    assertEquals(Optional.empty(), run.state().suspect());
  }

  @Test
  void aTrustedClockPutBackWithinTheDayIsNotedAndBelieved() {
    run.after("take inspection");
    run.leap(HallRun.instant("2026-11-24T08:00"));
    run.tick();
    assertEquals(1, run.times(Event.ClockSuspect.class));
    assertEquals(
        HallRun.instant("2026-11-24T09:00"),
        run.all(Event.ClockSuspect.class).getFirst().journalAt().toInstant());
    assertEquals(Optional.empty(), run.state().suspect());
  }

  @Test
  void aCorrectionOfAFewSecondsIsNoSuspicion() {
    run.after("take inspection");
    run.leap(run.wall().minusSeconds(5));
    run.tick();
    assertEquals(0, run.times(Event.ClockSuspect.class));
  }

  @Test
  void aBoxWithoutAClockBelievesTheTimeServerAtLast() {
    HallRun box = HallRun.opened(Halls.station(), "2026-11-24T16:00");
    box.trust(false);
    box.leap(HallRun.instant("2026-11-24T15:00"));
    box.restart();
    assertEquals("A001", box.take("inspection").number());
    box.trust(true);
    box.leap(HallRun.instant("2026-11-25T08:00"));
    assertEquals("2026-11-25/A002", box.take("inspection").toString());
  }

  private void assertDay(String day) {
    assertEquals(LocalDate.parse(day), run.state().day().orElseThrow());
  }
}
