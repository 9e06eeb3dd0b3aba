package jiaohao.kiosk;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import jiaohao.hall.Command;
import jiaohao.hall.Satellites;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;

/**
 * What a satellite asks of the hall's own box, as requests on {@code jiaohao.HALL.press} spell it:
 * one JSON object each, with "id", "from" and "do".
 */
final class AfarJson {
  private AfarJson() {}

  /** Asks for nothing but an answer. */
  static JsonObject ping() {
    return object("ping");
  }

  /** A press, with what was chosen before it. */
  static JsonObject press(Command.Press press, State.Wish wish) {
    JsonObject json = object("press");
    json.addProperty("verb", press.verb().toString());
    json.addProperty("reference", press.reference());
    wish.language().ifPresent(code -> json.addProperty("language", code));
    json.addProperty("assist", wish.assist());
    wish.group().ifPresent(group -> json.addProperty("group", group));
    wish.staff().ifPresent(staff -> json.addProperty("staff", staff));
    return json;
  }

  /** What a device has learned; empty for what is of no interest elsewhere. */
  static Optional<JsonObject> learned(Command command) {
    return Optional.ofNullable(
        switch (command) {
          case Command.SlipDone done -> {
            JsonObject json = object("slip-done");
            json.addProperty("ticket", done.ticket().toString());
            json.addProperty("tier", done.tier());
            json.addProperty("reprint", done.reprint());
            yield json;
          }
          case Command.SlipLost lost -> {
            JsonObject json = object("slip-lost");
            json.addProperty("ticket", lost.ticket().toString());
            json.addProperty("reason", lost.reason());
            yield json;
          }
          case Command.RaiseFault fault -> {
            JsonObject json = fault("fault", fault.device(), fault.fault());
            json.addProperty("stops", fault.stops());
            yield json;
          }
          case Command.ClearFault fault -> fault("fault-cleared", fault.device(), fault.fault());
          default -> null;
        });
  }

  private static JsonObject fault(String what, String device, String fault) {
    JsonObject json = object(what);
    json.addProperty("device", device);
    json.addProperty("fault", fault);
    return json;
  }

  private static JsonObject object(String what) {
    JsonObject json = new JsonObject();
    json.addProperty("do", what);
    return json;
  }

  /**
   * What is to be decided; empty for a ping.
   *
   * @param now for the age of what was chosen
   * @throws RuntimeException when it is nothing that a satellite asks
   */
  static Optional<Command> command(String satellite, JsonObject json, Instant now) {
    return switch (json.get("do").getAsString()) {
      case "ping" -> Optional.empty();
      case "press" -> Optional.of(afar(satellite, json, now));
      case "slip-done" ->
          Optional.of(
              new Command.SlipDone(
                  ticket(json), text(json, "tier"), json.get("reprint").getAsBoolean()));
      case "slip-lost" -> Optional.of(new Command.SlipLost(ticket(json), text(json, "reason")));
      case "fault" ->
          Optional.of(
              new Command.RaiseFault(
                  device(satellite, json), text(json, "fault"), json.get("stops").getAsBoolean()));
      case "fault-cleared" ->
          Optional.of(new Command.ClearFault(device(satellite, json), text(json, "fault")));
      default -> throw new IllegalArgumentException("no satellite asks for this");
    };
  }

  private static Command.Afar afar(String satellite, JsonObject json, Instant now) {
    State.Wish wish =
        new State.Wish(
            word(json, "language"),
            json.get("assist").getAsBoolean(),
            word(json, "group"),
            word(json, "staff"),
            now);
    Command.Press press =
        new Command.Press(Verb.parse(text(json, "verb")), text(json, "reference"));
    return new Command.Afar(satellite, press, wish);
  }

  private static String device(String satellite, JsonObject json) {
    return Satellites.device(satellite, text(json, "device"));
  }

  private static TicketId ticket(JsonObject json) {
    return TicketId.parse(text(json, "ticket"));
  }

  static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static Optional<String> word(JsonObject json, String name) {
    return json.has(name) ? Optional.of(text(json, name)) : Optional.empty();
  }
}
