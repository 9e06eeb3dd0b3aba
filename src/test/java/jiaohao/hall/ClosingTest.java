package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Opening hours, breaks, holidays, caps, and how a day ends. */
class ClosingTest {
  private static final String HALL =
      """
      [[hours]]
      days = "mon-fri"
      open = "08:30"
      close = "12:00"
      [[hours]]
      days = "mon-fri"
      open = "13:00"
      close = "17:00"
      last_ticket = "16:45"
      [[holiday]]
      from = "2026-10-01"
      to = "2026-10-07"
      [[workday]]
      date = "2026-10-10"
      as = "fri"
      [[service]]
      id = "desk"
      prefix = "A"
      name = "业务"
      [[service]]
      id = "slow"
      prefix = "B"
      name = "慢业务"
      daily_most = 3
      at_once_most = 2
      last_ticket = "15:00"
      [[counter]]
      number = 1
      stages = ["desk", "slow"]
      """;

  private static final String HEAD = "closing_checks = [\"断电\", \"锁门\"]";

  private HallRun run = HallRun.opened(Halls.withHead(HEAD, HALL));

  @Test
  void lunchIsNoClosing() {
    run.after("take desk");
    run.passUntil("2026-11-24T12:00");
    assertEquals("break", run.refused("take desk"));
    assertEquals(1, run.times(Event.BreakStarted.class));
    assertEquals(0, run.times(Event.HallClosed.class));
    assertEquals("A001", run.waiting("desk"));
    run.passUntil("2026-11-24T13:00");
    assertEquals(1, run.times(Event.BreakEnded.class));
    run.after("take desk", "next 1");
  }

  @Test
  void whoIsInHandAtNoonIsFinished() {
    run.after("take desk", "next 1");
    run.passUntil("2026-11-24T12:10");
    run.after("finish 1");
  }

  @Test
  void afterTheLastTicketNoMoreAreGivenOutAtTheDoor() {
    run.passUntil("2026-11-24T16:45");
    assertEquals("closed", run.refused("take desk"));
    assertEquals(1, run.times(Event.BreakStarted.class), "lunch was the only break");
  }

  @Test
  void whoIsStillInsideHearsOnceThatTheNumbersAreGivenOut() {
    run.passUntil("2026-11-24T16:44:59");
    assertEquals(0, run.times(Event.NumbersEnded.class));
    run.passUntil("2026-11-24T16:45");
    assertEquals(1, run.times(Event.NumbersEnded.class));
    run.passUntil("2026-11-25T03:00");
    assertEquals(1, run.times(Event.NumbersEnded.class));
    run.passUntil("2026-11-25T18:00");
    assertEquals(2, run.times(Event.NumbersEnded.class));
  }

  @Test
  void aServiceMayHaveAnEarlierLastTicket() {
    run.passUntil("2026-11-24T15:00");
    assertEquals("last-ticket", run.refused("take slow"));
    assertEquals("", run.refused("take desk"));
  }

  @Test
  void onHolidaysTheHallStaysClosed() {
    run = HallRun.opened(Halls.of(HALL), "2026-10-02T09:00");
    assertEquals("closed", run.refused("take desk"));
    run.passUntil("2026-10-03T04:00");
    assertEquals(0, run.times(Event.HallClosed.class));
  }

  @Test
  void aSaturdayThatMakesUpForAHolidayIsAWorkday() {
    run = HallRun.opened(Halls.of(HALL), "2026-10-10T09:00");
    assertEquals("", run.refused("take desk"));
    assertEquals("closed", HallRun.opened(Halls.of(HALL), "2026-10-17T09:00").refused("take desk"));
  }

  @Test
  void aServiceGivesOutSoManyNumbersADay() {
    for (int number = 0; number < 3; number++) {
      run.after("take slow", "next 1", "finish 1");
    }
    assertEquals("daily-most", run.refused("take slow"));
    run.passUntil("2026-11-25T09:00");
    assertEquals("", run.refused("take slow"));
  }

