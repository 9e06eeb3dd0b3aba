package jiaohao.journal;

import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jiaohao.hall.CallRule;
import jiaohao.hall.Event;
import jiaohao.hall.Event.AssistChosen;
import jiaohao.hall.Event.BreakEnded;
import jiaohao.hall.Event.BreakStarted;
import jiaohao.hall.Event.CallUndone;
import jiaohao.hall.Event.ClockSuspect;
import jiaohao.hall.Event.CounterPaused;
import jiaohao.hall.Event.CounterResumed;
import jiaohao.hall.Event.DayStarted;
import jiaohao.hall.Event.FaultCleared;
import jiaohao.hall.Event.FaultRaised;
import jiaohao.hall.Event.GroupChosen;
import jiaohao.hall.Event.HallAdopted;
import jiaohao.hall.Event.HallClosed;
import jiaohao.hall.Event.HallResumed;
import jiaohao.hall.Event.HallSuspended;
import jiaohao.hall.Event.JournalStarted;
import jiaohao.hall.Event.KioskStarted;
import jiaohao.hall.Event.KioskStopped;
import jiaohao.hall.Event.LanguageChosen;
import jiaohao.hall.Event.LossSettled;
import jiaohao.hall.Event.NoticeFailed;
import jiaohao.hall.Event.NoticeIssued;
import jiaohao.hall.Event.NoticePrinted;
import jiaohao.hall.Event.OfTicket;
import jiaohao.hall.Event.Overtime;
import jiaohao.hall.Event.PapersTaken;
import jiaohao.hall.Event.Rated;
import jiaohao.hall.Event.ServiceStarted;
import jiaohao.hall.Event.SlipFailed;
import jiaohao.hall.Event.SlipPrinted;
import jiaohao.hall.Event.StaffChosen;
import jiaohao.hall.Event.StaffSignedOff;
import jiaohao.hall.Event.StaffSignedOn;
import jiaohao.hall.Event.StageFinished;
import jiaohao.hall.Event.StandardBroken;
import jiaohao.hall.Event.SupervisorAlarmed;
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
import jiaohao.hall.Event.TimeExcluded;
import jiaohao.hall.Event.ToWindow;
import jiaohao.hall.Event.TokenBound;
import jiaohao.hall.Event.TokenMatched;
import jiaohao.hall.Event.TokenMismatched;
import jiaohao.hall.Event.TokenMissing;
import jiaohao.hall.Event.WaitApologized;
import jiaohao.hall.Event.WriterChanged;
import jiaohao.hall.Expected;
import jiaohao.hall.Fact;
import jiaohao.hall.Notice;
import jiaohao.hall.Route;
import jiaohao.hall.Terms;
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
      case AssistChosen _ -> "AssistChosen";
      case BreakEnded _ -> "BreakEnded";
      case BreakStarted _ -> "BreakStarted";
      case CallUndone _ -> "CallUndone";
      case ClockSuspect _ -> "ClockSuspect";
      case CounterPaused _ -> "CounterPaused";
      case CounterResumed _ -> "CounterResumed";
      case DayStarted _ -> "DayStarted";
      case FaultCleared _ -> "FaultCleared";
      case FaultRaised _ -> "FaultRaised";
      case GroupChosen _ -> "GroupChosen";
      case HallAdopted _ -> "HallAdopted";
      case HallClosed _ -> "HallClosed";
      case HallResumed _ -> "HallResumed";
      case HallSuspended _ -> "HallSuspended";
      case JournalStarted _ -> "JournalStarted";
      case KioskStarted _ -> "KioskStarted";
      case KioskStopped _ -> "KioskStopped";
      case LanguageChosen _ -> "LanguageChosen";
      case LossSettled _ -> "LossSettled";
      case NoticeFailed _ -> "NoticeFailed";
      case NoticeIssued _ -> "NoticeIssued";
      case NoticePrinted _ -> "NoticePrinted";
      case PapersTaken _ -> "PapersTaken";
      case Rated _ -> "Rated";
      case ServiceStarted _ -> "ServiceStarted";
      case SlipFailed _ -> "SlipFailed";
      case SlipPrinted _ -> "SlipPrinted";
      case StaffChosen _ -> "StaffChosen";
      case StaffSignedOff _ -> "StaffSignedOff";
      case StaffSignedOn _ -> "StaffSignedOn";
      case StageFinished _ -> "StageFinished";
      case StandardBroken _ -> "StandardBroken";
      case SupervisorAlarmed _ -> "SupervisorAlarmed";
      case SupervisorCalled _ -> "SupervisorCalled";
      case TicketCalled _ -> "TicketCalled";
      case TicketFinished _ -> "TicketFinished";
      case TicketHeld _ -> "TicketHeld";
      case TicketIssued _ -> "TicketIssued";
      case TicketMissed _ -> "TicketMissed";
      case TicketRecalled _ -> "TicketRecalled";
      case TicketRequeued _ -> "TicketRequeued";
      case TicketTransferred _ -> "TicketTransferred";
      case TicketVoided _ -> "TicketVoided";
      case TimeExcluded _ -> "TimeExcluded";
      case TokenBound _ -> "TokenBound";
      case TokenMatched _ -> "TokenMatched";
      case TokenMismatched _ -> "TokenMismatched";
      case TokenMissing _ -> "TokenMissing";
      case WaitApologized _ -> "WaitApologized";
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
      case HallClosed e -> writeClosed(line, e);
      case BreakStarted _ -> line;
      case BreakEnded _ -> line;
      case HallSuspended _ -> line;
      case HallResumed _ -> line;
      case TimeExcluded e -> line.text("reason", e.reason()).number("ms", e.millis());
      case LanguageChosen e -> line.text("language", e.language());
      case AssistChosen _ -> line;
      case GroupChosen e -> line.text("group", e.group());
      case StaffChosen e -> line.text("staff", e.staff());
      case NoticeIssued e -> writeNotice(line, e);
      case NoticePrinted e -> line.number("notice", e.notice()).text("tier", e.tier());
      case NoticeFailed e -> line.number("notice", e.notice()).text("reason", e.reason());
      case CounterPaused e -> line.number("counter", e.counter());
      case CounterResumed e -> line.number("counter", e.counter());
      case StaffSignedOn e -> line.number("counter", e.counter()).text("staff", e.staff());
      case StaffSignedOff e -> line.number("counter", e.counter()).text("staff", e.staff());
      case SupervisorCalled e -> line.number("counter", e.counter());
      case SupervisorAlarmed e ->
          somewhere(line, e.stage(), e.counter()).text("reason", e.reason());
      case WaitApologized e ->
          line.text("stage", e.stage())
              .number("waiting", e.waiting())
              .number("longest_s", e.longestSeconds());
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
      case ToWindow e -> writeToWindow(line, e);
      case TicketRecalled e -> place(line, e.stage(), e.counter());
      case CallUndone e -> place(line, e.stage(), e.counter());
      case ServiceStarted e ->
          place(line, e.stage(), e.counter()).time("since", e.since()).flag("assumed", e.assumed());
      case StageFinished e ->
          place(line, e.stage(), e.counter())
              .text("outcome", e.outcome())
              .text("staff", e.staff())
              .number("took_s", e.tookSeconds())
              .text("onward", e.onward());
      case TicketFinished e -> line.text("how", said(e.how(), TicketFinished.SERVED));
      case TicketMissed e -> place(line, e.stage(), e.counter());
      case TicketRequeued e -> writeRequeued(line, e);
      case TicketTransferred e -> writeTransferred(line, e);
      case TicketHeld e -> place(line, e.stage(), e.counter());
      case TokenBound e ->
          place(line, e.stage(), e.counter()).text("kind", e.kind()).text("token", e.token());
      case TokenMatched e -> place(line, e.stage(), e.counter()).text("kind", e.kind());
      case TokenMismatched e ->
          place(line, e.stage(), e.counter()).text("kind", e.kind()).text("token", e.token());
      case TokenMissing e -> place(line, e.stage(), e.counter()).text("kind", e.kind());
      case LossSettled e -> place(line, e.stage(), e.counter()).text("kind", e.kind());
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

  /** No stage, and a counter of 0, are left out. */
  private static JsonLine somewhere(JsonLine line, String stage, int counter) {
    line.text("stage", said(stage, ""));
    return counter == 0 ? line : line.number("counter", counter);
  }

  /** What goes without saying is left out. */
  private static Optional<String> said(String value, String usual) {
    return value.equals(usual) ? Optional.empty() : Optional.of(value);
  }

  private static JsonLine writeClosed(JsonLine line, HallClosed closed) {
    line.mark("forced", closed.forced());
    return closed.overtime().isEmpty()
        ? line
        : line.objects(
            "overtime",
            closed.overtime(),
            late -> line.number("counter", late.counter()).number("seconds", late.seconds()));
  }

  private static JsonLine writeNotice(JsonLine line, NoticeIssued notice) {
    return line.text("ticket", notice.ticket().map(TicketId::toString))
        .number("notice", notice.notice())
        .text("kind", notice.kind().name().toLowerCase(Locale.ROOT))
        .text("language", notice.language())
        .words("title", notice.title())
        .wordsList("items", notice.items());
  }

  private static JsonLine writeToWindow(JsonLine line, ToWindow called) {
    return place(line, called.stage(), called.counter())
        .text("why", called.why())
        .text("rule", called.rule().map(EventJson::word))
        .text("staff", called.staff())
        .number("waited_s", called.waitedSeconds());
  }

  private static JsonLine writeRequeued(JsonLine line, TicketRequeued queued) {
    line.text("stage", queued.stage()).text("reason", queued.reason());
    queued.order().ifPresent(order -> line.number("order", order));
    return line;
  }

  private static JsonLine writeTransferred(JsonLine line, TicketTransferred moved) {
    somewhere(line, moved.stage(), moved.counter())
        .text("reason", moved.reason())
        .text("from", moved.from());
    moved.order().ifPresent(order -> line.number("order", order));
    return line;
  }

  /** Whoever waits too long waits at no counter. */
  private static JsonLine writeStandardBroken(JsonLine line, StandardBroken broken) {
    return somewhere(line, broken.stage(), broken.counter())
        .text("kind", broken.kind())
        .number("limit_s", broken.limitSeconds())
        .number("over_s", broken.overSeconds())
        .text("staff", broken.staff())
        .mark("assumed", broken.assumed());
  }

  private static JsonLine writeIssued(JsonLine line, TicketIssued issued) {
    line.text("stage", issued.stage());
    Terms terms = issued.terms();
    if (terms.counter() != 0) {
      line.number("counter", terms.counter());
    }
    line.text("service", issued.service())
        .texts("route", issued.route().words())
        .text("language", issued.language())
        .flag("assist", issued.assist())
        .number("ahead", issued.ahead())
        .text("reference", issued.reference())
        .text("group", terms.group())
        .text("staff", terms.staff());
    terms.appointment().ifPresent(at -> line.time("appointment", at));
    terms
        .expected()
        .ifPresent(wait ->
            line.number("wait_low_s", wait.lowSeconds()).number("wait_high_s", wait.highSeconds()));
    return line;
  }

  private static Event readEvent(String type, JsonFields f, String where) {
    return switch (type) {
      case "JournalStarted" -> new JournalStarted(f.text("version"));
      case "KioskStarted" -> new KioskStarted(f.text("version"), f.flag("unclean"));
      case "KioskStopped" -> new KioskStopped();
      case "HallAdopted" -> new HallAdopted(PlanJson.read(f.object("plan")), f.text("source"));
      case "DayStarted" -> new DayStarted(f.day("started"), f.flag("late"));
      case "HallClosed" -> readClosed(f);
      case "BreakStarted" -> new BreakStarted();
      case "BreakEnded" -> new BreakEnded();
      case "HallSuspended" -> new HallSuspended();
      case "HallResumed" -> new HallResumed();
      case "TimeExcluded" -> new TimeExcluded(f.text("reason"), f.whole("ms"));
      case "LanguageChosen" -> new LanguageChosen(f.text("language"));
      case "AssistChosen" -> new AssistChosen();
      case "GroupChosen" -> new GroupChosen(f.text("group"));
      case "StaffChosen" -> new StaffChosen(f.text("staff"));
      case "NoticeIssued" -> readNotice(f);
      case "NoticePrinted" -> new NoticePrinted(f.whole("notice"), f.text("tier"));
      case "NoticeFailed" -> new NoticeFailed(f.whole("notice"), f.text("reason"));
      case "CounterPaused" -> new CounterPaused(counter(f));
      case "CounterResumed" -> new CounterResumed(counter(f));
      case "StaffSignedOn" -> new StaffSignedOn(counter(f), f.text("staff"));
      case "StaffSignedOff" -> new StaffSignedOff(counter(f), f.text("staff"));
      case "SupervisorCalled" -> new SupervisorCalled(counter(f));
      case "SupervisorAlarmed" ->
          new SupervisorAlarmed(
              f.text("reason"), f.optionalText("stage").orElse(""), counterOrNone(f));
      case "WaitApologized" ->
          new WaitApologized(f.text("stage"), f.integer("waiting"), f.integer("longest_s"));
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
          new TicketCalled(
              ticket(f),
              f.text("stage"),
              counter(f),
              f.text("why"),
              rule(f),
              f.optionalText("staff"),
              f.optionalInteger("waited_s"));
      case "PapersTaken" ->
          new PapersTaken(
              ticket(f),
              f.text("stage"),
              counter(f),
              f.text("why"),
              rule(f),
              f.optionalText("staff"),
              f.optionalInteger("waited_s"));
      case "TicketRecalled" -> new TicketRecalled(ticket(f), f.text("stage"), counter(f));
      case "CallUndone" -> new CallUndone(ticket(f), f.text("stage"), counter(f));
      case "ServiceStarted" ->
          new ServiceStarted(
              ticket(f), f.text("stage"), counter(f), f.time("since"), f.flag("assumed"));
      case "StageFinished" ->
          new StageFinished(
              ticket(f),
              f.text("stage"),
              counter(f),
              f.text("outcome"),
              f.optionalText("staff"),
              f.optionalInteger("took_s"),
              f.optionalText("onward"));
      case "TicketFinished" ->
          new TicketFinished(ticket(f), f.optionalText("how").orElse(TicketFinished.SERVED));
      case "TicketMissed" -> new TicketMissed(ticket(f), f.text("stage"), counter(f));
      case "TicketRequeued" ->
          new TicketRequeued(ticket(f), f.text("stage"), f.text("reason"), order(f));
      case "TicketTransferred" ->
          new TicketTransferred(
              ticket(f),
              f.text("stage"),
              f.text("reason"),
              f.optionalText("from"),
              counterOrNone(f),
              order(f));
      case "TicketHeld" -> new TicketHeld(ticket(f), f.text("stage"), counter(f));
      case "TokenBound" ->
          new TokenBound(ticket(f), f.text("stage"), counter(f), f.text("kind"), f.text("token"));
      case "TokenMatched" ->
          new TokenMatched(ticket(f), f.text("stage"), counter(f), f.text("kind"));
      case "TokenMismatched" ->
          new TokenMismatched(
              ticket(f), f.text("stage"), counter(f), f.text("kind"), f.text("token"));
      case "TokenMissing" ->
          new TokenMissing(ticket(f), f.text("stage"), counter(f), f.text("kind"));
      case "LossSettled" -> new LossSettled(ticket(f), f.text("stage"), counter(f), f.text("kind"));
      case "StandardBroken" -> readStandardBroken(f);
      case "Rated" -> new Rated(ticket(f), f.integer("counter"), f.integer("rating"));
      default ->
          throw new EventFormatException(
              where
                  + " is of a type this firmware does not know;"
                  + " install the firmware that wrote it, or a newer one");
    };
  }

  private static HallClosed readClosed(JsonFields f) {
    List<Overtime> overtime =
        f.has("overtime")
            ? f.objects("overtime", late -> new Overtime(counter(late), late.integer("seconds")))
            : List.of();
    return new HallClosed(f.mark("forced"), overtime);
  }

  private static NoticeIssued readNotice(JsonFields f) {
    return new NoticeIssued(
        f.whole("notice"),
        Notice.Kind.valueOf(f.text("kind").toUpperCase(Locale.ROOT)),
        f.optionalText("ticket").map(TicketId::parse),
        f.text("language"),
        f.words("title"),
        f.wordsList("items"));
  }

  private static TicketIssued readIssued(JsonFields f) {
    return new TicketIssued(
        ticket(f),
        f.text("stage"),
        f.text("service"),
        Route.parse(f.texts("route")),
        f.text("language"),
        f.flag("assist"),
        f.integer("ahead"),
        f.text("reference"),
        readTerms(f));
  }

  private static Terms readTerms(JsonFields f) {
    return new Terms(
        f.optionalText("group"),
        f.optionalText("staff"),
        counterOrNone(f),
        f.has("appointment") ? Optional.of(f.time("appointment")) : Optional.empty(),
        f.has("wait_low_s")
            ? Optional.of(new Expected(f.integer("wait_low_s"), f.integer("wait_high_s")))
            : Optional.empty());
  }

  private static StandardBroken readStandardBroken(JsonFields f) {
    return new StandardBroken(
        ticket(f),
        f.text("stage"),
        counterOrNone(f),
        f.text("kind"),
        f.integer("limit_s"),
        f.integer("over_s"),
        f.optionalText("staff"),
        f.mark("assumed"));
  }

  private static Optional<CallRule> rule(JsonFields f) {
    return f.optionalText("rule")
        .map(word -> CallRule.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static String word(CallRule rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<Long> order(JsonFields f) {
    return f.has("order") ? Optional.of(f.whole("order")) : Optional.empty();
  }

  private static int counterOrNone(JsonFields f) {
    return f.optionalInteger("counter").orElse(0);
  }

  private static TicketId ticket(JsonFields f) {
    return TicketId.parse(f.text("ticket"));
  }

  private static int counter(JsonFields f) {
    return f.integer("counter");
  }
}
