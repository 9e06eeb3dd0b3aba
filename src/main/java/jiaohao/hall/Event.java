package jiaohao.hall;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What happened, with every fact resolved, so that a fold needs nothing else. Names and components
 * are part of the journal's frozen format: components may be added, none renamed or given another
 * meaning. A component that was added later has a value that means nothing was said, and a
 * constructor that leaves it out.
 */
public sealed interface Event {
  /** The outcome of a stage that went as planned. */
  String DONE = "done";

  /** The second outcome of a stage. */
  String OTHER = "other";

  /** An event of one ticket. */
  sealed interface OfTicket extends Event {
    TicketId ticket();
  }

  /** A ticket comes to a window: called there, or its papers taken up. */
  sealed interface ToWindow extends OfTicket {
    String stage();

    int counter();

    /** The rule that chose this ticket, a sentence in the hall's first language. */
    String why();

    /** The same for programs; journals of the first version do not say. */
    Optional<CallRule> rule();

    /** The member of staff signed on at the window, if any. */
    Optional<String> staff();

    /** How long it waited, time that does not count left out; once for each stage it waits at. */
    OptionalInt waitedSeconds();
  }

  /** The first event of every journal. */
  record JournalStarted(String version) implements Event {}

  /** The firmware runs. {@code unclean}: it, or its power, was cut off the time before. */
  record KioskStarted(String version, boolean unclean) implements Event {}

  /** The firmware stopped in an orderly way. */
  record KioskStopped() implements Event {}

  /**
   * The plan in force from here on, with the text of its hall file.
   *
   * @param ordered sent by the centre, in place of the file on the box
   */
  record HallAdopted(Plan plan, String source, boolean ordered) implements Event {
    public HallAdopted(Plan plan, String source) {
      this(plan, source, false);
    }
  }

  /**
   * The centre wanted something; what came of it follows.
   *
   * @param order its id
   * @param by who asked
   * @param what in words
   */
  record OrderTaken(String order, String by, String what) implements Event {}

  /** Words for everybody in the hall, shown until then in place of any before. */
  record NoticePosted(Text words, OffsetDateTime until) implements Event {}

  /** A new business day begins. {@code late}: tickets of the day before were still open. */
  record DayStarted(LocalDate started, boolean late) implements Event {}

  /**
   * The day is over and the last customer has left.
   *
   * @param forced the next day began before that; tickets were still open
   * @param overtime windows that served beyond the closing time
   */
  record HallClosed(boolean forced, List<Overtime> overtime) implements Event {
    public HallClosed {
      overtime = List.copyOf(overtime);
    }

    public HallClosed() {
      this(false, List.of());
    }
  }

  /** How long after the closing time a window finished its last customer. */
  record Overtime(int counter, int seconds) {}

  /** No more numbers today at the door; whoever holds one is still served. */
  record NumbersEnded() implements Event {}

  /** The hall pauses within its hours (lunch): tickets stay, clocks stand still. */
  record BreakStarted() implements Event {}

  record BreakEnded() implements Event {}

  /** Everything stands still (a fire drill): nobody is called, places are kept. */
  record HallSuspended() implements Event {}

  record HallResumed() implements Event {}

  /**
   * Wall time that counts neither as waiting nor as serving.
   *
   * @param reason "outage" of the box, or a "leap" of its clock
   * @param millis negative when the clock went back
   */
  record TimeExcluded(String reason, long millis) implements Event {}

  /** The next ticket is to be in this language. */
  record LanguageChosen(String language) implements Event {}

  /** The next ticket is for someone who needs help. */
  record AssistChosen() implements Event {}

  /** The next ticket is for one of a privileged group. */
  record GroupChosen(String group) implements Event {}

  /** The next ticket is for a customer of this member of staff. */
  record StaffChosen(String staff) implements Event {}

  /**
   * A number was given out.
   *
   * @param route the stages of the visit, beginning with {@code stage}
   * @param ahead customers who were to be called before, as things stood
   * @param reference unguessable word the ticket's page is found by
   * @param terms what is special about it
   */
  record TicketIssued(
      TicketId ticket,
      String stage,
      String service,
      Route route,
      String language,
      boolean assist,
      int ahead,
      String reference,
      Terms terms)
      implements OfTicket {
    /** A number with nothing special about it. */
    public TicketIssued(
        TicketId ticket,
        String stage,
        String service,
        Route route,
        String language,
        boolean assist,
        int ahead,
        String reference) {
      this(ticket, stage, service, route, language, assist, ahead, reference, Terms.USUAL);
    }
  }

