package jiaohao.hall;

import static jiaohao.hall.Tampered.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The audit knows what a hall itself may do: open and close, pause, print, and who works where. */
class AuditedHallTest {
  private static final Plan FAIR = StormHalls.FAIR;

  @Test
  void suspensionsAlternateAndSoDoBreaks() {
    Tampered hall = new Tampered(FAIR);
    hall.with("the hall was not", new Event.HallResumed());
    hall.with("the hall was not", new Event.BreakEnded());
    hall.run().after("suspend");
    hall.with("was suspended", new Event.HallSuspended());
    hall.with("a second time", new Event.NumbersEnded(), new Event.NumbersEnded());
    hall.with("on a break", new Event.BreakStarted(), new Event.BreakStarted());
  }

  @Test
  void somebodyIsAtOneWindowOnly() {
    Tampered hall = new Tampered(FAIR, "sign-on 1 li");
    hall.with("at another window", new Event.StaffSignedOn(2, "li"));
    hall.with("where li is", new Event.StaffSignedOn(1, "wang"));
    hall.with("no such person", new Event.StaffSignedOn(2, "nobody"));
    hall.with("not signed on there", new Event.StaffSignedOff(1, "wang"));
    hall.run().after("sign-on 2 li", "sign-on 2 wang", "sign-off 2");
  }

  @Test
  void anOpinionIsAboutTheLastOneFinishedAndGivenOnce() {
    Tampered hall = new Tampered(FAIR, "take questions", "take questions", "next 1", "next 1");
    hall.with("once", new Event.Rated(id("B002"), 1, 1));
    hall.run().after("finish 1");
    hall.with("once", new Event.Rated(id("B001"), 1, 1));
    hall.with("no opinion", new Event.Rated(id("B002"), 1, 4));
    hall.run().after("rate-good 1");
    hall.with("once", new Event.Rated(id("B002"), 1, 1));
  }

  @Test
  void aNoticeIsIssuedOnceAndSettledOnce() {
    Tampered hall = new Tampered(StormHalls.SIDE_BY_SIDE, "take questions", "next 1");
    hall.run().after("finish-other 1");
    hall.altered(Event.NoticeIssued.class, it -> notice(9, id("B001")), "next notice is number 3");
    hall.altered(Event.NoticeIssued.class, it -> notice(3, id("A001")), "is gone");
    hall.run().command(new Command.NoticeDone(3, "A"));
    hall.with("not to be printed any more", new Event.NoticePrinted(3, "A"));
    hall.with("not to be printed any more", new Event.NoticeFailed(3, "jam"));
  }

  private static Event notice(long serial, TicketId ticket) {
    return new Event.NoticeIssued(
        serial, Notice.Kind.MISSING, Optional.of(ticket), "zh", Text.same("questions"), List.of());
  }

  @Test
  void onlyTheTurnOfTheDayClosesAHallThatSomebodyIsIn() {
    Tampered hall = new Tampered(FAIR, "take questions");
    hall.with("forced=false while 1", new Event.HallClosed());
    hall.with(
        "before the next day was started",
        new Event.HallClosed(true, List.of()),
        new Event.SupervisorCalled(1));
    hall.run().passUntil("2026-11-25T09:00");
    hall.altered(
        Event.HallClosed.class, it -> new Event.HallClosed(false, List.of()), "forced=false");
    hall.altered(
        Event.DayStarted.class,
        it -> new Event.DayStarted(Tampered.DAY.plusDays(1), false),
        "late=false");
  }

  @Test
  void missedBookedAndAwayOnesDoNotHoldTheHallOpen() {
    Tampered hall = new Tampered(FAIR, "take questions", "next 1", "recall 1", "miss 1");
    hall.run().passUntil("2026-11-24T17:30");
    hall.with("closed a second time", new Event.HallClosed());
  }

  @Test
  void termsAreThoseThatTheHallKnows() {
    Tampered hall = new Tampered(FAIR, "priority elderly", "take questions");
    hall.altered(
        Event.TicketIssued.class,
        it -> issued((Event.TicketIssued) it, Optional.of("nobles")),
        "no such group");
  }

  private static Event issued(Event.TicketIssued it, Optional<String> group) {
    Terms terms = new Terms(group, Optional.empty(), 0, Optional.empty(), Optional.empty());
    return new Event.TicketIssued(
        it.ticket(), it.stage(), it.service(), it.route(), "zh", false, 0, "r", terms);
  }
}
