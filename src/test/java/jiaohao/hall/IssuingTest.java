package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IssuingTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void eachLetterCountsForItself() {
    assertEquals("2026-11-24/A001", run.take("inspection").toString());
    assertEquals("2026-11-24/A002", run.take("inspection").toString());
    assertEquals("2026-11-24/B001", run.take("questions").toString());
  }

  @Test
  void after999NumbersALetterIsUsedUpForTheDayAndTheOthersAreNot() {
    HallRun long_ = HallRun.storm(Halls.station(), "2026-11-24T09:00");
    long_.restart();
    for (int ordinal = 1; ordinal <= 999; ordinal++) {
      assertEquals(ordinal, long_.take("inspection").ordinal());
    }
    assertEquals("numbers-used-up", long_.refused("take inspection"));
    Refusal refusal = long_.press("take inspection").refusal().orElseThrow();
    assertTrue(refusal.reason().in("zh").contains("A999"), refusal.toString());
    assertEquals("B001", long_.take("questions").number());
    assertEquals(999, long_.state().queue("checkin").size());
  }

  @Test
  void numbersStillOpenAreSkippedInTheNewDay() {
    run.after("take inspection", "take inspection", "take inspection", "next 1", "miss 1");
    run.passUntil("2026-11-25T09:00");
    assertEquals(new TicketId(LocalDate.of(2026, 11, 25), 'A', 1), run.take("inspection"));
    assertEquals("A004", run.take("inspection").number());
    assertEquals("A002 A003 A001 A004", run.waiting("checkin"));
  }

  @Test
  void whenTheOpenNumbersReachTo999TheLetterIsUsedUpAtOnce() {
    HallRun yesterday = HallRun.storm(Halls.station(), "2026-11-24T09:00");
    yesterday.restart();
    for (int ordinal = 1; ordinal <= 999; ordinal++) {
      yesterday.take("inspection");
    }
    yesterday.passUntil("2026-11-25T09:00");
    assertEquals("numbers-used-up", yesterday.refused("take inspection"));
  }

  @Test
  void aChosenLanguageHoldsForTheNextTicketOnly() {
    run.after("language en");
    assertEquals("en", run.ticket(run.take("inspection")).language());
    assertEquals("zh", run.ticket(run.take("inspection")).language());
  }

  @Test
  void askingForHelpHoldsForTheNextTicketOnly() {
    run.after("assist");
    assertTrue(run.ticket(run.take("inspection")).assist());
    assertFalse(run.ticket(run.take("inspection")).assist());
  }

  @Test
  void languageAndHelpGoTogether() {
    run.after("assist", "language en");
    Ticket ticket = run.ticket(run.take("inspection"));
    assertTrue(ticket.assist());
    assertEquals("en", ticket.language());
  }

  @Test
  void aWishIsForgottenAfterThirtySeconds() {
    run.after("language en", "assist");
    run.pass(Duration.ofSeconds(29));
    run.after("take inspection", "language en", "assist");
    run.pass(Duration.ofSeconds(30));
    run.after("take inspection");
    assertTrue(issued(0).assist());
    assertEquals("en", issued(0).language());
    assertFalse(issued(1).assist());
    assertEquals("zh", issued(1).language());
  }

  @Test
  void aForgottenWishIsNotBroughtBackByTheNextOne() {
    run.after("language en");
    run.pass(Duration.ofMinutes(5));
    run.after("assist");
    assertEquals("zh", run.ticket(run.take("inspection")).language());
    run.after("assist");
    run.pass(Duration.ofMinutes(5));
    run.after("language en");
    assertFalse(run.ticket(run.take("inspection")).assist());
  }

  @Test
  void aWishDoesNotOutlastTheClockGoingBack() {
    run.after("language en");
    run.leap(HallRun.instant("2026-11-24T07:00"));
    assertEquals("zh", run.ticket(run.take("inspection")).language());
  }

  @Test
  void aWishDoesNotOutlastARestart() {
    run.after("language en");
    run.restart();
    assertEquals("zh", run.ticket(run.take("inspection")).language());
  }

  @Test
  void aRefusedPressDoesNotUseUpTheWish() {
    run.after("language en");
    run.press("take nothing");
    assertEquals("en", run.ticket(run.take("inspection")).language());
  }

  @Test
  void aNewWriterLeavesOutAsManyNumbersAsMayBeOnPaper() {
    run.after("take inspection");
    Fact changed =
        new Fact(
            run.state().lastAt().orElseThrow(),
            run.state().day().orElseThrow(),
            new Event.WriterChanged("another box", 50));
    State replaced = run.state().apply(changed);
    Command take = new Command.Press(new Verb.Take("inspection"), "r");
    Decision decision = Hall.decide(replaced, take, run.moment());
    assertEquals(
        "A052", HallRun.of(decision, Event.TicketIssued.class).orElseThrow().ticket().number());
    run.audit().see(changed);
    decision.facts().forEach(run.audit()::see);
  }

  private Event.TicketIssued issued(int index) {
    return run.all(Event.TicketIssued.class).get(index);
  }
}
