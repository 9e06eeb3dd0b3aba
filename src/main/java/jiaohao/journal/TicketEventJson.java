package jiaohao.journal;

import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.CallRule;
import jiaohao.hall.Event;
import jiaohao.hall.Expected;
import jiaohao.hall.Route;
import jiaohao.hall.Terms;
import jiaohao.hall.TicketId;

/** The events of a ticket, as {@link EventJson} spells them. */
final class TicketEventJson {
  private TicketEventJson() {}

  static String type(Event.OfTicket event) {
    return switch (event) {
      case Event.CallUndone _ -> "CallUndone";
      case Event.LossSettled _ -> "LossSettled";
      case Event.PapersTaken _ -> "PapersTaken";
      case Event.Rated _ -> "Rated";
      case Event.ServiceStarted _ -> "ServiceStarted";
      case Event.SlipFailed _ -> "SlipFailed";
      case Event.SlipPrinted _ -> "SlipPrinted";
      case Event.StageFinished _ -> "StageFinished";
      case Event.StandardBroken _ -> "StandardBroken";
      case Event.TicketCalled _ -> "TicketCalled";
      case Event.TicketFinished _ -> "TicketFinished";
      case Event.TicketHeld _ -> "TicketHeld";
      case Event.TicketIssued _ -> "TicketIssued";
      case Event.TicketMissed _ -> "TicketMissed";
      case Event.TicketRecalled _ -> "TicketRecalled";
      case Event.TicketRequeued _ -> "TicketRequeued";
      case Event.TicketTransferred _ -> "TicketTransferred";
      case Event.TicketVoided _ -> "TicketVoided";
      case Event.TokenBound _ -> "TokenBound";
      case Event.TokenMatched _ -> "TokenMatched";
      case Event.TokenMismatched _ -> "TokenMismatched";
      case Event.TokenMissing _ -> "TokenMissing";
    };
  }

  /** Adds everything of an event but its type. */
  static JsonLine write(JsonLine line, Event.OfTicket event) {
    writeTicket(line, event.ticket());
    return switch (event) {
      case Event.CallUndone e -> writeSpot(line, e.stage(), e.counter());
      case Event.LossSettled e -> writeSpot(line, e.stage(), e.counter()).text("kind", e.kind());
      case Event.Rated e -> line.number("counter", e.counter()).number("rating", e.rating());
      case Event.ServiceStarted e ->
          writeSpot(line, e.stage(), e.counter())
              .time("since", e.since())
              .flag("assumed", e.assumed());
      case Event.SlipFailed e -> line.text("reason", e.reason());
      case Event.SlipPrinted e -> line.text("tier", e.tier()).flag("reprint", e.reprint());
      case Event.StageFinished e -> writeStageFinished(line, e);
      case Event.StandardBroken e -> writeStandardBroken(line, e);
      case Event.TicketFinished e -> writeFinished(line, e);
      case Event.TicketHeld e -> writeSpot(line, e.stage(), e.counter());
      case Event.TicketIssued e -> writeIssued(line, e);
      case Event.TicketMissed e -> writeSpot(line, e.stage(), e.counter());
      case Event.TicketRecalled e -> writeSpot(line, e.stage(), e.counter());
      case Event.TicketRequeued e -> writeRequeued(line, e);
      case Event.TicketTransferred e -> writeTransferred(line, e);
      case Event.TicketVoided e -> line.text("reason", e.reason());
      case Event.TokenBound e ->
          writeSpot(line, e.stage(), e.counter()).text("kind", e.kind()).text("token", e.token());
      case Event.TokenMatched e -> writeSpot(line, e.stage(), e.counter()).text("kind", e.kind());
      case Event.TokenMismatched e ->
          writeSpot(line, e.stage(), e.counter()).text("kind", e.kind()).text("token", e.token());
      case Event.TokenMissing e -> writeSpot(line, e.stage(), e.counter()).text("kind", e.kind());
      case Event.ToWindow e -> writeToWindow(line, e);
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
      case "CallUndone" -> new Event.CallUndone(ticket(f), stage(f), counter(f));
      case "LossSettled" -> new Event.LossSettled(ticket(f), stage(f), counter(f), kind(f));
      case "PapersTaken" -> readToWindow(f, Event.PapersTaken::new);
      case "Rated" -> new Event.Rated(ticket(f), counter(f), f.integer("rating"));
      case "ServiceStarted" ->
          new Event.ServiceStarted(
              ticket(f), stage(f), counter(f), f.time("since"), f.flag("assumed"));
      case "SlipFailed" -> new Event.SlipFailed(ticket(f), f.text("reason"));
      case "SlipPrinted" -> new Event.SlipPrinted(ticket(f), f.text("tier"), f.flag("reprint"));
      case "StageFinished" -> readStageFinished(f);
      case "StandardBroken" -> readStandardBroken(f);
      case "TicketCalled" -> readToWindow(f, Event.TicketCalled::new);
      case "TicketFinished" -> readFinished(f);
      case "TicketHeld" -> new Event.TicketHeld(ticket(f), stage(f), counter(f));
      case "TicketIssued" -> readIssued(f);
      case "TicketMissed" -> new Event.TicketMissed(ticket(f), stage(f), counter(f));
      case "TicketRecalled" -> new Event.TicketRecalled(ticket(f), stage(f), counter(f));
      case "TicketRequeued" -> readRequeued(f);
      case "TicketTransferred" -> readTransferred(f);
      case "TicketVoided" -> new Event.TicketVoided(ticket(f), f.text("reason"));
      case "TokenBound" ->
          new Event.TokenBound(ticket(f), stage(f), counter(f), kind(f), f.text("token"));
      case "TokenMatched" -> new Event.TokenMatched(ticket(f), stage(f), counter(f), kind(f));
      case "TokenMismatched" ->
          new Event.TokenMismatched(ticket(f), stage(f), counter(f), kind(f), f.text("token"));
      case "TokenMissing" -> new Event.TokenMissing(ticket(f), stage(f), counter(f), kind(f));
      default ->
          throw new EventFormatException(
              where
                  + " is of a type this firmware does not know;"
                  + " install the firmware that wrote it, or a newer one");
    };
  }

