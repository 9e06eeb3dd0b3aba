package jiaohao.journal;

import java.util.List;
import jiaohao.hall.Event;
import jiaohao.hall.Notice;
import jiaohao.hall.TicketId;

/**
 * The events of the hall, its windows and its devices, as {@link EventJson} spells them; those of a
 * ticket are told by {@link TicketEventJson}. Names and keys are spelled out rather than taken from
 * the classes: those may be renamed, the format not.
 */
final class HallEventJson {
  private HallEventJson() {}

  static String type(Event event) {
    return switch (event) {
      case Event.AssistChosen _ -> "AssistChosen";
      case Event.BreakEnded _ -> "BreakEnded";
      case Event.NumbersEnded _ -> "NumbersEnded";
      case Event.BreakStarted _ -> "BreakStarted";
      case Event.ClockSuspect _ -> "ClockSuspect";
      case Event.CounterPaused _ -> "CounterPaused";
      case Event.CounterResumed _ -> "CounterResumed";
      case Event.DayStarted _ -> "DayStarted";
      case Event.FaultCleared _ -> "FaultCleared";
      case Event.FaultRaised _ -> "FaultRaised";
      case Event.GroupChosen _ -> "GroupChosen";
      case Event.HallAdopted _ -> "HallAdopted";
      case Event.HallClosed _ -> "HallClosed";
      case Event.HallResumed _ -> "HallResumed";
      case Event.HallSuspended _ -> "HallSuspended";
      case Event.JournalStarted _ -> "JournalStarted";
      case Event.KioskStarted _ -> "KioskStarted";
      case Event.KioskStopped _ -> "KioskStopped";
      case Event.LanguageChosen _ -> "LanguageChosen";
      case Event.NoticeFailed _ -> "NoticeFailed";
      case Event.NoticeIssued _ -> "NoticeIssued";
      case Event.NoticePosted _ -> "NoticePosted";
      case Event.NoticePrinted _ -> "NoticePrinted";
      case Event.OrderTaken _ -> "OrderTaken";
      case Event.StaffChosen _ -> "StaffChosen";
      case Event.StaffSignedOff _ -> "StaffSignedOff";
      case Event.StaffSignedOn _ -> "StaffSignedOn";
      case Event.SupervisorAlarmed _ -> "SupervisorAlarmed";
      case Event.SupervisorCalled _ -> "SupervisorCalled";
      case Event.TimeExcluded _ -> "TimeExcluded";
      case Event.WaitApologized _ -> "WaitApologized";
      case Event.WriterChanged _ -> "WriterChanged";
      case Event.OfTicket e -> TicketEventJson.type(e);
    };
  }

  /** Adds everything of an event but its type. */
  static JsonLine write(JsonLine line, Event event) {
    return switch (event) {
      case Event.AssistChosen _ -> line;
      case Event.BreakEnded _ -> line;
      case Event.NumbersEnded _ -> line;
      case Event.BreakStarted _ -> line;
      case Event.ClockSuspect e ->
          line.text("reason", e.reason()).time("journal_at", e.journalAt());
      case Event.CounterPaused e -> line.number("counter", e.counter());
      case Event.CounterResumed e -> line.number("counter", e.counter());
      case Event.DayStarted e -> line.day("started", e.started()).flag("late", e.late());
      case Event.FaultCleared e -> line.text("device", e.device()).text("fault", e.fault());
      case Event.FaultRaised e ->
          line.text("device", e.device()).text("fault", e.fault()).flag("stops", e.stops());
      case Event.GroupChosen e -> line.text("group", e.group());
      case Event.HallAdopted e ->
          line.object("plan", () -> PlanJson.write(line, e.plan()))
              .text("source", e.source())
              .mark("ordered", e.ordered());
      case Event.HallClosed e -> writeClosed(line, e);
      case Event.HallResumed _ -> line;
      case Event.HallSuspended _ -> line;
      case Event.JournalStarted e -> line.text("version", e.version());
      case Event.KioskStarted e -> line.text("version", e.version()).flag("unclean", e.unclean());
      case Event.KioskStopped _ -> line;
      case Event.LanguageChosen e -> line.text("language", e.language());
      case Event.NoticeFailed e -> line.number("notice", e.notice()).text("reason", e.reason());
      case Event.NoticeIssued e -> writeNotice(line, e);
      case Event.NoticePosted e -> line.words("words", e.words()).time("until", e.until());
      case Event.NoticePrinted e -> line.number("notice", e.notice()).text("tier", e.tier());
      case Event.OrderTaken e ->
          line.text("order", e.order()).text("by", e.by()).text("what", e.what());
      case Event.StaffChosen e -> line.text("staff", e.staff());
      case Event.StaffSignedOff e -> line.number("counter", e.counter()).text("staff", e.staff());
      case Event.StaffSignedOn e -> line.number("counter", e.counter()).text("staff", e.staff());
      case Event.SupervisorAlarmed e -> writeAlarm(line, e);
      case Event.SupervisorCalled e -> line.number("counter", e.counter());
      case Event.TimeExcluded e -> line.text("reason", e.reason()).number("ms", e.millis());
      case Event.WaitApologized e ->
          line.text("stage", e.stage())
              .number("waiting", e.waiting())
              .number("longest_s", e.longestSeconds());
      case Event.WriterChanged e -> line.text("writer", e.writer()).number("margin", e.margin());
      case Event.OfTicket e -> TicketEventJson.write(line, e);
    };
  }

