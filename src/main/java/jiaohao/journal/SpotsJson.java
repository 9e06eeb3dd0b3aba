package jiaohao.journal;

import java.util.Map;
import jiaohao.hall.Desk;
import jiaohao.hall.Line;
import jiaohao.hall.Pace;
import jiaohao.hall.Place;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;
import jiaohao.hall.Tree;

/** Lines, windows and what falls due: the parts of a snapshot that tell where tickets are. */
final class SpotsJson {
  private SpotsJson() {}

  static TicketId ticket(JsonFields fields) {
    return TicketId.parse(fields.text("ticket"));
  }

  static void writeLine(JsonLine json, Map.Entry<String, Line> entry) {
    Line line = entry.getValue();
    json.text("stage", entry.getKey());
    writePlaces(json, "all", line.all());
    json.objects(
        "lanes",
        line.lanes().entries(),
        lane -> writePlaces(json.text("lane", lane.getKey()), "waiting", lane.getValue()));
    json.number("streak", line.streak()).number("calls", line.calls());
    writePlaces(json, "returning", line.returning());
  }

  static Line readLine(JsonFields line) {
    return new Line(
        readPlaces(line, "all"),
        SnapshotJson.tree(
            line, "lanes", lane -> lane.text("lane"), lane -> readPlaces(lane, "waiting")),
        line.integer("streak"),
        line.whole("calls"),
        readPlaces(line, "returning"));
  }

  static void writeDesk(JsonLine line, Desk desk) {
    line.number("counter", desk.counter())
        .flag("paused", desk.paused())
        .text("staff", desk.staff())
        .text("in_hand", desk.inHand().map(TicketId::toString))
        .number("call_serial", desk.callSerial());
    writeAside(line, "held", desk.held());
    writeAside(line, "missed", desk.missed());
    Desk.Before before = desk.turns().before();
    writeCredits(line, "credits", desk.turns().credits());
    writeCredits(line, "credits_before", before.credits());
    line.number("streak_before", before.streak())
        .flag("in_turn", before.inTurn())
        .text("last_finished", desk.last().ticket().map(TicketId::toString));
    desk.last().at().ifPresent(at -> line.time("last_finished_at", at));
    line.text("why", desk.turns().why());
    desk.askedAt().ifPresent(at -> line.time("asked_at", at));
  }

  static Desk readDesk(JsonFields desk) {
    return new Desk(
        desk.integer("counter"),
        desk.flag("paused"),
        desk.optionalText("staff"),
        desk.optionalText("in_hand").map(TicketId::parse),
        new Desk.Aside(readAside(desk, "held"), readAside(desk, "missed")),
        readTurns(desk),
        new Desk.Last(
            desk.optionalText("last_finished").map(TicketId::parse),
            desk.optional("last_finished_at", desk::time)),
        desk.optional("asked_at", desk::time));
  }

  private static Desk.Turns readTurns(JsonFields desk) {
    return new Desk.Turns(
        desk.whole("call_serial"),
        readCredits(desk, "credits"),
        new Desk.Before(
            readCredits(desk, "credits_before"),
            desk.integer("streak_before"),
            desk.flag("in_turn")),
        desk.text("why"));
  }

  static void writePace(JsonLine line, Map.Entry<String, Pace> entry) {
    Pace pace = entry.getValue();
    line.text("stage", entry.getKey())
        .number("last_call", pace.calledAt())
        .flag("busy", pace.busy())
        .numbers("gaps_s", pace.gapsSeconds())
        .numbers("errors_permille", pace.errorsPermille());
  }

  static Pace readPace(JsonFields pace) {
    return new Pace(
        pace.whole("last_call"),
        pace.flag("busy"),
        pace.integers("gaps_s"),
        pace.integers("errors_permille"));
  }

  private static void writeCredits(JsonLine line, String name, Tree<String, Integer> credits) {
    line.objects(
        name,
        credits.entries(),
        entry -> line.text("stage", entry.getKey()).number("credit", entry.getValue()));
  }

  private static Tree<String, Integer> readCredits(JsonFields desk, String name) {
    return SnapshotJson.tree(
        desk, name, entry -> entry.text("stage"), entry -> entry.integer("credit"));
  }

  /** Tickets by a key of their own: those on hold, missed, or owed a slip. */
  static void writeAside(JsonLine line, String name, Tree<Long, TicketId> tickets) {
    line.objects(
        name,
        tickets.entries(),
        entry -> line.number("key", entry.getKey()).text("ticket", entry.getValue().toString()));
  }

  static Tree<Long, TicketId> readAside(JsonFields fields, String name) {
    return SnapshotJson.tree(fields, name, entry -> entry.whole("key"), SpotsJson::ticket);
  }

  static void writePlace(JsonLine line, Place place) {
    line.number("order", place.order()).number("serial", place.serial());
  }

  static Place readPlace(JsonFields fields) {
    return new Place(fields.whole("order"), fields.whole("serial"));
  }

  private static void writePlaces(JsonLine line, String name, Tree<Place, TicketId> tickets) {
    line.objects(
        name,
        tickets.entries(),
        entry -> {
          writePlace(line, entry.getKey());
          line.text("ticket", entry.getValue().toString());
        });
  }

  private static Tree<Place, TicketId> readPlaces(JsonFields fields, String name) {
    return SnapshotJson.tree(fields, name, SpotsJson::readPlace, SpotsJson::ticket);
  }

  static void writeStops(JsonLine line, String name, Tree<Place, State.Stop> stops) {
    line.objects(
        name,
        stops.entries(),
        entry -> {
          writePlace(line, entry.getKey());
          line.text("ticket", entry.getValue().ticket().toString())
              .text("stage", entry.getValue().stage());
        });
  }

  static Tree<Place, State.Stop> readStops(JsonFields fields, String name) {
    return SnapshotJson.tree(
        fields,
        name,
        SpotsJson::readPlace,
        entry -> new State.Stop(ticket(entry), entry.text("stage")));
  }
}
