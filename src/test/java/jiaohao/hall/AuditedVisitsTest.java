package jiaohao.hall;

import static jiaohao.hall.Tampered.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The audit knows where a visit may go, and what may be done on its way. */
class AuditedVisitsTest {
  private static final Plan SIDE_BY_SIDE = StormHalls.SIDE_BY_SIDE;
  private static final TicketId A1 = id("A001");
  private static final TicketId B1 = id("B001");
  private static final TicketId C1 = id("C001");

  @Test
  void everyStageOfTheNextStepIsEntered() {
    Tampered hall = new Tampered(SIDE_BY_SIDE, "take inspection", "next 1", "finish 1");
    assertEquals("A001", hall.run().waiting("signature"));
    hall.run().after("supervisor 1");
    hall.without(Event.TicketRequeued.class, "before the ticket was sent on");
    hall.altered(
        Event.TicketRequeued.class,
        last -> new Event.TicketRequeued(A1, "certificate", "next-stage"),
        "before the ticket was sent on");
  }

  @Test
  void theNextStepBeginsWhenAllStagesOfTheLastAreDone() {
    Tampered hall =
        new Tampered(SIDE_BY_SIDE, "take inspection", "next 1", "finish 1", "next 2", "finish 2");
    hall.with("but it is at", new Event.TicketRequeued(A1, "certificate", "next-stage"));
    hall.run().after("next 2", "finish 2", "next 1", "finish 1");
    assertEquals("A001", hall.run().waiting("certificate"));
  }

  @Test
  void whereAFailedPaperSendsTheVisitIsRememberedUntilTheOthersAreDone() {
    Tampered hall =
        new Tampered(
            SIDE_BY_SIDE, "take inspection", "next 1", "finish 1", "next 2", "finish-other 2");
    hall.altered(
        Event.StageFinished.class,
        it -> onward((Event.StageFinished) it, Optional.empty()),
        "goes to Optional[retest]");
    hall.run().after("next 2", "finish 2", "next 1", "finish 1");
    assertEquals("A001", hall.run().waiting("retest"));
    hall.altered(
        Event.TicketRequeued.class,
        it -> new Event.TicketRequeued(A1, "certificate", "next-stage"),
        "before the ticket was sent on");
  }

  private static Event onward(Event.StageFinished it, Optional<String> onward) {
    return new Event.StageFinished(
        it.ticket(), it.stage(), it.counter(), it.outcome(), it.staff(), it.tookSeconds(), onward);
  }

  @Test
  void aStagesOwnThenComesBeforeTheRoute() {
    Tampered hall =
        new Tampered(
            StormHalls.FAIR, "take questions", "next 1", "finish-other 1", "next 3", "finish 3");
    assertEquals("B001", hall.run().waiting("questions"));
    hall.altered(Event.TicketRequeued.class, it -> new Event.TicketFinished(B1), "sent on or out");
  }

  @Test
  void aSecondOutcomeMayEndTheVisit() {
    Tampered hall = new Tampered(SIDE_BY_SIDE, "take questions", "next 1", "finish-other 1");
    hall.altered(
        Event.TicketFinished.class,
        it -> new Event.TicketRequeued(B1, "questions", "next-stage"),
        "sent on or out");
  }

  @Test
  void nobodyIsAtTwoWindows() {
    Tampered hall =
        new Tampered(StormHalls.TURNS_BY_SHARES, "take licence", "next 1", "finish 1", "next 1");
    hall.with("who is at a window", called(C1, "certificate", 2, CallRule.SHARE));
  }

  @Test
  void aTicketIsAtAStageOnce() {
    Tampered hall = new Tampered(SIDE_BY_SIDE, "take inspection", "next 1", "finish 1", "next 2");
    hall.with(
        "where it is already",
        new Event.TicketTransferred(
            A1, "signature", "by-hand", Optional.of("report"), 2, Optional.of(1L)));
  }

