package jiaohao.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jiaohao.hall.Adherence;
import jiaohao.hall.Alarm;
import jiaohao.hall.Desk;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.Standards;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.health.Fault;
import jiaohao.web.Json;

/**
 * The hall as pages read it at {@code /api/state}, at the kiosk and at the centre alike.
 *
 * @param state folded up to {@code last}
 * @param faults that are on, those included that cannot be journaled
 * @param last the last event
 * @param stored up to which event the centre has the journal
 * @param now for what is measured up to now
 * @param kept how far each stage kept its standards today; asked only of halls that promise
 */
public record StateReport(
    State state,
    List<Event.FaultRaised> faults,
    long last,
    long stored,
    Instant now,
    Supplier<Map<String, Adherence.Kept>> kept) {
  public StateReport {
    faults = List.copyOf(faults);
  }

  /**
   * One JSON object. Numbers that are booked stand in the order they will enter the line; remedies
   * are in the hall's first language.
   */
  public String json() {
    return Json.object(json -> {
      json.name("day").value(state.day().map(Object::toString).orElse(null));
      waiting(json.name("waiting"), state);
      serving(json.name("serving"), state);
      faults(json.name("faults"), faults, language(state));
      json.name("sync").beginObject();
      json.name("last").value(last).name("stored").value(stored).endObject();
      more(json, state, now);
      if (state.plan().filter(Plan::promise).isPresent()) {
        promise(json.name("promise"), state.plan().get(), kept.get());
      }
    });
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

  private static void more(JsonWriter json, State state, Instant now) throws IOException {
    json.name("suspended").value(state.stopwatch().suspended());
    json.name("break").value(state.stopwatch().onBreak());
    signs(json.name("signs"), Standards.signs(state, now));
    Json.objects(json.name("alarms"), Alarm.all(state, now), alarm -> alarm(json, alarm));
    Json.objects(json.name("calls"), calling(state), desk -> call(json, state, desk));
    staff(json.name("staff"), state);
    numbers(json.name("away"), away(state));
    numbers(json.name("booked"), state.bookings().values().stream().map(State.Stop::ticket));
  }

  private static void alarm(JsonWriter json, Alarm alarm) throws IOException {
    json.name("reason").value(alarm.reason());
    if (alarm.counter() != 0) {
      json.name("counter").value(alarm.counter());
    }
    if (!alarm.stage().isEmpty()) {
      json.name("stage").value(alarm.stage());
    }
  }

  private static List<Desk> calling(State state) {
    return state.desks().values().stream().filter(desk -> desk.inHand().isPresent()).toList();
  }

  /** Who is at a window, why it was called, and who answers for the visit. */
  private static void call(JsonWriter json, State state, Desk desk) throws IOException {
    json.name("counter").value(desk.counter());
    json.name("number").value(desk.inHand().orElseThrow().number());
    json.name("why").value(desk.turns().why());
    Optional<Ticket.Owner> owner = state.inHand(desk.counter()).flatMap(Ticket::owner);
    if (owner.isPresent()) {
      json.name("owner_counter").value(owner.get().counter());
      json.name("owner").value(owner.get().staff().orElse(null));
    }
  }

  private static void signs(JsonWriter json, List<Standards.Sign> signs) throws IOException {
    json.beginArray();
    for (Standards.Sign sign : signs) {
      json.beginObject();
      json.name("counter").value(sign.counter());
      json.name("ticket").value(sign.ticket().number());
      json.name("stage").value(sign.stage());
      json.name("spent_s").value(sign.spentSeconds());
      json.name("limit_s").value(sign.limit());
      json.endObject();
    }
    json.endArray();
  }

  /** The standards that are promised, and how far they are kept: for everybody to see. */
  private static void promise(JsonWriter json, Plan plan, Map<String, Adherence.Kept> kept)
      throws IOException {
    json.beginArray();
    for (Plan.Stage stage : plan.stages()) {
      if (stage.limitSeconds().isPresent() || stage.waitLimitSeconds().isPresent()) {
        json.beginObject().name("stage").value(stage.id());
        json.name("name").value(stage.name().in(plan.defaultLanguage()));
        Optional<Adherence.Kept> today = Optional.ofNullable(kept.get(stage.id()));
        share(json, "serving", stage.limitSeconds(), today.map(Adherence.Kept::services));
        share(json, "waiting", stage.waitLimitSeconds(), today.map(Adherence.Kept::waits));
        json.endObject();
      }
    }
    json.endArray();
  }

  private static void share(
      JsonWriter json, String kind, OptionalInt limitSeconds, Optional<Adherence.Share> share)
      throws IOException {
    if (limitSeconds.isPresent()) {
      json.name(kind).beginObject();
      json.name("limit_s").value(limitSeconds.getAsInt());
      json.name("accounted").value(share.map(Adherence.Share::accounted).orElse(0));
      json.name("within").value(share.map(Adherence.Share::within).orElse(0));
      json.endObject();
    }
  }

  private static void staff(JsonWriter json, State state) throws IOException {
    json.beginObject();
    for (Desk desk : state.desks().values()) {
      if (desk.staff().isPresent()) {
        json.name(Integer.toString(desk.counter())).value(desk.staff().get());
      }
    }
    json.endObject();
  }

  private static Stream<TicketId> away(State state) {
    return state.tickets().values().stream()
        .filter(
            ticket -> ticket.legs().stream().anyMatch(leg -> leg.status() == Ticket.Status.AWAY))
        .map(Ticket::id);
  }

  private static void numbers(JsonWriter json, Stream<TicketId> tickets) throws IOException {
    json.beginArray();
    for (TicketId ticket : tickets.toList()) {
      json.value(ticket.number());
    }
    json.endArray();
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
