package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The audit speaks up at each kind of fact that no sound hall can have written. */
class AuditTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T09:00+08:00");
  private static final TicketId A1 = new TicketId(DAY, 'A', 1);
  private static final TicketId A2 = new TicketId(DAY, 'A', 2);
  private static final TicketId B1 = new TicketId(DAY, 'B', 1);

  private final Audit audit = new Audit();
  private LocalDate day = DAY;

  @Test
  void theJournalBeginsWithItsStartAndHasOnlyOne() {
    breaks("begins with", new Event.KioskStarted("test", false));
    Audit other = new Audit();
    Fact start = new Fact(AT, DAY, new Event.JournalStarted("test"));
    other.see(start);
    assertThrows(IllegalStateException.class, () -> other.see(start));
  }

  @Test
  void theBusinessDayNeverGoesBack() {
    hall();
    day = DAY.minusDays(1);
    breaks("filed under", new Event.SupervisorCalled(1));
  }

  @Test
  void theBusinessDayDoesNotMoveWithoutADayStarted() {
    hall();
    day = DAY.plusDays(1);
    breaks("filed under", new Event.SupervisorCalled(1));
  }

  @Test
  void aDayDoesNotStartTwice() {
    hall();
    breaks("begins after", new Event.DayStarted(DAY, false));
  }

  @Test
  void aDayStartedOverOpenTicketsSaysSo() {
    hall(issued(A1, 0));
    day = DAY.plusDays(1);
    breaks("late=false", new Event.DayStarted(day, false));
  }

  @Test
  void noNumberIsIssuedTwiceInADay() {
    hall(issued(A1, 0), called(A1, 1), started(A1, 1), other(A1, 1), new Event.TicketFinished(A1));
    breaks("ordinal", issued(A1, 0));
  }

  @Test
  void noNumberIsIssuedWhileAnOpenTicketHoldsIt() {
    hall(issued(A1, 0));
    day = DAY.plusDays(1);
    see(new Event.DayStarted(day, true));
    breaks("still open", issued(new TicketId(day, 'A', 1), 1));
  }

  @Test
  void numbersOfALetterAscend() {
    hall(issued(A2, 0));
    breaks("ordinal", issued(A1, 1));
  }

  @Test
  void aNewWriterLeavesAMargin() {
    hall(issued(A1, 0), new Event.WriterChanged("other", 50));
    breaks("ordinal 51", issued(new TicketId(DAY, 'A', 51), 1));
  }

  @Test
  void aTicketBelongsToTheDayItIsIssuedOn() {
    hall();
    breaks("issued on", issued(new TicketId(DAY.plusDays(1), 'A', 1), 0));
  }

  @Test
  void aTicketIsForAServiceOfTheHallAndItsLetter() {
    hall();
    breaks("does not have", issued(new TicketId(DAY, 'C', 1), 0));
  }

  @Test
  void everyTicketEventIsAboutATicketIssuedBefore() {
    hall(issued(A1, 0));
    breaks("never issued", called(A2, 1));
    breaks("never issued", new Event.SlipPrinted(A2, "A", false));
    breaks("never issued", new Event.Rated(A2, 1, 1));
  }

  @Test
  void howManyAreAheadIsCounted() {
    hall(issued(A1, 0));
    breaks("ahead", issued(A2, 0));
  }

  @Test
  void noWindowHasTwoTicketsInHand() {
    hall(issued(A1, 0), issued(A2, 1), called(A1, 1));
    breaks("which has", called(A2, 1));
  }

  @Test
  void noTicketIsAtTwoWindows() {
    hall(issued(A1, 0), called(A1, 1));
    breaks("CALLED", called(A1, 3));
  }

  @Test
  void theFirstInLineIsCalledFirst() {
    hall(issued(A1, 0), issued(A2, 1));
    breaks("is first", called(A2, 1));
  }

  @Test
  void aWindowsFirstStageComesBeforeItsSecond() {
    hall(issued(A1, 0), issued(B1, 0));
    breaks("is first", called(A1, 3));
  }

  @Test
  void aWindowCallsFromItsOwnLinesOnly() {
    hall(issued(B1, 0));
    breaks("calls from", called(B1, 1));
  }

  @Test
  void aStandInCallsOnlyWhileTheOtherIsPaused() {
    hall(issued(A1, 0), new Event.CounterPaused(1), new Event.CounterResumed(1));
    breaks("calls from", called(A1, 2));
    see(new Event.CounterPaused(1), called(A1, 2));
  }

  @Test
  void anUndoneCallIsAtItsExactPlaceAgain() {
    hall(issued(A1, 0), issued(A2, 1), called(A1, 1), undone(A1, 1));
    breaks("is first", called(A2, 1));
    see(called(A1, 1));
  }

  @Test
  void anUndoneCallFromHoldIsOnHoldAgain() {
    hall(issued(A1, 0), called(A1, 1), held(A1, 1), called(A1, 1), undone(A1, 1));
    breaks("in hand", undone(A1, 1));
    see(called(A1, 1));
  }

  @Test
  void theLastOneHeldIsTakenUpFirst() {
    hall(issued(A1, 0), issued(A2, 1), called(A1, 1), held(A1, 1), called(A2, 1), held(A2, 1));
    breaks("is first", called(A1, 1));
  }

  @Test
  void whatOneWindowHoldsNoOtherTakesUp() {
    hall(issued(A1, 0), called(A1, 1), held(A1, 1));
    breaks("calls from", called(A1, 3));
  }

  @Test
  void onlyTheWindowThatHasATicketDoesAnythingWithIt() {
    hall(issued(A1, 0), called(A1, 1));
    for (Event event :
        List.of(
            new Event.TicketRecalled(A1, "checkin", 3),
            started(A1, 3),
            missed(A1, 3),
            held(A1, 3),
            undone(A1, 3))) {
      breaks("in hand", event);
    }
    see(started(A1, 1));
    breaks("in hand", other(A1, 3));
  }

  @Test
  void anEventNamesTheStageTheTicketIsAt() {
    hall(issued(A1, 0), called(A1, 1));
    breaks("at checkin", new Event.TicketHeld(A1, "certificate", 1));
  }

  @Test
  void servingStartsOnce() {
    hall(issued(A1, 0), called(A1, 1), started(A1, 1));
    breaks("second time", started(A1, 1));
  }

  @Test
  void servingThatNeverStartedIsNotFinished() {
    hall(issued(A1, 0), called(A1, 1));
    breaks("never started", other(A1, 1));
  }

  @Test
  void whoeverIsBeingServedIsNotMissed() {
    hall(issued(A1, 0), called(A1, 1), started(A1, 1));
    breaks("served", missed(A1, 1));
  }

  @Test
  void aFinishedStageIsFollowedByWhereTheTicketGoes() {
    hall(issued(A1, 0), called(A1, 1), started(A1, 1), other(A1, 1));
    breaks("before the ticket was sent on", new Event.SlipPrinted(A1, "A", false));
    breaks("before the ticket was sent on", new Event.Rated(A1, 1, 1));
    breaks("before the ticket was sent on", called(A1, 1));
  }

  @Test
  void aVisitIsNotFinishedWithoutAFinishedStage() {
    hall(issued(A1, 0));
    breaks("without a finished stage", new Event.TicketFinished(A1));
  }

  @Test
  void afterTheVisitOnlySlipAndRatingFollow() {
    hall(issued(A1, 0), called(A1, 1), started(A1, 1), other(A1, 1), new Event.TicketFinished(A1));
    see(new Event.SlipPrinted(A1, "A", false), new Event.Rated(A1, 1, 1));
    breaks("gone", new Event.TicketRequeued(A1, "checkin", "again"));
    breaks("gone", called(A1, 1));
  }

  @Test
  void afterAVoidNothingFollows() {
    hall(issued(A1, 0), new Event.TicketVoided(A1, "mistake"));
    breaks("gone", called(A1, 1));
    assertEquals(0, audit.open());
  }

  @Test
  void aMissedOneOfAnEarlierDayIsGone() {
    hall(issued(A1, 0), called(A1, 1), missed(A1, 1));
    day = DAY.plusDays(1);
    see(new Event.DayStarted(day, false));
    breaks("gone", called(A1, 1));
  }

  @Test
  void whoeverWaitsAtAStageThatIsGoneIsMovedAtOnce() {
    hall(issued(A1, 0));
    Plan without = Halls.withStages(Halls.station(), "certificate", "questions");
    see(new Event.HallAdopted(without, ""));
    breaks("left behind", issued(B1, 0));
  }

  @Test
  void aSlipHasOneFirstPrint() {
    hall(
        issued(A1, 0), new Event.SlipPrinted(A1, "A", false), new Event.SlipPrinted(A1, "A", true));
    breaks("printed twice", new Event.SlipPrinted(A1, "A", false));
  }

  @Test
  void slipsAreUnsettledUntilPrintedFailedOrVoided() {
    TicketId a3 = new TicketId(DAY, 'A', 3);
    TicketId a4 = new TicketId(DAY, 'A', 4);
    hall(issued(A1, 0), issued(A2, 1), issued(a3, 2), issued(a4, 3));
    see(new Event.SlipPrinted(A1, "A", false), new Event.SlipFailed(A2, "jam"));
    see(new Event.TicketVoided(a3, "mistake"));
    assertEquals(Set.of(a4), audit.unsettledSlips());
  }

  @Test
  void faultsAreRaisedAndClearedInTurn() {
    hall();
    breaks("not raised", new Event.FaultCleared("printer", "jam"));
    see(new Event.FaultRaised("printer", "jam", true));
    breaks("second time", new Event.FaultRaised("printer", "jam", true));
    see(new Event.KioskStarted("test", true), new Event.FaultRaised("printer", "jam", true));
  }

  @Test
  void anUncleanStartFollowsNoStop() {
    hall();
    breaks("unclean=false", new Event.KioskStarted("test", false));
    see(new Event.KioskStopped());
    breaks("unclean=true", new Event.KioskStarted("test", true));
  }

  @Test
  void theHallClosesOnceAndEmpty() {
    hall(issued(A1, 0));
    breaks("tickets are open", new Event.HallClosed());
    see(new Event.TicketVoided(A1, "mistake"), new Event.HallClosed());
    breaks("closed a second time", new Event.HallClosed());
  }

  @Test
  void pausesAndResumesAlternate() {
    hall(new Event.CounterPaused(1));
    breaks("paused already", new Event.CounterPaused(1));
    breaks("not paused", new Event.CounterResumed(2));
  }

  private void hall(Event... events) {
    see(
        new Event.JournalStarted("test"),
        new Event.DayStarted(DAY, false),
        new Event.KioskStarted("test", false),
        new Event.HallAdopted(Halls.station(), "# plan"));
    see(events);
  }

  private void see(Event... events) {
    for (Event event : events) {
      audit.see(new Fact(AT, day, event));
    }
  }

  /** Seeing this fails, in these words. */
  private void breaks(String words, Event event) {
    Fact fact = new Fact(AT, day, event);
    String message = assertThrows(IllegalStateException.class, () -> audit.see(fact)).getMessage();
    assertTrue(message.contains(words), message);
  }

  private static Event issued(TicketId id, int ahead) {
    boolean inspection = id.prefix() == 'A';
    Route route = inspection ? Route.of("checkin", "certificate") : Route.of("questions");
    String service = inspection ? "inspection" : "questions";
    return new Event.TicketIssued(id, route.first(), service, route, "zh", false, ahead, "r");
  }

  private static String stage(TicketId id) {
    return id.prefix() == 'A' ? "checkin" : "questions";
  }

  private static Event called(TicketId id, int counter) {
    return new Event.TicketCalled(id, stage(id), counter, "first");
  }

  private static Event started(TicketId id, int counter) {
    return new Event.ServiceStarted(id, stage(id), counter, AT, false);
  }

  private static Event other(TicketId id, int counter) {
    return new Event.StageFinished(id, stage(id), counter, "other");
  }

  private static Event missed(TicketId id, int counter) {
    return new Event.TicketMissed(id, stage(id), counter);
  }

  private static Event held(TicketId id, int counter) {
    return new Event.TicketHeld(id, stage(id), counter);
  }

  private static Event undone(TicketId id, int counter) {
    return new Event.CallUndone(id, stage(id), counter);
  }
}
