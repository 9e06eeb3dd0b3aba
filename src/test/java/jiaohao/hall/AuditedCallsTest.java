package jiaohao.hall;

import static jiaohao.hall.Tampered.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The audit knows by each rule who was due, and how often anybody may be overtaken. */
class AuditedCallsTest {
  private static final Plan STATION = Halls.station();
  private static final Plan FAIR = StormHalls.FAIR;

  @Test
  void byPreferenceTheFirstOfTheFirstLineIsCalled() {
    Tampered hall = new Tampered(STATION, "take inspection", "take questions", "next 3");
    called(hall, "A001", "checkin", "is first");
    hall.altered(
        Event.TicketCalled.class,
        it -> call("B001", "questions", 3, CallRule.LONGEST),
        "calls by PREFERENCE");
  }

  @Test
  void ofAllLinesTheLongestWaitIsCalled() {
    Tampered hall = new Tampered(FAIR, "take questions", "take questions", "next 2");
    called(hall, "B002", "questions", "is first");
  }

  @Test
  void bySharesTheStageIsCalledThatHasMostComing() {
    Tampered hall = new Tampered(StormHalls.TURNS_BY_SHARES, "take inspection", "take inspection");
    hall.run().after("take questions", "next 1", "next 1");
    assertEquals("B001", hall.run().inHand(1));
    called(hall, "A002", "checkin", "is first");
  }

  @Test
  void aStandInCallsForAPausedWindowWhoeverOfAllHasWaitedLongest() {
    Tampered hall = new Tampered(STATION, "pause 1", "take inspection", "next 2");
    hall.altered(
        Event.TicketCalled.class,
        it -> call("A001", "checkin", 2, CallRule.PREFERENCE),
        "calls from");
    hall.without(Event.CounterPaused.class, "calls from");
    hall.run().after("take inspection", "finish 2", "pause 1", "next 1", "finish 1", "next 2");
    assertEquals("A001", hall.run().inHand(2));
    hall.run().after("finish 2", "take inspection", "pause 1");
    hall.with("of the window's own", call("A003", "checkin", 2, CallRule.STAND_IN));
    Tampered other = new Tampered(STATION, "take inspection", "next 1", "take inspection");
    other.run().after("pause 1", "finish 1");
    other.with("stands in for", call("A001", "certificate", 2, CallRule.PREFERENCE));
  }

  @Test
  void theLastOneHeldOrMissedIsTakenUp() {
    Tampered held = new Tampered(STATION, "take inspection", "take inspection", "next 1");
    held.run().after("hold 1", "next 1", "hold 1", "hold 1");
    called(held, "A001", "checkin", "is first");
    Tampered missed = new Tampered(STATION, "take inspection", "take inspection", "next 1");
    missed.run().after("miss 1", "next 1", "miss 1", "recall 1");
    called(missed, "A001", "checkin", "is first");
    missed.altered(
        Event.TicketCalled.class, it -> call("A002", "checkin", 1, CallRule.HELD), "it is MISSED");
  }

  @Test
  void aChosenOneStandsWhereTheWindowMayCallFrom() {
    Tampered hall = new Tampered(STATION, "take inspection", "take inspection", "call 1 A002");
    hall.altered(
        Event.TicketCalled.class, it -> call("A002", "checkin", 2, CallRule.CHOSEN), "calls from");
  }

  @Test
  void nobodyIsCalledAtAPausedWindowOrWhileTheHallStandsStill() {
    Tampered hall = new Tampered(STATION, "take inspection", "pause 3");
    hall.with("is paused", call("A001", "checkin", 3, CallRule.PREFERENCE));
    hall.run().after("suspend");
    hall.with("suspended", call("A001", "checkin", 1, CallRule.PREFERENCE));
    hall.with("suspended", again(hall, "A002", 1));
  }

  private static Event again(Tampered hall, String number, int ahead) {
    Event.TicketIssued it = hall.last(Event.TicketIssued.class);
    return new Event.TicketIssued(
        id(number), it.stage(), it.service(), it.route(), "zh", false, ahead, "r", it.terms());
  }

  @Test
  void aCallNamesWhoeverIsSignedOnThere() {
    Tampered hall = new Tampered(FAIR, "sign-on 1 li", "take questions", "next 1");
    called(hall, "B001", "questions", "is signed on there");
  }

