package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlipRulesTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void aSlipIsOwedFromIssueUntilPrinted() {
    TicketId id = run.take("inspection");
    assertEquals(List.of(id), run.state().owed().values());
    assertEquals(Ticket.Paper.OWED, run.ticket(id).paper());
    run.command(new Command.SlipDone(id, "A", false));
    assertEquals(List.of(), run.state().owed().values());
    assertEquals(Ticket.Paper.SETTLED, run.ticket(id).paper());
  }

  @Test
  void slipsAreOwedInOrderOfIssue() {
    List<TicketId> ids =
        List.of(run.take("questions"), run.take("inspection"), run.take("questions"));
    assertEquals(ids, run.state().owed().values());
  }

  @Test
  void aSlipThatIsLostIsOwedNoMore() {
    TicketId id = run.take("inspection");
    run.command(new Command.SlipLost(id, "jam"));
    run.command(new Command.SlipLost(id, "jam"));
    assertEquals(List.of("jam"), failures());
    assertEquals("A001", run.waiting("checkin"));
  }

  @Test
  void aSlipTooOldIsGivenUpAndNotPrintedLate() {
    run.take("inspection");
    run.pass(Duration.ofSeconds(599));
    assertEquals(List.of(), failures());
    assertEquals(
        HallRun.instant("2026-11-24T09:10"), Hall.nextDue(run.state(), run.wall()).orElseThrow());
    run.pass(Duration.ofSeconds(1));
    assertEquals(List.of("late"), failures());
    assertEquals("A001", run.waiting("checkin"));
  }

  @Test
  void aSlipThatIsOverdueAlreadyIsDueAtOnce() {
    run.take("inspection");
    assertEquals(
        HallRun.instant("2026-11-24T09:11"),
        Hall.nextDue(run.state(), HallRun.instant("2026-11-24T09:11")).orElseThrow());
  }

  @Test
  void lateSlipsAreGivenUpEvenBehindOneFromAClockThatRanAhead() {
    run.leap(HallRun.instant("2026-11-24T15:00"));
    TicketId ahead = run.take("inspection");
    run.leap(HallRun.instant("2026-11-24T09:00"));
    run.take("inspection");
    run.passUntil("2026-11-24T09:10");
    assertEquals(List.of("late"), failures());
    assertEquals(List.of(ahead), run.state().owed().values());
  }

  @Test
  void afterARestartOwedSlipsMayBeOnPaperAndAreMarked() {
    TicketId id = run.take("inspection");
    run.restart();
    assertEquals(Ticket.Paper.OWED_AGAIN, run.ticket(id).paper());
    assertEquals(Ticket.Paper.OWED, run.ticket(run.take("inspection")).paper());
  }

  @Test
  void afterARestartPrintedSlipsStayPrinted() {
    TicketId id = run.take("inspection");
    run.command(new Command.SlipDone(id, "B", false));
    run.restart();
    assertEquals(Ticket.Paper.SETTLED, run.ticket(id).paper());
    assertEquals(List.of(), run.state().owed().values());
  }

  @Test
  void whenThePrinterStopsWhatItWasPrintingMayBeOnPaper() {
    TicketId id = run.take("inspection");
    run.command(new Command.RaiseFault("printer", "paper-end", true));
    assertEquals(Ticket.Paper.OWED_AGAIN, run.ticket(id).paper());
    assertEquals(Ticket.Paper.OWED_AGAIN, run.ticket(run.take("inspection")).paper());
    run.command(new Command.ClearFault("printer", "paper-end"));
    assertEquals(Ticket.Paper.OWED, run.ticket(run.take("inspection")).paper());
  }

  @Test
  void aFaultThatDoesNotStopThePrinterMarksNothing() {
    TicketId id = run.take("inspection");
    run.command(new Command.RaiseFault("printer", "near-end", false));
    run.command(new Command.RaiseFault("board", "dead", true));
    assertEquals(Ticket.Paper.OWED, run.ticket(id).paper());
  }

  @Test
  void withoutPaperAHallThatAnnouncesStillGivesOutNumbers() {
    run.command(new Command.RaiseFault("printer", "paper-end", true));
    assertEquals("A001", run.take("inspection").number());
  }

  @Test
  void withoutPaperAHallThatRefusesGivesOutNone() {
    HallRun strict = HallRun.opened(Halls.with(Halls.station(), Plan.NoPaper.REFUSE));
    strict.command(new Command.RaiseFault("printer", "near-end", false));
    assertEquals("", strict.refused("take inspection"));
    strict.command(new Command.RaiseFault("printer", "paper-end", true));
    assertEquals("no-paper", strict.refused("take inspection"));
    strict.command(new Command.ClearFault("printer", "paper-end"));
    assertEquals("", strict.refused("take inspection"));
  }

  @Test
  void whoeverIsServedWithoutASlipNeedsNoneAnyMore() {
    TicketId id = run.take("questions");
    run.after("next 3", "finish 3");
    assertEquals(List.of("served"), failures());
    assertEquals(List.of(), run.state().owed().values());
    run.command(new Command.SlipDone(id, "A", false));
    assertTrue(run.audit().unsettledSlips().isEmpty());
  }

  @Test
  void betweenTwoStagesTheSlipIsStillOwed() {
    run.take("inspection");
    run.after("next 1", "finish 1");
    assertEquals(List.of(), failures());
    assertEquals(1, run.state().owed().size());
  }

  @Test
  void whoeverIsMissedWithoutASlipGetsNone() {
    run.take("questions");
    run.after("next 3", "miss 3");
    assertEquals(List.of("missed"), failures());
    assertEquals(List.of(), run.state().owed().values());
  }

  private List<String> failures() {
    return run.all(Event.SlipFailed.class).stream().map(Event.SlipFailed::reason).toList();
  }
}