  @Test
  void papersAreTakenUpAndPeopleAreCalled() {
    Tampered hall = new Tampered(SIDE_BY_SIDE, "take inspection", "next 1");
    hall.altered(
        Event.TicketCalled.class, it -> taken((Event.TicketCalled) it), "where people are called");
    hall.run().after("finish 1", "next 2");
    hall.altered(
        Event.PapersTaken.class,
        it -> called(A1, "report", 2, CallRule.LONGEST),
        "where people are not called");
    hall.with("are not called", new Event.TicketRecalled(A1, "report", 2));
    hall.with("are not called", new Event.TicketMissed(A1, "report", 2));
  }

  private static Event taken(Event.TicketCalled it) {
    return new Event.PapersTaken(
        it.ticket(), it.stage(), it.counter(), it.why(), it.rule(), it.staff(), it.waitedSeconds());
  }

  @Test
  void whoeverIsSentByHandComesBeforeAllWhoCameLater() {
    Tampered hall =
        new Tampered(Halls.station(), "take inspection", "next 1", "transfer 1 questions");
    hall.altered(
        Event.TicketTransferred.class,
        it -> transferred("questions", Optional.empty()),
        "but its place is Optional[1]");
    hall.altered(
        Event.TicketTransferred.class,
        it -> transferred("nowhere", Optional.of(1L)),
        "which the hall does not have");
  }

  private static Event transferred(String stage, Optional<Long> order) {
    return new Event.TicketTransferred(A1, stage, "by-hand", Optional.of("checkin"), 1, order);
  }

  @Test
  void aStageThatIsGoneIsLeftForTheNextOfTheVisit() {
    Tampered hall = new Tampered(Halls.station(), "take inspection");
    hall.run().adopt(Halls.withStages(Halls.station(), "certificate", "questions"));
    hall.altered(
        Event.TicketTransferred.class,
        it ->
            new Event.TicketTransferred(
                A1, "questions", "stage-gone", Optional.of("checkin"), 0, Optional.empty()),
        "from there it goes to [certificate]");
  }

  @Test
  void whoeverIsPutBackWaitsForAFairNumberOfOthers() {
    Tampered hall =
        new Tampered(
            StormHalls.FAIR,
            "take questions",
            "take questions",
            "take questions",
            "next 1",
            "back 1");
    assertEquals("B002 B001 B003", hall.run().waiting("questions"));
    hall.altered(
        Event.TicketRequeued.class,
        it -> new Event.TicketRequeued(B1, "questions", "back"),
        "but its place is Optional[2]");
  }

  @Test
  void aMissedOneIsBackAfterSoManyOthersAndNoSooner() {
    Tampered hall = new Tampered(StormHalls.FAIR, missedOnce());
    hall.run().after("next 1", "next 1");
    hall.with(
        "without a reason", new Event.TicketRequeued(B1, "questions", "returned", Optional.of(1L)));
    hall.run().after("next 1", "supervisor 1");
    assertEquals("B001 B005", hall.run().waiting("questions"));
    hall.without(Event.TicketRequeued.class, "reason=returned");
  }

  private static String[] missedOnce() {
    String five = "take questions,".repeat(5);
    return (five + "next 1,recall 1,miss 1").split(",");
  }

  @Test
  void nobodyIsMissedBeforeBeingCalledOftenEnough() {
    Tampered hall = new Tampered(StormHalls.FAIR, "take questions", "next 1");
    hall.with("after 1 of 2 calls", new Event.TicketMissed(B1, "questions", 1));
    hall.run().after("recall 1", "suspend");
    hall.with("suspension", new Event.TicketMissed(B1, "questions", 1));
  }

  @Test
  void aVisitEndsWhenItIsMissedOnceTooOften() {
    Tampered hall = new Tampered(StormHalls.TURNS_BY_SHARES, "take questions", "next 1", "miss 1");
    hall.with(
        "before the next day was started",
        new Event.TicketFinished(B1, Event.TicketFinished.MISSED),
        new Event.SupervisorCalled(1));
    hall.run().after("recall 1", "miss 1", "recall 1", "miss 1", "supervisor 1");
    hall.without(Event.TicketFinished.class, "how=missed");
  }

  @Test
  void aBookedTicketEntersAtItsTime() {
    Tampered hall = new Tampered(StormHalls.FAIR, "book 1 questions@09:30");
    hall.with("before its time", new Event.TicketRequeued(B1, "questions", "appointment"));
    hall.with("it is BOOKED", called(B1, "questions", 1, CallRule.CHOSEN));
    hall.run().passUntil("2026-11-24T09:31");
    assertEquals("B001", hall.run().waiting("questions"));
  }

