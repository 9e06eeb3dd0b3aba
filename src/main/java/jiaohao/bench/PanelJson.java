package jiaohao.bench;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jiaohao.hall.Desk;
import jiaohao.hall.Event;
import jiaohao.hall.Leg;
import jiaohao.hall.Plan;
import jiaohao.hall.Standards;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Tree;
import jiaohao.health.Fault;
import jiaohao.kiosk.Kiosk;
import jiaohao.web.Json;

/** What goes on in the hall: all that changes on the page and is not a device's own affair. */
final class PanelJson {
  private final JsonWriter json;
  private final State state;

  private PanelJson(JsonWriter json, State state) {
    this.json = json;
    this.state = state;
  }

  static String of(Bench bench) {
    Kiosk kiosk = bench.firmware().kiosk();
    return Json.of(json -> new PanelJson(json, kiosk.state()).write(bench, kiosk));
  }

  private void write(Bench bench, Kiosk kiosk) throws IOException {
    json.beginObject();
    json.name("run").value(bench.run());
    json.name("ready").value(kiosk.ready().isDone());
    json.name("day").value(state.day().map(Object::toString).orElse(null));
    json.name("seq").value(kiosk.lastSeq());
    json.name("closed").value(state.closed());
    json.name("suspended").value(state.stopwatch().suspended());
    json.name("break").value(state.stopwatch().onBreak());
    wish(state.wish().at(bench.devices().clock().wall()));
    waiting(bench.plan().stages());
    aside();
    counters(bench.plan().counters(), signs(kiosk));
    faults(kiosk.faults());
    json.name("injected").beginObject();
    json.name("printer").value(bench.devices().printerFault());
    json.name("board").value(bench.devices().boardFault());
    json.endObject();
    json.endObject();
  }

  private void wish(State.Wish wish) throws IOException {
    json.name("wish").beginObject();
    json.name("language").value(wish.language().orElse(null));
    json.name("assist").value(wish.assist());
    json.endObject();
  }

  private void waiting(List<Plan.Stage> stages) throws IOException {
    json.name("waiting").beginArray();
    for (Plan.Stage stage : stages) {
      json.beginObject();
      json.name("stage").value(stage.id());
      numbers("numbers", state.queue(stage.id()));
      json.endObject();
    }
    json.endArray();
  }

  /** Who is nowhere in the hall: out for a while, or not to come before later. */
  private void aside() throws IOException {
    List<String> away =
        state.tickets().values().stream()
            .filter(ticket ->
                ticket.legs().stream().anyMatch(leg -> leg.status() == Ticket.Status.AWAY))
            .map(Ticket::number)
            .toList();
    json.name("away");
    Json.strings(json, away);
    json.name("booked");
    Json.strings(
        json, state.bookings().values().stream().map(stop -> stop.ticket().number()).toList());
  }

  private Map<Integer, Standards.Sign> signs(Kiosk kiosk) {
    return Standards.signs(state, kiosk.wall()).stream()
        .collect(Collectors.toMap(Standards.Sign::counter, Function.identity()));
  }

  private void counters(List<Plan.Counter> counters, Map<Integer, Standards.Sign> signs)
      throws IOException {
    json.name("counters").beginArray();
    for (Plan.Counter counter : counters) {
      Desk desk = state.desk(counter.number());
      json.beginObject();
      json.name("number").value(counter.number());
      json.name("paused").value(desk.paused());
      json.name("staff").value(desk.staff().orElse(null));
      inHand(counter.number());
      sign(Optional.ofNullable(signs.get(counter.number())));
      numbers("held", desk.held());
      numbers("missed", desk.missed());
      json.endObject();
    }
    json.endArray();
  }

  private void inHand(int counter) throws IOException {
    Optional<Ticket> ticket = state.inHand(counter);
    Optional<Leg> leg = ticket.flatMap(it -> it.legAt(counter));
    if (leg.isPresent()) {
      json.name("ticket").value(ticket.orElseThrow().number());
      json.name("status").value(leg.get().status() == Ticket.Status.SERVING ? "serving" : "called");
      json.name("service").value(ticket.orElseThrow().service());
      json.name("stage").value(leg.get().stage());
      json.name("silent").value(leg.get().silent());
    }
  }

  private void sign(Optional<Standards.Sign> sign) throws IOException {
    if (sign.isPresent()) {
      json.name("sign").beginObject();
      json.name("spent_s").value(sign.get().spentSeconds());
      json.name("limit_s").value(sign.get().limit());
      json.name("broken").value(sign.get().broken());
      json.endObject();
    }
  }

  private void numbers(String name, Tree<?, TicketId> tickets) throws IOException {
    json.name(name);
    Json.strings(json, tickets.values().stream().map(TicketId::number).toList());
  }

  private void faults(List<Event.FaultRaised> faults) throws IOException {
    json.name("faults").beginArray();
    for (Event.FaultRaised raised : faults) {
      json.beginObject();
      json.name("device").value(raised.device());
      json.name("fault").value(raised.fault());
      json.name("stops").value(raised.stops());
      json.name("remedy");
      Json.text(json, remedy(raised));
      json.endObject();
    }
    json.endArray();
  }

  private static Text remedy(Event.FaultRaised raised) {
    return Fault.of(raised.device(), raised.fault())
        .map(fault -> Text.of(fault.remedy("zh"), fault.remedy("en")))
        .orElse(Text.same(raised.fault()));
  }
}