  /**
   * The event of a type.
   *
   * @param where it stands, for people
   * @throws EventFormatException when there is no such type
   */
  static Event read(String type, JsonFields f, String where) {
    return switch (type) {
      case "AssistChosen" -> new Event.AssistChosen();
      case "BreakEnded" -> new Event.BreakEnded();
      case "NumbersEnded" -> new Event.NumbersEnded();
      case "BreakStarted" -> new Event.BreakStarted();
      case "ClockSuspect" -> new Event.ClockSuspect(f.text("reason"), f.time("journal_at"));
      case "CounterPaused" -> new Event.CounterPaused(f.integer("counter"));
      case "CounterResumed" -> new Event.CounterResumed(f.integer("counter"));
      case "DayStarted" -> new Event.DayStarted(f.day("started"), f.flag("late"));
      case "FaultCleared" -> new Event.FaultCleared(f.text("device"), f.text("fault"));
      case "FaultRaised" ->
          new Event.FaultRaised(f.text("device"), f.text("fault"), f.flag("stops"));
      case "GroupChosen" -> new Event.GroupChosen(f.text("group"));
      case "HallAdopted" ->
          new Event.HallAdopted(
              PlanJson.read(f.object("plan")), f.text("source"), f.mark("ordered"));
      case "HallClosed" -> readClosed(f);
      case "HallResumed" -> new Event.HallResumed();
      case "HallSuspended" -> new Event.HallSuspended();
      case "JournalStarted" -> new Event.JournalStarted(f.text("version"));
      case "KioskStarted" -> new Event.KioskStarted(f.text("version"), f.flag("unclean"));
      case "KioskStopped" -> new Event.KioskStopped();
      case "LanguageChosen" -> new Event.LanguageChosen(f.text("language"));
      case "NoticeFailed" -> new Event.NoticeFailed(f.whole("notice"), f.text("reason"));
      case "NoticeIssued" -> readNotice(f);
      case "NoticePosted" -> new Event.NoticePosted(f.words("words"), f.time("until"));
      case "OrderTaken" -> new Event.OrderTaken(f.text("order"), f.text("by"), f.text("what"));
      case "NoticePrinted" -> new Event.NoticePrinted(f.whole("notice"), f.text("tier"));
      case "StaffChosen" -> new Event.StaffChosen(f.text("staff"));
      case "StaffSignedOff" -> new Event.StaffSignedOff(f.integer("counter"), f.text("staff"));
      case "StaffSignedOn" -> new Event.StaffSignedOn(f.integer("counter"), f.text("staff"));
      case "SupervisorAlarmed" -> readAlarm(f);
      case "SupervisorCalled" -> new Event.SupervisorCalled(f.integer("counter"));
      case "TimeExcluded" -> new Event.TimeExcluded(f.text("reason"), f.whole("ms"));
      case "WaitApologized" ->
          new Event.WaitApologized(f.text("stage"), f.integer("waiting"), f.integer("longest_s"));
      case "WriterChanged" -> new Event.WriterChanged(f.text("writer"), f.integer("margin"));
      default -> TicketEventJson.read(type, f, where);
    };
  }

  /** A closing as it should be is told without a word more. */
  private static JsonLine writeClosed(JsonLine line, Event.HallClosed closed) {
    line.mark("forced", closed.forced());
    return closed.overtime().isEmpty()
        ? line
        : line.objects(
            "overtime",
            closed.overtime(),
            late -> line.number("counter", late.counter()).number("late_s", late.seconds()));
  }

  private static Event.HallClosed readClosed(JsonFields f) {
    List<Event.Overtime> overtime =
        f.has("overtime")
            ? f.objects(
                "overtime",
                late -> new Event.Overtime(late.integer("counter"), late.integer("late_s")))
            : List.of();
    return new Event.HallClosed(f.mark("forced"), overtime);
  }

  /** No stage, and counter 0, are left out. */
  private static JsonLine writeAlarm(JsonLine line, Event.SupervisorAlarmed alarm) {
    if (!alarm.stage().isEmpty()) {
      line.text("stage", alarm.stage());
    }
    return line.numberUnlessZero("counter", alarm.counter()).text("reason", alarm.reason());
  }

  private static Event.SupervisorAlarmed readAlarm(JsonFields f) {
    return new Event.SupervisorAlarmed(
        f.text("reason"), f.optionalText("stage").orElse(""), f.integerOrZero("counter"));
  }

  private static JsonLine writeNotice(JsonLine line, Event.NoticeIssued notice) {
    notice.ticket().ifPresent(ticket -> TicketEventJson.writeTicket(line, ticket));
    return line.number("notice", notice.notice())
        .text("kind", word(notice.kind()))
        .text("language", notice.language())
        .words("title", notice.title())
        .wordsList("items", notice.items());
  }

  private static Event.NoticeIssued readNotice(JsonFields f) {
    return new Event.NoticeIssued(
        f.whole("notice"),
        kind(f.text("kind")),
        f.optionalText("ticket").map(TicketId::parse),
        f.text("language"),
        f.words("title"),
        f.wordsList("items"));
  }

  private static String word(Notice.Kind kind) {
    return switch (kind) {
      case AFTERWARDS -> "afterwards";
      case MISSING -> "missing";
      case CLOSING -> "closing";
      case SLIP -> "slip";
      case SELF_TEST -> "self-test";
    };
  }

  private static Notice.Kind kind(String word) {
    return switch (word) {
      case "afterwards" -> Notice.Kind.AFTERWARDS;
      case "missing" -> Notice.Kind.MISSING;
      case "closing" -> Notice.Kind.CLOSING;
      case "slip" -> Notice.Kind.SLIP;
      case "self-test" -> Notice.Kind.SELF_TEST;
      default -> throw new IllegalArgumentException("\"kind\" is \"" + word + "\"");
    };
  }
}
