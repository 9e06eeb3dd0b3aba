package jiaohao.hall;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What happened, with every fact resolved, so that a fold needs nothing else. Names and components
 * are part of the journal's frozen format: components may be added, none renamed or given another
 * meaning.
 */
public sealed interface Event {
  /** An event of one ticket. */
  sealed interface OfTicket extends Event {
    TicketId ticket();
  }

  /** The first event of every journal. */
  record JournalStarted(String version) implements Event {}

  /** The firmware runs. {@code unclean}: it, or its power, was cut off the time before. */
  record KioskStarted(String version, boolean unclean) implements Event {}

  /** The firmware stopped in an orderly way. */
  record KioskStopped() implements Event {}

  /** The plan in force from here on, with the text of its hall file. */
  record HallAdopted(Plan plan, String source) implements Event {}

  /** A new business day begins. {@code late}: tickets of the day before were still open. */
  record DayStarted(LocalDate started, boolean late) implements Event {}

  /** The day is over and the last customer has left. */
  record HallClosed() implements Event {}

  /** The next ticket is to be in this language. */
  record LanguageChosen(String language) implements Event {}

  /** The next ticket is for someone who needs help. */
  record AssistChosen() implements Event {}

  /**
   * A number was given out.
   *
   * @param route ids of the stages of the visit, the first being {@code stage}
   * @param ahead customers already waiting at the first stage
   * @param reference unguessable word the ticket's page is found by
   */
  record TicketIssued(
      TicketId ticket,
      String stage,
      String service,
      List<String> route,
      String language,
      boolean assist,
      int ahead,
      String reference)
      implements OfTicket {
    public TicketIssued {
      route = List.copyOf(route);
    }
  }

  /** The slip left the printer; {@code tier} A–D tells how sure that is. */
  record SlipPrinted(TicketId ticket, String tier, boolean reprint) implements OfTicket {}

  /**
   * The slip will not be printed any more. One that was on its way to the printer just then may
   * still come out: SlipPrinted follows, and counts.
   */
  record SlipFailed(TicketId ticket, String reason) implements OfTicket {}

  /** The number is out of use before anyone was served. */
  record TicketVoided(TicketId ticket, String reason) implements OfTicket {}

  /** {@code why}: the rule that chose this ticket, a sentence in the hall's first language. */
  record TicketCalled(TicketId ticket, String stage, int counter, String why) implements OfTicket {}

  record TicketRecalled(TicketId ticket, String stage, int counter) implements OfTicket {}

  /** The call was a mistake; the ticket is back at its exact place. */
  record CallUndone(TicketId ticket, String stage, int counter) implements OfTicket {}

  /** {@code assumed}: nobody pressed start, {@code since} is call plus walking time. */
  record ServiceStarted(
      TicketId ticket, String stage, int counter, OffsetDateTime since, boolean assumed)
      implements OfTicket {}

  /** {@code outcome}: "done", or "other" for the stage's second outcome. */
  record StageFinished(TicketId ticket, String stage, int counter, String outcome)
      implements OfTicket {}

  /** The visit is over. */
  record TicketFinished(TicketId ticket) implements OfTicket {}

  record TicketMissed(TicketId ticket, String stage, int counter) implements OfTicket {}

  /** The ticket waits at {@code stage}: the next one of its visit, or the same again. */
  record TicketRequeued(TicketId ticket, String stage, String reason) implements OfTicket {}

  /** The ticket waits at another stage than its visit planned. */
  record TicketTransferred(TicketId ticket, String stage, String reason) implements OfTicket {}

  record TicketHeld(TicketId ticket, String stage, int counter) implements OfTicket {}

  record CounterPaused(int counter) implements Event {}

  record CounterResumed(int counter) implements Event {}

  record SupervisorCalled(int counter) implements Event {}

  /** A time standard was broken. {@code kind}: "serving" or "waiting". */
  record StandardBroken(
      TicketId ticket, String stage, int counter, String kind, int limitSeconds, int overSeconds)
      implements OfTicket {}

  /** The customer's opinion of the service: 1 满意, 2 基本满意, 3 不满意. */
  record Rated(TicketId ticket, int counter, int rating) implements OfTicket {}

  record FaultRaised(String device, String fault, boolean stops) implements Event {}

  record FaultCleared(String device, String fault) implements Event {}

  /** {@code reason}: "untrusted", "behind" the journal, or a "leap" forward not believed. */
  record ClockSuspect(String reason, OffsetDateTime journalAt) implements Event {}

  /** Another box writes this journal from here on; numbering jumps ahead by {@code margin}. */
  record WriterChanged(String writer, int margin) implements Event {}
}
