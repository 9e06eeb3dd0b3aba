package jiaohao.bench;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.Desk;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Text;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Tree;
import jiaohao.health.Fault;
import jiaohao.kiosk.Kiosk;

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
    wish(state.wish().at(bench.devices().clock().wall()));
    waiting(bench.plan().stages());
    counters(bench.plan().counters());
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

  private void counters(List<Plan.Counter> counters) throws IOException {
    json.name("counters").beginArray();
    for (Plan.Counter counter : counters) {
      Desk desk = state.desk(counter.number());
      json.beginObject();
      json.name("number").value(counter.number());
      json.name("paused").value(desk.paused());
      inHand(state.inHand(counter.number()));
      numbers("held", desk.held());
      numbers("missed", desk.missed());
      json.endObject();
    }
    json.endArray();
  }

  private void inHand(Optional<Ticket> ticket) throws IOException {
    if (ticket.isPresent()) {
      json.name("ticket").value(ticket.get().number());
      json.name("status")
          .value(ticket.get().status() == Ticket.Status.SERVING ? "serving" : "called");
      json.name("service").value(ticket.get().service());
      json.name("stage").value(ticket.get().stage());
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
