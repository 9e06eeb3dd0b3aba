package jiaohao.journal;

import java.time.DateTimeException;
import java.util.UUID;
import jiaohao.hall.Event;
import jiaohao.hall.Event.AssistChosen;
import jiaohao.hall.Event.CallUndone;
import jiaohao.hall.Event.ClockSuspect;
import jiaohao.hall.Event.CounterPaused;
import jiaohao.hall.Event.CounterResumed;
import jiaohao.hall.Event.DayStarted;
import jiaohao.hall.Event.FaultCleared;
import jiaohao.hall.Event.FaultRaised;
import jiaohao.hall.Event.HallAdopted;
import jiaohao.hall.Event.HallClosed;
import jiaohao.hall.Event.JournalStarted;
import jiaohao.hall.Event.KioskStarted;
import jiaohao.hall.Event.KioskStopped;
import jiaohao.hall.Event.LanguageChosen;
import jiaohao.hall.Event.OfTicket;
import jiaohao.hall.Event.Rated;
import jiaohao.hall.Event.ServiceStarted;
import jiaohao.hall.Event.SlipFailed;
import jiaohao.hall.Event.SlipPrinted;
import jiaohao.hall.Event.StageFinished;
import jiaohao.hall.Event.StandardBroken;
import jiaohao.hall.Event.SupervisorCalled;
import jiaohao.hall.Event.TicketCalled;
import jiaohao.hall.Event.TicketFinished;
import jiaohao.hall.Event.TicketHeld;
import jiaohao.hall.Event.TicketIssued;
import jiaohao.hall.Event.TicketMissed;
import jiaohao.hall.Event.TicketRecalled;
import jiaohao.hall.Event.TicketRequeued;
import jiaohao.hall.Event.TicketTransferred;
import jiaohao.hall.Event.TicketVoided;
import jiaohao.hall.Event.WriterChanged;
import jiaohao.hall.Fact;
import jiaohao.hall.TicketId;

/**
 * A fact as one line of JSON, and back: the frozen format 1. The hash of a row is taken over these
 * very bytes, so the same fact always makes the same line. Keys, in this order: {@code v}, {@code
 * journal}, {@code seq}, {@code at}, {@code day}, {@code type}; where they apply {@code ticket},
 * {@code number}, {@code stage}, {@code counter}; then the event's other components as declared,
 * seconds as {@code …_s}. A later version may add keys and types, never change what stands here.
 */
public final class EventJson {
  /** The format's version, {@code v}. */
  public static final int FORMAT = 1;

  private EventJson() {}

  /**
   * A line, understood.
   *
   * @param seq from 1
   */
  public record Decoded(UUID journal, long seq, Fact fact) {}

  /**
   * Spells a fact.
   *
   * @throws IllegalArgumentException when the format would lose something of it: parts of a
   *     millisecond, half a surrogate pair
   */
  public static String encode(UUID journal, long seq, Fact fact) {
    JsonLine line =
        new JsonLine()
            .number("v", FORMAT)
            .text("journal", journal.toString())
            .number("seq", seq)
            .time("at", fact.at())
            .day("day", fact.day())
            .text("type", type(fact.event()));
    write(line, fact.event());
    return line.toString();
  }

  /**
   * Reads a line; keys it does not know are passed over.
   *
   * @throws EventFormatException for another format, an unknown type, a missing or wrong value
   */
  public static Decoded decode(String line) {
    String where = "an event";
    try {
      JsonFields fields = JsonFields.parse(line);
      long seq = fields.whole("seq");
      where = "event " + seq;
      requireFormat(fields.whole("v"), where);
      String type = fields.text("type");
      where = where + " (" + type + ")";
      Fact fact = new Fact(fields.time("at"), fields.day("day"), readEvent(type, fields, where));
      return new Decoded(UUID.fromString(fields.text("journal")), seq, fact);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new EventFormatException(
          where
              + " is damaged: "
              + e.getMessage()
              + "; run journal verify, then restore the journal from a copy or from the centre",
          e);
    }
  }

  private static void requireFormat(long format, String where) {
    if (format != FORMAT) {
      throw new EventFormatException(
          where
              + " has format "
              + format
              + ", this firmware reads "
              + FORMAT
              + "; install the firmware that wrote it, or a newer one");
    }
  }

