package jiaohao.kiosk;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.health.Fault;

/** The hall as pages read it at {@code /api/state}. */
public final class StateJson {
  private StateJson() {}

  /**
   * The state now.
   *
   * @param kiosk whose state, faults and positions
   * @return one JSON object; remedies in the hall's first language
   */
  public static String of(Kiosk kiosk) {
    State state = kiosk.state();
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("day").value(state.day().map(Object::toString).orElse(null));
      waiting(json.name("waiting"), state);
      serving(json.name("serving"), state);
      faults(json.name("faults"), kiosk.faults(), language(state));
      json.name("sync").beginObject();
      json.name("last").value(kiosk.lastSeq()).name("stored").value(0).endObject();
      json.endObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String language(State state) {
    return state.plan().map(Plan::defaultLanguage).orElse("zh");
  }

  private static void waiting(JsonWriter json, State state) throws IOException {
    json.beginObject();
    for (Plan.Stage stage : state.plan().map(Plan::stages).orElse(List.of())) {
      json.name(stage.id()).beginArray();
      for (TicketId waiting : state.queue(stage.id()).values()) {
        json.value(waiting.number());
      }
      json.endArray();
    }
    json.endObject();
  }

  private static void serving(JsonWriter json, State state) throws IOException {
    json.beginObject();
    for (Plan.Counter counter : state.plan().map(Plan::counters).orElse(List.of())) {
      Ticket ticket = state.inHand(counter.number()).orElse(null);
      if (ticket != null) {
        json.name(Integer.toString(counter.number())).value(ticket.number());
      }
    }
    json.endObject();
  }

  private static void faults(JsonWriter json, List<Event.FaultRaised> faults, String language)
      throws IOException {
    json.beginArray();
    for (Event.FaultRaised raised : faults) {
      String remedy =
          Fault.of(raised.device(), raised.fault()).map(fault -> fault.remedy(language)).orElse("");
      json.beginObject();
      json.name("device").value(raised.device());
      json.name("fault").value(raised.fault());
      json.name("remedy").value(remedy);
      json.endObject();
    }
    json.endArray();
  }
}