  /** The slip left the printer; {@code tier} A–D tells how sure that is. */
  record SlipPrinted(TicketId ticket, String tier, boolean reprint) implements OfTicket {}

  /**
   * The slip will not be printed any more. One that was on its way to the printer just then may
   * still come out: SlipPrinted follows, and counts.
   */
  record SlipFailed(TicketId ticket, String reason) implements OfTicket {}

  /**
   * Something that is not a ticket's slip is to be printed.
   *
   * @param notice its name, unique in the journal
   * @param ticket whose it is; empty for the staff's
   * @param title the stage, or what else it is about
   * @param items one a line
   */
  record NoticeIssued(
      long notice,
      Notice.Kind kind,
      Optional<TicketId> ticket,
      String language,
      Text title,
      List<Text> items)
      implements Event {
    public NoticeIssued {
      items = List.copyOf(items);
    }
  }

  record NoticePrinted(long notice, String tier) implements Event {}

  record NoticeFailed(long notice, String reason) implements Event {}

  /** The number is out of use before anyone was served. */
  record TicketVoided(TicketId ticket, String reason) implements OfTicket {}

  record TicketCalled(
      TicketId ticket,
      String stage,
      int counter,
      String why,
      Optional<CallRule> rule,
      Optional<String> staff,
      OptionalInt waitedSeconds)
      implements ToWindow {
    /** A call as journals of the first version know it. */
    public TicketCalled(TicketId ticket, String stage, int counter, String why) {
      this(ticket, stage, counter, why, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }
  }

  /** Papers are taken up at a post that calls nobody: no board, no voice. */
  record PapersTaken(
      TicketId ticket,
      String stage,
      int counter,
      String why,
      Optional<CallRule> rule,
      Optional<String> staff,
      OptionalInt waitedSeconds)
      implements ToWindow {}

  record TicketRecalled(TicketId ticket, String stage, int counter) implements OfTicket {}

  /** The call was a mistake; the ticket is back at its exact place. */
  record CallUndone(TicketId ticket, String stage, int counter) implements OfTicket {}

  /** {@code assumed}: nobody pressed start, {@code since} is call plus walking time. */
  record ServiceStarted(
      TicketId ticket, String stage, int counter, OffsetDateTime since, boolean assumed)
      implements OfTicket {}

  /**
   * A stage is done. Where the ticket goes is the next event; none follows while other stages of
   * the same step go on.
   *
   * @param outcome "done", or "other" for the stage's second outcome
   * @param staff who did it
   * @param tookSeconds how long, time that does not count left out
   * @param onward stage the visit goes to once the others are done too, if not the next of its
   *     route; "end" for out
   */
  record StageFinished(
      TicketId ticket,
      String stage,
      int counter,
      String outcome,
      Optional<String> staff,
      OptionalInt tookSeconds,
      Optional<String> onward)
      implements OfTicket {
    /** What {@code onward} says when it is no stage. */
    public static final String END = "end";

    /** An end as journals of the first version know it. */
    public StageFinished(TicketId ticket, String stage, int counter, String outcome) {
      this(
          ticket, stage, counter, outcome, Optional.empty(), OptionalInt.empty(), Optional.empty());
    }
  }

  /**
   * The visit is over.
   *
   * @param how "served"; "missed" for the last time; "away" when the day turned
   */
  record TicketFinished(TicketId ticket, String how) implements OfTicket {
    public static final String SERVED = "served";
    public static final String MISSED = "missed";
    public static final String AWAY = "away";

    public TicketFinished(TicketId ticket) {
      this(ticket, SERVED);
    }
  }

  record TicketMissed(TicketId ticket, String stage, int counter) implements OfTicket {}

  /**
   * The ticket waits at {@code stage}: the next one of its visit, or the same again.
   *
   * @param order what its place is sorted by; empty: at the end of the line
   */
  record TicketRequeued(TicketId ticket, String stage, String reason, Optional<Long> order)
      implements OfTicket {
    /** The reason for the next step of the route. */
    static final String NEXT_STAGE = "next-stage";

    /** The reason for where a second outcome leads, once what went side by side is done too. */
    static final String ONWARD = "onward";

    public TicketRequeued(TicketId ticket, String stage, String reason) {
      this(ticket, stage, reason, Optional.empty());
    }

    /** Whether all legs were done before it. */
    boolean movesOn() {
      return reason.equals(NEXT_STAGE) || reason.equals(ONWARD);
    }
  }

  /**
   * The ticket waits at another stage than its visit planned.
   *
   * @param from the stage it leaves; journals of the first version do not say, since there was only
   *     one
   * @param counter the window it was sent from; 0 for none
   * @param order what its place is sorted by; empty: at the end of the line
   */
  record TicketTransferred(
      TicketId ticket,
      String stage,
      String reason,
      Optional<String> from,
      int counter,
      Optional<Long> order)
      implements OfTicket {
    public TicketTransferred(TicketId ticket, String stage, String reason) {
      this(ticket, stage, reason, Optional.empty(), 0, Optional.empty());
    }
  }

  record TicketHeld(TicketId ticket, String stage, int counter) implements OfTicket {}

  /** A token was handed out and belongs to the ticket from here on. Never on board or voice. */
  record TokenBound(TicketId ticket, String stage, int counter, String kind, String token)
      implements OfTicket {}

  /** The token shown is the ticket's own. */
  record TokenMatched(TicketId ticket, String stage, int counter, String kind)
      implements OfTicket {}

  /** Another token was shown; the hand-over was refused. */
  record TokenMismatched(TicketId ticket, String stage, int counter, String kind, String token)
      implements OfTicket {}

  /** Handed over although no token was ever bound: the hall allows it, and it is on record. */
  record TokenMissing(TicketId ticket, String stage, int counter, String kind)
      implements OfTicket {}

  /** The customer has lost slip or token; the desk is satisfied by licence and signature. */
  record LossSettled(TicketId ticket, String stage, int counter, String kind) implements OfTicket {}

  record CounterPaused(int counter) implements Event {}

  record CounterResumed(int counter) implements Event {}

  record StaffSignedOn(int counter, String staff) implements Event {}

  record StaffSignedOff(int counter, String staff) implements Event {}

  record SupervisorCalled(int counter) implements Event {}

  /**
   * The supervisor is told without anybody having pressed a key.
   *
   * @param reason "stage-unserved", "pair-away", "long-wait"
   * @param stage empty where it is about a window
   * @param counter 0 for none
   */
  record SupervisorAlarmed(String reason, String stage, int counter) implements Event {}

  /** The wait at a stage is longer than the hall means it to be, and the hall says so. */
  record WaitApologized(String stage, int waiting, int longestSeconds) implements Event {}

  /**
   * A time standard was broken just now.
   *
   * @param counter 0 for a wait, which is at no window
   * @param kind "serving" or "waiting"
   * @param overSeconds by how much already; how much it came to is for StageFinished and
   *     TicketCalled to tell
   * @param assumed nobody pressed start; the clock began a walking time after the call
   */
  record StandardBroken(
      TicketId ticket,
      String stage,
      int counter,
      String kind,
      int limitSeconds,
      int overSeconds,
      Optional<String> staff,
      boolean assumed)
      implements OfTicket {
    public static final String SERVING = "serving";
    public static final String WAITING = "waiting";

    public StandardBroken(
        TicketId ticket,
        String stage,
        int counter,
        String kind,
        int limitSeconds,
        int overSeconds) {
      this(ticket, stage, counter, kind, limitSeconds, overSeconds, Optional.empty(), false);
    }
  }

  /** The customer's opinion of the service: 1 满意, 2 基本满意, 3 不满意. */
  record Rated(TicketId ticket, int counter, int rating) implements OfTicket {}

  record FaultRaised(String device, String fault, boolean stops) implements Event {}

  record FaultCleared(String device, String fault) implements Event {}

  /** {@code reason}: "untrusted", "behind" the journal, or a "leap" forward not believed. */
  record ClockSuspect(String reason, OffsetDateTime journalAt) implements Event {}

  /** Another box writes this journal from here on; numbering jumps ahead by {@code margin}. */
  record WriterChanged(String writer, int margin) implements Event {}
}
