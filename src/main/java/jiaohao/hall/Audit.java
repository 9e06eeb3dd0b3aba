package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Watches a journal go by and speaks up at the first fact that no sound hall can have written. It
 * keeps books of its own and shares nothing with {@link State} and the rules, so that it can find
 * their mistakes. Not safe for several threads.
 */
public final class Audit {
  private final AuditedNumbers numbers = new AuditedNumbers();
  private final AuditedHall hall = new AuditedHall();
  private final AuditedSequel sequel = new AuditedSequel();
  private final AuditedNotices notices = new AuditedNotices();
  private final AuditedLines lines = new AuditedLines(hall);
  private final AuditedVisits visits = new AuditedVisits(hall, sequel, lines);
  private final Set<String> faults = new HashSet<>();
  private boolean begun;
  private boolean running;
  private boolean numbersEnded;
  private boolean closed;

  /**
   * Takes the next fact of the journal.
   *
   * @throws IllegalStateException in words, if the fact breaks an invariant; nothing seen after
   *     that means anything
   */
  public void see(Fact fact) {
    Event event = fact.event();
    requireBeginning(event);
    numbers.seeDay(fact);
    boolean awaited = sequel.awaits(event);
    if (!awaited) {
      lines.requireNoStrays(event);
    }
    if (event instanceof Event.OfTicket ofTicket) {
      numbers.requireIssued(ofTicket);
      see(ofTicket, fact.at(), awaited);
    } else {
      seeHall(event);
    }
  }

  /** Tickets whose holders are in the hall: not finished, voided, missed, away or yet to come. */
  public int open() {
    return visits.open();
  }

  /** Numbers given out whose slip is, so far, neither printed, failed nor voided. */
  public Set<TicketId> unsettledSlips() {
    return numbers.unsettled();
  }

  private void requireBeginning(Event event) {
    boolean first = event instanceof Event.JournalStarted;
    require(begun || first, "the journal begins with %s, not with JournalStarted", event);
    require(!begun || !first, "the journal starts a second time");
    begun = true;
  }

  private void see(Event.OfTicket event, OffsetDateTime at, boolean awaited) {
    switch (event) {
      case Event.TicketIssued issued -> {
        numbers.issue(issued);
        visits.issue(issued, at);
        closed = false;
      }
      case Event.SlipPrinted printed -> numbers.printed(printed);
      case Event.SlipFailed failed -> numbers.settle(failed.ticket());
      case Event.Rated rated -> hall.rate(rated);
      case Event.TicketVoided voided -> {
        numbers.settle(voided.ticket());
        visits.see(voided, at, awaited);
      }
      default -> visits.see(event, at, awaited);
    }
  }

  private void seeHall(Event event) {
    switch (event) {
      case Event.KioskStarted started -> start(started);
      case Event.KioskStopped _ -> running = false;
      case Event.HallAdopted adopted -> {
        numbers.adopt(adopted.plan());
        hall.adopt(adopted.plan());
        visits.adopt();
      }
      case Event.DayStarted started -> startDay(started);
      case Event.HallClosed over -> close(over);
      case Event.HallSuspended _ -> hall.suspend(event, true);
      case Event.HallResumed _ -> hall.suspend(event, false);
      case Event.NumbersEnded _ -> {
        require(!numbersEnded, "no more numbers are said to be given out a second time");
        numbersEnded = true;
      }
      case Event.BreakStarted _ -> hall.breakOff(event, true);
      case Event.BreakEnded _ -> hall.breakOff(event, false);
      case Event.NoticeIssued issued -> issue(issued);
      case Event.NoticePrinted printed -> notices.settle(printed, printed.notice());
      case Event.NoticeFailed failed -> notices.settle(failed, failed.notice());
      case Event.FaultRaised raised -> {
        boolean alternates = faults.add(key(raised.device(), raised.fault()));
        require(alternates, "%s is raised a second time", event);
      }
      case Event.FaultCleared cleared -> {
        boolean alternates = faults.remove(key(cleared.device(), cleared.fault()));
        require(alternates, "%s was not raised before", event);
      }
      case Event.WriterChanged changed -> numbers.jumpAhead(changed.margin());
      case Event.CounterPaused paused -> hall.pause(paused);
      case Event.CounterResumed resumed -> hall.resume(resumed);
      case Event.StaffSignedOn on -> hall.signOn(on);
      case Event.StaffSignedOff off -> hall.signOff(off);
      default -> {}
    }
  }

  /** Devices report afresh after a start; the clock is the hall's own. */
  private void start(Event.KioskStarted started) {
    require(
        started.unclean() == running,
        "KioskStarted says unclean=%s after %s stop",
        started.unclean(),
        running ? "no" : "an orderly");
    running = true;
    faults.removeIf(fault -> !fault.startsWith("clock/"));
  }

  private void startDay(Event.DayStarted started) {
    int open = visits.open();
    require(
        started.late() == open > 0,
        "%s says late=%s while %s tickets are open",
        started.started(),
        started.late(),
        open);
    visits.newDay(started);
    numbersEnded = false;
    closed = false;
  }

  /** Only the turn of the day closes a hall that somebody is in. */
  private void close(Event.HallClosed over) {
    require(!closed, "the hall is closed a second time");
    int open = visits.open();
    require(
        over.forced() == open > 0,
        "the hall is closed with forced=%s while %s tickets are open",
        over.forced(),
        open);
    if (over.forced()) {
      sequel.turn();
    }
    closed = true;
  }

  private void issue(Event.NoticeIssued issued) {
    notices.issue(issued, lines.next());
    boolean known = issued.ticket().stream().allMatch(visits::has);
    require(known, "%s is about a ticket that is gone", issued);
  }

  private static String key(String device, String fault) {
    return device + "/" + fault;
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be this room's only import
  static void require(boolean sound, String words, Object... values) {
    if (!sound) {
      throw new IllegalStateException(words.formatted(values));
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // as above
  static <T> T require(Optional<T> present, String words, Object... values) {
    return present.orElseThrow(() -> new IllegalStateException(words.formatted(values)));
  }
}
