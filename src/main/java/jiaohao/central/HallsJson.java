package jiaohao.central;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import jiaohao.hall.Adherence;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.health.Fault;
import jiaohao.web.Json;

/** The list of halls, as {@code /api/halls} tells it. */
final class HallsJson {
  private HallsJson() {}

  /** A JSON list of one object a hall, in the order of their ids. */
  static String of(Halls halls, Instant now) {
    return Json.of(json -> Json.objects(json, halls.all(), hall -> hall(json, hall, now)));
  }

  private static void hall(JsonWriter json, HallCopy hall, Instant now) throws IOException {
    State state = hall.state();
    String language = state.plan().map(Plan::defaultLanguage).orElse("zh");
    json.name("id").value(hall.id());
    json.name("name").value(hall.name(language));
    json.name("online").value(hall.online(now));
    json.name("seq").value(hall.seq());
    json.name("waiting").value(waiting(state));
    json.name("serving").value(state.inHand().size());
    Json.objects(json.name("faults"), hall.faults(), fault -> fault(json, fault, language));
    json.name("heard_at").value(hall.heardAt().toString());
    if (hall.version().isPresent()) {
      json.name("version").value(hall.version().get());
    }
    if (hall.broken().isPresent()) {
      json.name("broken").value(hall.broken().get().why());
      json.name("refused").value(hall.broken().get().refused());
    }
    if (hall.fenced().isPresent()) {
      fenced(json.name("fenced"), hall.fenced().get());
    }
    kept(json, hall.today().map(Adherence::wholeDay));
  }

  private static int waiting(State state) {
    return state.plan().map(Plan::stages).stream()
        .flatMap(stages -> stages.stream())
        .mapToInt(stage -> state.queue(stage.id()).size())
        .sum();
  }

  private static void fault(JsonWriter json, Event.FaultRaised raised, String language)
      throws IOException {
    json.name("device").value(raised.device());
    json.name("fault").value(raised.fault());
    json.name("remedy")
        .value(
            Fault.of(raised.device(), raised.fault())
                .map(fault -> fault.remedy(language))
                .orElse(""));
  }

  private static void fenced(JsonWriter json, Fenced fenced) throws IOException {
    json.beginObject();
    json.name("journal").value(fenced.journal().toString());
    json.name("from").value(fenced.from());
    json.name("to").value(fenced.to());
    Json.strings(json.name("numbers"), fenced.numbers());
    json.name("at").value(fenced.at().toString());
    json.name("host").value(fenced.host());
    json.endObject();
  }

  private static void kept(JsonWriter json, Optional<Adherence.Kept> kept) throws IOException {
    if (kept.isPresent()) {
      json.name("kept").beginObject();
      share(json, "serving", kept.get().services());
      share(json, "waiting", kept.get().waits());
      json.endObject();
    }
  }

  private static void share(JsonWriter json, String name, Adherence.Share share)
      throws IOException {
    if (share.accounted() > 0) {
      json.name(name).beginObject();
      json.name("accounted").value(share.accounted());
      json.name("within").value(share.within());
      json.endObject();
    }
  }
}