  static JsonLine writeTicket(JsonLine line, TicketId ticket) {
    return line.text("ticket", ticket.toString()).text("number", ticket.number());
  }

  private static TicketId ticket(JsonFields f) {
    return TicketId.parse(f.text("ticket"));
  }

  private static JsonLine writeSpot(JsonLine line, String stage, int counter) {
    return line.text("stage", stage).number("counter", counter);
  }

  private static String stage(JsonFields f) {
    return f.text("stage");
  }

  private static int counter(JsonFields f) {
    return f.integer("counter");
  }

  private static String kind(JsonFields f) {
    return f.text("kind");
  }

  private static JsonLine writeIssued(JsonLine line, Event.TicketIssued issued) {
    Terms terms = issued.terms();
    line.text("stage", issued.stage())
        .numberUnlessZero("counter", terms.counter())
        .text("service", issued.service())
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
    return line.text("order", terms.order()).text("satellite", terms.satellite());
  }

  private static Event.TicketIssued readIssued(JsonFields f) {
    return new Event.TicketIssued(
        ticket(f),
        stage(f),
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
        f.integerOrZero("counter"),
        f.optional("appointment", f::time),
        f.optional("wait_low_s", low -> new Expected(f.integer(low), f.integer("wait_high_s"))),
        f.optionalText("order"),
        f.optionalText("satellite"));
  }

  private static JsonLine writeToWindow(JsonLine line, Event.ToWindow called) {
    return writeSpot(line, called.stage(), called.counter())
        .text("why", called.why())
        .text("rule", called.rule().map(CallRuleJson::word))
        .text("staff", called.staff())
        .number("waited_s", called.waitedSeconds());
  }

  private interface ToWindow {
    Event.ToWindow of(
        TicketId ticket,
        String stage,
        int counter,
        String why,
        Optional<CallRule> rule,
        Optional<String> staff,
        OptionalInt waitedSeconds);
  }

  private static Event.ToWindow readToWindow(JsonFields f, ToWindow event) {
    return event.of(
        ticket(f),
        stage(f),
        counter(f),
        f.text("why"),
        f.optionalText("rule").map(CallRuleJson::rule),
        f.optionalText("staff"),
        f.optionalInteger("waited_s"));
  }

  private static JsonLine writeStageFinished(JsonLine line, Event.StageFinished finished) {
    return writeSpot(line, finished.stage(), finished.counter())
        .text("outcome", finished.outcome())
        .text("staff", finished.staff())
        .number("took_s", finished.tookSeconds())
        .text("onward", finished.onward());
  }

  private static Event.StageFinished readStageFinished(JsonFields f) {
    return new Event.StageFinished(
        ticket(f),
        stage(f),
        counter(f),
        f.text("outcome"),
        f.optionalText("staff"),
        f.optionalInteger("took_s"),
        f.optionalText("onward"));
  }

  /** That it was served goes without saying. */
  private static JsonLine writeFinished(JsonLine line, Event.TicketFinished finished) {
    boolean served = finished.how().equals(Event.TicketFinished.SERVED);
    return served ? line : line.text("how", finished.how());
  }

  private static Event.TicketFinished readFinished(JsonFields f) {
    return new Event.TicketFinished(
        ticket(f), f.optionalText("how").orElse(Event.TicketFinished.SERVED));
  }

  private static JsonLine writeRequeued(JsonLine line, Event.TicketRequeued queued) {
    line.text("stage", queued.stage()).text("reason", queued.reason());
    queued.order().ifPresent(order -> line.number("order", order));
    return line;
  }

  private static Event.TicketRequeued readRequeued(JsonFields f) {
    return new Event.TicketRequeued(
        ticket(f), stage(f), f.text("reason"), f.optional("order", f::whole));
  }

  private static JsonLine writeTransferred(JsonLine line, Event.TicketTransferred moved) {
    line.text("stage", moved.stage())
        .numberUnlessZero("counter", moved.counter())
        .text("reason", moved.reason())
        .text("from", moved.from());
    moved.order().ifPresent(order -> line.number("order", order));
    return line;
  }

  private static Event.TicketTransferred readTransferred(JsonFields f) {
    return new Event.TicketTransferred(
        ticket(f),
        stage(f),
        f.text("reason"),
        f.optionalText("from"),
        f.integerOrZero("counter"),
        f.optional("order", f::whole));
  }

  /** Whoever waits too long waits at no counter. */
  private static JsonLine writeStandardBroken(JsonLine line, Event.StandardBroken broken) {
    return line.text("stage", broken.stage())
        .numberUnlessZero("counter", broken.counter())
        .text("kind", broken.kind())
        .number("limit_s", broken.limitSeconds())
        .number("over_s", broken.overSeconds())
        .text("staff", broken.staff())
        .mark("assumed", broken.assumed());
  }

  private static Event.StandardBroken readStandardBroken(JsonFields f) {
    return new Event.StandardBroken(
        ticket(f),
        stage(f),
        f.integerOrZero("counter"),
        kind(f),
        f.integer("limit_s"),
        f.integer("over_s"),
        f.optionalText("staff"),
        f.mark("assumed"));
  }
}
