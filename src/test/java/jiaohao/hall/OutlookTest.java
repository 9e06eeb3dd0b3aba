package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody may see of a hall. */
class OutlookTest {
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
      [[service]]
      id = "inspection"
      prefix = "A"
      name = "年检"
      stages = ["desk", ["report", "signature"], "certificate"]
      [[service]]
      id = "quiet"
      prefix = "C"
      name = "代办"
      stages = ["report", "certificate"]
      [[stage]]
      id = "desk"
      [[stage]]
      id = "report"
      announce = false
      [[stage]]
      id = "signature"
      [[stage]]
      id = "certificate"
      [[counter]]
      number = 1
      stages = ["desk", "signature", "certificate"]
      [[counter]]
      number = 2
      stages = ["report"]
      """;

  private final HallRun run = HallRun.opened(Halls.of(HALL));

  private Outlook outlook() {
    return Outlook.of(run.state(), run.plan(), run.moment());
  }

  @Test
  void aDayIsOpenPausesAtNoonGivesNoMoreNumbersAndIsOver() {
    assertEquals(Outlook.Standing.OPEN, outlook().standing());
    assertEquals(Optional.empty(), outlook().pause());
    run.passUntil("2026-11-24T12:00");
    assertEquals(Outlook.Standing.BREAK, outlook().standing());
    assertEquals(LocalTime.of(13, 0), outlook().pause().orElseThrow().until());
    run.passUntil("2026-11-24T13:00");
    assertEquals(Outlook.Standing.OPEN, outlook().standing());
    run.after("take inspection");
    run.passUntil("2026-11-24T16:45");
    assertEquals(Outlook.Standing.LAST_ONES, outlook().standing());
    run.passUntil("2026-11-24T17:10");
    assertEquals(Outlook.Standing.LAST_ONES, outlook().standing(), "somebody is still here");
    run.after("next 1", "miss 1");
    run.seconds(1);
    assertEquals(Outlook.Standing.SHUT, outlook().standing());
    assertEquals("现在不取号,下次取号时间 11-25 08:30", outlook().shut().in("zh"));
    run.passUntil("2026-11-25T07:00");
    assertEquals(Outlook.Standing.SHUT, outlook().standing());
  }

  @Test
  void aSuspendedHallStandsStill() {
    run.after("suspend");
    assertEquals(Outlook.Standing.SUSPENDED, outlook().standing());
    run.after("resume");
    assertEquals(Outlook.Standing.OPEN, outlook().standing());
  }

  @Test
  void withoutPaperAMachineThatRefusesHasNoNumbers() {
    run.command(new Command.RaiseFault("printer", "paper-end", true));
    assertEquals(Outlook.Standing.OPEN, outlook().standing(), "numbers are announced");
    HallRun strict = HallRun.opened(Halls.withHead("no_paper = \"refuse\"", HALL));
    strict.command(new Command.RaiseFault("printer", "paper-end", true));
    Outlook seen = Outlook.of(strict.state(), strict.plan(), strict.moment());
    assertEquals(Outlook.Standing.NO_NUMBERS, seen.standing());
  }

  @Test
  void customersAreCountedOnceAndPapersAreNoCustomers() {
    run.after("take inspection", "take inspection", "take quiet");
    assertEquals(Map.of("inspection", 2), outlook().waiting());
    run.after("next 1");
    assertEquals(Map.of("inspection", 1), outlook().waiting());
    run.after("finish 1");
    assertEquals(
        Map.of("inspection", 2), outlook().waiting(), "side by side with its papers, but once");
    run.after("next 1", "next 1", "next 2", "next 2");
    assertTrue(outlook().waiting().containsKey("inspection"));
  }

  @Test
  void theWaitIsWhatTheNextSlipSays() {
    HallRun station = HallRun.opened(Halls.station());
    Plan.Service questions = station.plan().service("questions").orElseThrow();
    assertEquals(Optional.empty(), expected(station, questions));
    for (int customer = 0; customer < 6; customer++) {
      station.after("take questions");
    }
    for (int customer = 0; customer < 40; customer++) {
      station.after("take questions", "next 3");
      station.seconds(120);
    }
    Optional<Expected> told = expected(station, questions);
    station.after("take questions");
    assertTrue(told.isPresent());
    assertEquals(station.last(Event.TicketIssued.class).terms().expected(), told);
    station.after("suspend");
    assertEquals(Optional.empty(), expected(station, questions));
  }

  private static Optional<Expected> expected(HallRun run, Plan.Service service) {
    return Outlook.of(run.state(), run.plan(), run.moment()).expected(service);
  }
}