  @Test
  void whoeverIsAwayIsCalledOnlyByNumber() {
    Tampered hall =
        new Tampered(SIDE_BY_SIDE, "take inspection", "next 1", "finish 1", "next 2", "next 2");
    hall.run().after("finish-other 2");
    hall.with("it is AWAY", called(A1, "repair", 3, CallRule.SHARE));
  }

  @Test
  void whoeverIsAwayOrMissedIsFinishedBeforeTheDayTurns() {
    Tampered hall = new Tampered(Halls.station(), "take inspection", "next 1", "miss 1");
    hall.run().passUntil("2026-11-25T09:00");
    hall.without(Event.TicketFinished.class, "was not finished before");
    hall.altered(
        Event.TicketFinished.class,
        it -> new Event.TicketFinished(A1, Event.TicketFinished.AWAY),
        "without a finished stage");
  }

  @Test
  void aStandardIsBrokenOnceAndOnlyWhereItRuns() {
    Tampered hall = new Tampered(Halls.station(), "take inspection");
    hall.run().passUntil("2026-11-24T09:15");
    hall.run().tick();
    Event.StandardBroken broken = hall.last(Event.StandardBroken.class);
    hall.with("a second time", broken);
    hall.altered(Event.StandardBroken.class, it -> broken(0, "waiting", 30), "the limit is 900");
    hall.altered(Event.StandardBroken.class, it -> broken(1, "serving", 30), "not in hand");
    hall.run().after("next 1");
    hall.with("is CALLED", broken(1, "serving", 30));
    hall.run().after("start 1", "hold 1");
    hall.with("not in hand", broken(1, "serving", 30));
  }

  @Test
  void aWaitThatIsOverBreaksNoStandard() {
    Tampered hall = new Tampered(Halls.station(), "take inspection", "next 1");
    hall.with("does not wait", broken(0, "waiting", 900));
    hall.run().after("back 1");
    hall.with("does not wait", broken(0, "waiting", 900));
  }

  private static Event broken(int counter, String kind, int limit) {
    return new Event.StandardBroken(A1, "checkin", counter, kind, limit, 0);
  }

  private static Event called(TicketId id, String stage, int counter, CallRule rule) {
    return new Event.TicketCalled(
        id, stage, counter, "why", Optional.of(rule), Optional.empty(), OptionalInt.empty());
  }

  @Test
  void aTokenBelongsToOneTicket() {
    Tampered hall =
        new Tampered(SIDE_BY_SIDE, "take inspection", "take inspection", "next 1", "bind 1 K1");
    hall.run().after("next 1");
    hall.with(
        "is bound to 2026-11-24/A001", new Event.TokenBound(id("A002"), "checkin", 1, "key", "K1"));
    hall.with("has no place", new Event.TokenBound(id("A002"), "checkin", 1, "umbrella", "U1"));
  }

  @Test
  void nothingIsHandedOverBeforeTheTokenWasShown() {
    Tampered hall = atHandOver("bind 1 K1");
    assertEquals("mismatch", hall.run().refused("match 2 K9"));
    hall.altered(
        Event.TokenMismatched.class,
        it -> new Event.TokenMismatched(C1, "certificate", 2, "key", "K1"),
        "ticket's own");
    hall.run().after("match 2 K1", "finish 2");
    hall.without(Event.TokenMatched.class, "was not shown");
    hall.altered(
        Event.TokenMatched.class,
        it -> new Event.TokenMissing(C1, "certificate", 2, "key"),
        "but one was bound");
  }

  @Test
  void whereNoneWasBoundThatIsOnRecord() {
    Tampered hall = atHandOver("supervisor 1");
    hall.run().after("finish 2");
    hall.without(Event.TokenMissing.class, "was not shown");
    hall.altered(
        Event.TokenMissing.class,
        it -> new Event.TokenMatched(C1, "certificate", 2, "key"),
        "none was ever bound");
  }

  private static Tampered atHandOver(String before) {
    return new Tampered(
        StormHalls.TURNS_BY_SHARES, "take licence", "next 1", before, "finish 1", "next 2");
  }
}
