package jiaohao.central;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import jiaohao.hall.Plan;
import jiaohao.web.Json;

/** What the parts of a hall are called, for pages that show its state. */
final class PlanJson {
  private PlanJson() {}

  /** One JSON object: the hall's name, its stages and its windows; names by language. */
  static String of(Plan plan) {
    return Json.object(json -> {
      Json.text(json.name("name"), plan.name());
      Json.objects(json.name("stages"), plan.stages(), stage -> stage(json, stage));
      json.name("counters").beginArray();
      for (Plan.Counter counter : plan.counters()) {
        json.value(counter.number());
      }
      json.endArray();
    });
  }

  private static void stage(JsonWriter json, Plan.Stage stage) throws IOException {
    json.name("id").value(stage.id());
    Json.text(json.name("name"), stage.name());
  }
}