  /** The event's name in the format, {@code type}. */
  static String type(Event event) {
    return switch (event) {
      case JournalStarted _ -> "JournalStarted";
      case KioskStarted _ -> "KioskStarted";
      case KioskStopped _ -> "KioskStopped";
      case HallAdopted _ -> "HallAdopted";
      case DayStarted _ -> "DayStarted";
      case HallClosed _ -> "HallClosed";
      case LanguageChosen _ -> "LanguageChosen";
      case AssistChosen _ -> "AssistChosen";
      case TicketIssued _ -> "TicketIssued";
      case SlipPrinted _ -> "SlipPrinted";
      case SlipFailed _ -> "SlipFailed";
      case TicketVoided _ -> "TicketVoided";
      case TicketCalled _ -> "TicketCalled";
      case TicketRecalled _ -> "TicketRecalled";
      case CallUndone _ -> "CallUndone";
      case ServiceStarted _ -> "ServiceStarted";
      case StageFinished _ -> "StageFinished";
      case TicketFinished _ -> "TicketFinished";
      case TicketMissed _ -> "TicketMissed";
      case TicketRequeued _ -> "TicketRequeued";
      case TicketTransferred _ -> "TicketTransferred";
      case TicketHeld _ -> "TicketHeld";
      case CounterPaused _ -> "CounterPaused";
      case CounterResumed _ -> "CounterResumed";
      case SupervisorCalled _ -> "SupervisorCalled";
      case StandardBroken _ -> "StandardBroken";
      case Rated _ -> "Rated";
      case FaultRaised _ -> "FaultRaised";
      case FaultCleared _ -> "FaultCleared";
      case ClockSuspect _ -> "ClockSuspect";
      case WriterChanged _ -> "WriterChanged";
    };
  }

  private static JsonLine write(JsonLine line, Event event) {
    return switch (event) {
      case JournalStarted e -> line.text("version", e.version());
      case KioskStarted e -> line.text("version", e.version()).flag("unclean", e.unclean());
      case KioskStopped _ -> line;
      case HallAdopted e ->
          line.object("plan", () -> PlanJson.write(line, e.plan())).text("source", e.source());
      case DayStarted e -> line.day("started", e.started()).flag("late", e.late());
      case HallClosed _ -> line;
      case LanguageChosen e -> line.text("language", e.language());
      case AssistChosen _ -> line;
      case CounterPaused e -> line.number("counter", e.counter());
      case CounterResumed e -> line.number("counter", e.counter());
      case SupervisorCalled e -> line.number("counter", e.counter());
      case FaultRaised e ->
          line.text("device", e.device()).text("fault", e.fault()).flag("stops", e.stops());
      case FaultCleared e -> line.text("device", e.device()).text("fault", e.fault());
      case ClockSuspect e -> line.text("reason", e.reason()).time("journal_at", e.journalAt());
      case WriterChanged e -> line.text("writer", e.writer()).number("margin", e.margin());
      case OfTicket e -> writeOfTicket(withTicket(line, e.ticket()), e);
    };
  }

  private static JsonLine writeOfTicket(JsonLine line, OfTicket event) {
    return switch (event) {
      case TicketIssued e -> writeIssued(line, e);
      case SlipPrinted e -> line.text("tier", e.tier()).flag("reprint", e.reprint());
      case SlipFailed e -> line.text("reason", e.reason());
      case TicketVoided e -> line.text("reason", e.reason());
      case TicketCalled e -> place(line, e.stage(), e.counter()).text("why", e.why());
      case TicketRecalled e -> place(line, e.stage(), e.counter());
      case CallUndone e -> place(line, e.stage(), e.counter());
      case ServiceStarted e ->
          place(line, e.stage(), e.counter()).time("since", e.since()).flag("assumed", e.assumed());
      case StageFinished e -> place(line, e.stage(), e.counter()).text("outcome", e.outcome());
      case TicketFinished _ -> line;
      case TicketMissed e -> place(line, e.stage(), e.counter());
      case TicketRequeued e -> line.text("stage", e.stage()).text("reason", e.reason());
      case TicketTransferred e -> line.text("stage", e.stage()).text("reason", e.reason());
      case TicketHeld e -> place(line, e.stage(), e.counter());
      case StandardBroken e -> writeStandardBroken(line, e);
      case Rated e -> line.number("counter", e.counter()).number("rating", e.rating());
    };
  }

  private static JsonLine withTicket(JsonLine line, TicketId ticket) {
    return line.text("ticket", ticket.toString()).text("number", ticket.number());
  }

  private static JsonLine place(JsonLine line, String stage, int counter) {
    return line.text("stage", stage).number("counter", counter);
  }

