package jiaohao.journal;

import java.time.OffsetDateTime;
import jiaohao.hall.Expected;
import jiaohao.hall.Leg;
import jiaohao.hall.Pace;
import jiaohao.hall.Route;
import jiaohao.hall.Terms;
import jiaohao.hall.Ticket;
import jiaohao.hall.Tree;

/** A ticket in a snapshot, with the legs of its visit. */
final class TicketJson {
  private TicketJson() {}

  static void write(JsonLine line, Ticket ticket) {
    line.text("ticket", ticket.id().toString())
        .text("service", ticket.service())
        .texts("route", ticket.route().words())
        .text("language", ticket.language())
        .flag("assist", ticket.assist())
        .number("ahead", ticket.ahead())
        .text("reference", ticket.reference())
        .time("issued_at", ticket.issuedAt())
        .number("serial", ticket.serial())
        .text("paper", ticket.paper().name())
        .object("terms", () -> writeTerms(line, ticket.terms()));
    ticket.forecast().ifPresent(guess -> writeForecast(line, guess));
    ticket.owner().ifPresent(owner -> line.object("owner", () -> writeOwner(line, owner)));
    line.objects(
            "tokens",
            ticket.tokens().entries(),
            entry -> line.text("kind", entry.getKey()).text("token", entry.getValue()))
        .text("onward", ticket.onward())
        .objects("legs", ticket.legs(), leg -> writeLeg(line, leg));
  }

  static Ticket read(JsonFields ticket) {
    return new Ticket(
        readIssue(ticket),
        Ticket.Paper.valueOf(ticket.text("paper")),
        ticket.optional("owner", key -> readOwner(ticket.object(key))),
        readTokens(ticket),
        ticket.optionalText("onward"),
        ticket.objects("legs", TicketJson::readLeg));
  }

  private static Ticket.Issue readIssue(JsonFields ticket) {
    return new Ticket.Issue(
        SpotsJson.ticket(ticket),
        ticket.text("service"),
        Route.parse(ticket.texts("route")),
        ticket.text("language"),
        ticket.flag("assist"),
        ticket.integer("ahead"),
        ticket.text("reference"),
        ticket.time("issued_at"),
        ticket.whole("serial"),
        readTerms(ticket.object("terms")),
        ticket.optional("forecast_s", key -> readForecast(ticket)));
  }

  private static void writeTerms(JsonLine line, Terms terms) {
    line.text("group", terms.group())
        .text("staff", terms.staff())
        .number("counter", terms.counter());
    terms.appointment().ifPresent(at -> line.time("appointment", at));
    terms
        .expected()
        .ifPresent(wait ->
            line.number("wait_low_s", wait.lowSeconds()).number("wait_high_s", wait.highSeconds()));
    line.text("order", terms.order()).text("satellite", terms.satellite());
  }

  private static Terms readTerms(JsonFields terms) {
    return new Terms(
        terms.optionalText("group"),
        terms.optionalText("staff"),
        terms.integer("counter"),
        terms.optional("appointment", terms::time),
        terms.optional(
            "wait_low_s", low -> new Expected(terms.integer(low), terms.integer("wait_high_s"))),
        terms.optionalText("order"),
        terms.optionalText("satellite"));
  }

  private static void writeForecast(JsonLine line, Pace.Forecast forecast) {
    line.number("forecast_s", forecast.seconds())
        .number("forecast_spread_s", forecast.spreadSeconds());
  }

  private static Pace.Forecast readForecast(JsonFields ticket) {
    return new Pace.Forecast(ticket.integer("forecast_s"), ticket.integer("forecast_spread_s"));
  }

  private static void writeOwner(JsonLine line, Ticket.Owner owner) {
    line.number("counter", owner.counter()).text("staff", owner.staff());
  }

  private static Ticket.Owner readOwner(JsonFields owner) {
    return new Ticket.Owner(owner.integer("counter"), owner.optionalText("staff"));
  }

  private static Tree<String, String> readTokens(JsonFields ticket) {
    return SnapshotJson.tree(
        ticket, "tokens", entry -> entry.text("kind"), entry -> entry.text("token"));
  }

  private static void writeLeg(JsonLine line, Leg leg) {
    line.text("stage", leg.stage())
        .text("lane", leg.lane())
        .flag("silent", leg.silent())
        .object("spot", () -> writeSpot(line, leg.spot()))
        .object("timing", () -> writeTiming(line, leg.timing()))
        .number("calls", leg.calls())
        .number("misses", leg.misses())
        .flag("matched", leg.matched());
  }

  private static Leg readLeg(JsonFields leg) {
    return new Leg(
        leg.text("stage"),
        leg.text("lane"),
        leg.flag("silent"),
        readSpot(leg.object("spot")),
        readTiming(leg.object("timing")),
        leg.integer("calls"),
        leg.integer("misses"),
        leg.flag("matched"));
  }

  private static void writeSpot(JsonLine line, Leg.Spot spot) {
    line.text("status", spot.status().name())
        .text("before", spot.before().name())
        .number("counter", spot.counter());
    SpotsJson.writePlace(line, spot.place());
    line.number("aside", spot.aside())
        .number("aside_at", spot.asideAt())
        .number("back_at", spot.backAt());
    if (spot.calledAt() != null) {
      line.time("called_at", spot.calledAt());
    }
  }

  private static Leg.Spot readSpot(JsonFields spot) {
    OffsetDateTime calledAt = spot.has("called_at") ? spot.time("called_at") : null;
    return new Leg.Spot(
        Ticket.Status.valueOf(spot.text("status")),
        Ticket.Status.valueOf(spot.text("before")),
        spot.integer("counter"),
        SpotsJson.readPlace(spot),
        spot.whole("aside"),
        spot.integer("aside_at"),
        spot.whole("back_at"),
        calledAt);
  }

  private static void writeTiming(JsonLine line, Leg.Timing timing) {
    line.number("waiting_since", timing.waitingSince())
        .number("wait_within_s", timing.waitLimitSeconds())
        .flag("wait_over", timing.waitOver())
        .number("served_since", timing.servedSince())
        .number("serve_within_s", timing.limitSeconds())
        .number("spent_ms", timing.spentMillis());
  }

  private static Leg.Timing readTiming(JsonFields timing) {
    return new Leg.Timing(
        timing.whole("waiting_since"),
        timing.integer("wait_within_s"),
        timing.flag("wait_over"),
        timing.whole("served_since"),
        timing.integer("serve_within_s"),
        timing.whole("spent_ms"));
  }
}
