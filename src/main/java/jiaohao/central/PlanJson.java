package jiaohao.central;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import jiaohao.web.Json;

/** What the parts of a hall are called, for pages that show its state. */
final class PlanJson {
  private PlanJson() {}

  /** One JSON object: the hall's name, services, stages and windows; names by language. */
  static String of(Plan plan) {
    return Json.object(json -> {
      Json.text(json.name("name"), plan.name());
      Json.objects(
          json.name("services"),
          plan.services(),
          service -> named(json, service.id(), service.name()));
      Json.objects(
          json.name("stages"), plan.stages(), stage -> named(json, stage.id(), stage.name()));
      json.name("counters").beginArray();
      for (Plan.Counter counter : plan.counters()) {
        json.value(counter.number());
      }
      json.endArray();
    });
  }

  private static void named(JsonWriter json, String id, Text name) throws IOException {
    json.name("id").value(id);
    Json.text(json.name("name"), name);
  }
}