  /** A counter of 0 is none, and left out: whoever waits too long waits at no counter. */
  private static JsonLine writeStandardBroken(JsonLine line, StandardBroken broken) {
    line.text("stage", broken.stage());
    if (broken.counter() != 0) {
      line.number("counter", broken.counter());
    }
    return line.text("kind", broken.kind())
        .number("limit_s", broken.limitSeconds())
        .number("over_s", broken.overSeconds());
  }

  private static JsonLine writeIssued(JsonLine line, TicketIssued issued) {
    return line.text("stage", issued.stage())
        .text("service", issued.service())
        .texts("route", issued.route())
        .text("language", issued.language())
        .flag("assist", issued.assist())
        .number("ahead", issued.ahead())
        .text("reference", issued.reference());
  }

  private static Event readEvent(String type, JsonFields f, String where) {
    return switch (type) {
      case "JournalStarted" -> new JournalStarted(f.text("version"));
      case "KioskStarted" -> new KioskStarted(f.text("version"), f.flag("unclean"));
      case "KioskStopped" -> new KioskStopped();
      case "HallAdopted" -> new HallAdopted(PlanJson.read(f.object("plan")), f.text("source"));
      case "DayStarted" -> new DayStarted(f.day("started"), f.flag("late"));
      case "HallClosed" -> new HallClosed();
      case "LanguageChosen" -> new LanguageChosen(f.text("language"));
      case "AssistChosen" -> new AssistChosen();
      case "CounterPaused" -> new CounterPaused(f.integer("counter"));
      case "CounterResumed" -> new CounterResumed(f.integer("counter"));
      case "SupervisorCalled" -> new SupervisorCalled(f.integer("counter"));
      case "FaultRaised" -> new FaultRaised(f.text("device"), f.text("fault"), f.flag("stops"));
      case "FaultCleared" -> new FaultCleared(f.text("device"), f.text("fault"));
      case "ClockSuspect" -> new ClockSuspect(f.text("reason"), f.time("journal_at"));
      case "WriterChanged" -> new WriterChanged(f.text("writer"), f.integer("margin"));
      default -> readOfTicket(type, f, where);
    };
  }

  private static Event readOfTicket(String type, JsonFields f, String where) {
    return switch (type) {
      case "TicketIssued" -> readIssued(f);
      case "SlipPrinted" -> new SlipPrinted(ticket(f), f.text("tier"), f.flag("reprint"));
      case "SlipFailed" -> new SlipFailed(ticket(f), f.text("reason"));
      case "TicketVoided" -> new TicketVoided(ticket(f), f.text("reason"));
      case "TicketCalled" ->
          new TicketCalled(ticket(f), f.text("stage"), counter(f), f.text("why"));
      case "TicketRecalled" -> new TicketRecalled(ticket(f), f.text("stage"), counter(f));
      case "CallUndone" -> new CallUndone(ticket(f), f.text("stage"), counter(f));
      case "ServiceStarted" ->
          new ServiceStarted(
              ticket(f), f.text("stage"), counter(f), f.time("since"), f.flag("assumed"));
      case "StageFinished" ->
          new StageFinished(ticket(f), f.text("stage"), counter(f), f.text("outcome"));
      case "TicketFinished" -> new TicketFinished(ticket(f));
      case "TicketMissed" -> new TicketMissed(ticket(f), f.text("stage"), counter(f));
      case "TicketRequeued" -> new TicketRequeued(ticket(f), f.text("stage"), f.text("reason"));
      case "TicketTransferred" ->
          new TicketTransferred(ticket(f), f.text("stage"), f.text("reason"));
      case "TicketHeld" -> new TicketHeld(ticket(f), f.text("stage"), counter(f));
      case "StandardBroken" -> readStandardBroken(f);
      case "Rated" -> new Rated(ticket(f), f.integer("counter"), f.integer("rating"));
      default ->
          throw new EventFormatException(
              where
                  + " is of a type this firmware does not know;"
                  + " install the firmware that wrote it, or a newer one");
    };
  }

  private static TicketIssued readIssued(JsonFields f) {
    return new TicketIssued(
        ticket(f),
        f.text("stage"),
        f.text("service"),
        f.texts("route"),
        f.text("language"),
        f.flag("assist"),
        f.integer("ahead"),
        f.text("reference"));
  }

  private static StandardBroken readStandardBroken(JsonFields f) {
    return new StandardBroken(
        ticket(f),
        f.text("stage"),
        f.optionalInteger("counter").orElse(0),
        f.text("kind"),
        f.integer("limit_s"),
        f.integer("over_s"));
  }

  private static TicketId ticket(JsonFields f) {
    return TicketId.parse(f.text("ticket"));
  }

  private static int counter(JsonFields f) {
    return f.integer("counter");
  }
}
