package jiaohao.central;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import jiaohao.hall.Leg;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.web.Json;

/**
 * One customer's turn, as that customer may see it on a telephone: the number, how many are before
 * it, which window it is called to; nothing of anybody else, and no name.
 */
record Turn(HallCopy hall, Ticket ticket) {
  /** One JSON object; words in the ticket's own language. */
  String json(Instant now) {
    return Json.object(json -> write(json, now));
  }

  private void write(JsonWriter json, Instant now) throws IOException {
    State state = hall.state();
    String language = ticket.language();
    json.name("language").value(language);
    json.name("hall").value(hall.name(language));
    json.name("number").value(ticket.number());
    json.name("standing").value(standing(state));
    Leg leg = ticket.leg();
    Optional<Plan.Stage> stage =
        state.plan().flatMap(it -> it.stage(leg.stage())).filter(Plan.Stage::announce);
    if (leg.status().inHand()) {
      json.name("window").value(leg.counter());
    }
    if (leg.status() == Ticket.Status.WAITING) {
      json.name("ahead").value(ahead(state, leg));
    }
    if (stage.isPresent()) {
      json.name("stage").value(stage.get().name().in(language));
    }
    json.name("online").value(hall.online(now));
  }

  /** As the page spells it. */
  private String standing(State state) {
    if (state.stopwatch().suspended()) {
      return "suspended";
    }
    Leg leg = ticket.leg();
    boolean papers = leg.silent();
    return switch (leg.status()) {
      case BOOKED -> "booked";
      case WAITING -> papers ? "papers" : "waiting";
      case CALLED -> papers ? "papers" : "called";
      case SERVING -> papers ? "papers" : "serving";
      case HELD -> "held";
      case MISSED -> "missed";
      case AWAY -> "away";
    };
  }

  /** Those who stand before it in its line, whatever rule may call another first. */
  private int ahead(State state, Leg leg) {
    int ahead = 0;
    for (TicketId waiting : state.queue(leg.stage()).values()) {
      if (waiting.equals(ticket.id())) {
        return ahead;
      }
      ahead++;
    }
    return ahead;
  }
}