  @Test
  void aServiceHasSoManyCustomersAtATime() {
    run.after("take slow", "take slow");
    assertEquals("too-many-at-once", run.refused("take slow"));
    run.after("next 1", "finish 1");
    assertEquals("", run.refused("take slow"));
  }

  @Test
  void afterClosingEverybodyInsideIsServedAndTheDeskMayStillGiveThemNumbers() {
    run.after("take desk");
    run.passUntil("2026-11-24T17:20");
    assertEquals("closed", run.refused("take desk"));
    run.after("issue 1 desk", "next 1", "next 1", "finish 1");
    assertEquals(1, run.times(Event.HallClosed.class));
    assertEquals("closed", run.refused("issue 1 desk"));
    assertEquals(1, run.all(Event.TicketIssued.class).getLast().terms().counter());
  }

  @Test
  void overtimeIsRecordedForEachPost() {
    run.after("take desk");
    run.passUntil("2026-11-24T17:20");
    run.after("next 1");
    run.seconds(60);
    run.after("finish 1");
    Event.HallClosed closed = run.last(Event.HallClosed.class);
    assertFalse(closed.forced());
    assertEquals(List.of(new Event.Overtime(1, 21 * 60)), closed.overtime());
  }

  @Test
  void aDayWithoutOvertimeSaysNone() {
    run.after("take desk", "next 1", "finish 1");
    run.passUntil("2026-11-24T17:00");
    assertEquals(List.of(), run.last(Event.HallClosed.class).overtime());
  }

  @Test
  void whenTheHallHasClosedTheChecklistIsPrinted() {
    run.passUntil("2026-11-24T17:00");
    Notice checklist = run.state().notices().first().orElseThrow();
    assertEquals(Notice.Kind.CLOSING, checklist.kind());
    assertEquals(List.of(Text.same("断电"), Text.same("锁门")), checklist.items());
  }

  @Test
  void theChecklistIsStillWantedWhenPaperWasOutForHours() {
    run.passUntil("2026-11-24T17:00");
    run.passUntil("2026-11-24T20:00");
    assertEquals(1, run.state().notices().size());
    run.passUntil("2026-11-25T08:00");
    assertEquals(0, run.state().notices().size());
  }

  @Test
  void ghostsDoNotHoldTheHallOpenBeyondTheDay() {
    run.after("take desk");
    run.passUntil("2026-11-25T03:59");
    assertEquals(0, run.times(Event.HallClosed.class));
    run.passUntil("2026-11-25T04:00");
    assertTrue(run.last(Event.HallClosed.class).forced());
    assertTrue(run.last(Event.DayStarted.class).late());
    assertEquals("A001", run.waiting("desk"), "the number stays valid");
  }

  @Test
  void aBoxThatWasOffAtClosingTimeClosesTheDayLate() {
    run.after("take desk", "next 1", "finish 1", "suspend", "resume");
    run.passUnpowered(java.time.Duration.ofHours(24));
    run.restart();
    assertEquals(1, run.times(Event.HallClosed.class));
    assertFalse(run.last(Event.HallClosed.class).forced());
  }

  @Test
  void aBookedNumberEntersAtItsTimeAndBeforeOthers() {
    run.after("book 1 desk@10:30", "take desk", "take desk");
    assertEquals("A002 A003", run.waiting("desk"));
    assertEquals(2, run.state().open());
    run.passUntil("2026-11-24T10:30");
    run.after("next 1");
    assertEquals("A001", run.inHand(1));
  }

  @Test
  void bookingsAreForLaterTodayWhileTheHallIsOpen() {
    assertEquals("not-open-then", run.refused("book 1 desk@08:45"));
    assertEquals("not-open-then", run.refused("book 1 desk@12:30"));
    assertEquals("not-open-then", run.refused("book 1 desk@19:00"));
    assertEquals("not-a-booking", run.refused("book 1 desk@noon"));
    assertEquals("no-such-service", run.refused("book 1 nothing@10:00"));
  }

  @Test
  void aBookedNumberCannotBeCalledBeforeItsTime() {
    run.after("book 1 desk@10:30");
    assertEquals("not-for-this-window", run.refused("call 1 A001"));
  }
}