  @Test
  void thePrivilegedAreCalledFirst() {
    Tampered hall = new Tampered(FAIR, "take questions", "priority elderly", "take questions");
    hall.altered(
        Event.TicketIssued.class,
        it -> issued((Event.TicketIssued) it, 1),
        "B002 says 1 ahead, not 0");
    hall.run().after("next 1");
    called(hall, "B001", "questions", "is first");
  }

  private static Event issued(Event.TicketIssued it, int ahead) {
    return new Event.TicketIssued(
        it.ticket(),
        it.stage(),
        it.service(),
        it.route(),
        it.language(),
        it.assist(),
        ahead,
        it.reference(),
        it.terms());
  }

  @Test
  void afterEnoughOfThemTheOrdinaryOneIsCalled() {
    Tampered hall = new Tampered(FAIR, "take questions");
    for (int elderly = 0; elderly < 3; elderly++) {
      hall.run().after("priority elderly", "take questions");
    }
    hall.run().after("next 1", "next 1", "next 1");
    assertEquals("B001", hall.run().inHand(1));
    called(hall, "B004", "questions", "B001 at questions WAITING is first");
  }

  @Test
  void nobodyIsOvertakenMoreThanPromisedWhateverRuleChose() {
    AuditedHall hall = new AuditedHall();
    hall.adopt(FAIR);
    AuditedLines lines = new AuditedLines(hall);
    AuditedTurns turns = new AuditedTurns(hall, lines);
    AuditedDue due = new AuditedDue(hall, lines, turns);
    AuditedVisit.Leg ordinary = waiting("B001", 1, false);
    AuditedVisit.Leg privileged = waiting("B002", 2, true);
    lines.enter(ordinary);
    lines.enter(privileged);
    Event.ToWindow call = call("B002", "questions", 1, CallRule.PREFERENCE);
    turns.call(call, privileged, due);
    turns.call(call, privileged, due);
    IllegalStateException broken =
        assertThrows(IllegalStateException.class, () -> turns.call(call, privileged, due));
    assertTrue(broken.getMessage().contains("was overtaken 2 times"), broken.getMessage());
  }

  private static AuditedVisit.Leg waiting(String number, long place, boolean privileged) {
    Event.TicketIssued issued =
        new Event.TicketIssued(
            id(number), "questions", "questions", Route.of("questions"), "zh", false, 0, "r");
    AuditedVisit visit = new AuditedVisit(issued, place);
    AuditedVisit.Leg leg = new AuditedVisit.Leg(visit, "questions", FAIR.stage("questions"));
    leg.phase = AuditedVisit.Phase.WAITING;
    leg.order = place;
    leg.serial = place;
    leg.privileged = privileged;
    return leg;
  }

  @Test
  void whoeverWaitsForSomebodyIsCalledByNobodyElse() {
    Tampered hall = new Tampered(FAIR, "sign-on 2 li", "for li", "take questions");
    hall.run().after("take questions", "next 1");
    assertEquals("B002", hall.run().inHand(1));
    called(hall, "B001", "questions", "is first");
  }

  @Test
  void noMoreNumbersAreGivenOutThanTheHallPromises() {
    Tampered full = new Tampered(StormHalls.TURNS_BY_SHARES);
    for (int customer = 0; customer < 5; customer++) {
      full.run().take("inspection");
    }
    full.with("while 5 of 5 are inside", again(full, "A006", 5));
    Tampered busy = new Tampered(StormHalls.TURNS_BY_SHARES);
    for (int customer = 0; customer < 30; customer++) {
      busy.run().after("take inspection", "next 1", "miss 1");
    }
    busy.with("number 31 of a day that has 30", again(busy, "A031", 0));
  }

  /** The audit says so when the last one called is another. */
  private static void called(Tampered hall, String number, String stage, String words) {
    Event.TicketCalled last = hall.last(Event.TicketCalled.class);
    hall.altered(
        Event.TicketCalled.class,
        it -> call(number, stage, last.counter(), last.rule().orElseThrow()),
        words);
  }

  private static Event.ToWindow call(String number, String stage, int counter, CallRule rule) {
    return new Event.TicketCalled(
        id(number),
        stage,
        counter,
        "why",
        Optional.of(rule),
        Optional.empty(),
        OptionalInt.empty());
  }
}
