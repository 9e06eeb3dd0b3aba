package jiaohao.hall;

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
  private final AuditedVisits visits = new AuditedVisits();
  private final Set<String> faults = new HashSet<>();
  private boolean begun;
  private boolean running;
  private boolean closed;

  /**
   * Takes the next fact of the journal.
   *
   * @throws IllegalStateException in words, if the fact breaks an invariant; nothing seen after
   *     that means anything
   */
  public void see(Fact fact) {
    requireBeginning(fact.event());
    numbers.seeDay(fact);
    if (fact.event() instanceof Event.OfTicket event) {
      numbers.requireIssued(event);
      see(event);
    } else {
      seeHall(fact.event());
    }
  }

  /** Tickets whose holders are still in the hall: neither finished, voided nor missed. */
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

  private void see(Event.OfTicket event) {
    switch (event) {
      case Event.TicketIssued issued -> issue(issued);
      case Event.SlipPrinted printed -> {
        visits.requireNotLeaving(printed);
        numbers.printed(printed);
      }
      case Event.SlipFailed failed -> {
        visits.requireNotLeaving(failed);
        numbers.settle(failed.ticket());
      }
      case Event.Rated rated -> visits.requireNotLeaving(rated);
      case Event.TicketVoided voided -> {
        numbers.settle(voided.ticket());
        visits.see(voided);
      }
      default -> visits.see(event);
    }
  }

  private void issue(Event.TicketIssued issued) {
    visits.requireNotHeld(issued.ticket());
    numbers.issue(issued);
    visits.issue(issued);
    closed = false;
  }

  private void seeHall(Event event) {
    switch (event) {
      case Event.KioskStarted started -> start(started);
      case Event.KioskStopped stopped -> running = false;
      case Event.HallAdopted adopted -> {
        numbers.adopt(adopted.plan());
        visits.adopt(adopted.plan());
      }
      case Event.DayStarted started -> startDay(started);
      case Event.HallClosed over -> close();
      case Event.FaultRaised raised -> {
        boolean alternates = faults.add(key(raised.device(), raised.fault()));
        require(alternates, "%s is raised a second time", event);
      }
      case Event.FaultCleared cleared -> {
        boolean alternates = faults.remove(key(cleared.device(), cleared.fault()));
        require(alternates, "%s was not raised before", event);
      }
      case Event.WriterChanged changed -> numbers.jumpAhead(changed.margin());
      case Event.CounterPaused paused -> visits.see(paused);
      case Event.CounterResumed resumed -> visits.see(resumed);
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
    boolean anyoneHere = visits.open() > 0;
    require(
        started.late() == anyoneHere,
        "%s says late=%s while %s tickets are open",
        started.started(),
        started.late(),
        visits.open());
    visits.forgetMissed();
    closed = false;
  }

  private void close() {
    require(!closed, "the hall is closed a second time");
    require(visits.open() == 0, "the hall is closed while %s tickets are open", visits.open());
    closed = true;
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
