package jiaohao.console;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import jiaohao.hall.Plan;
import jiaohao.web.Json;

/** What a call display shows of a hall all day. */
final class TvHallJson {
  private TvHallJson() {}

  /** One JSON object; names by language. */
  static String of(Plan plan, String pageMark) {
    return Json.object(json -> {
      json.name("page").value(pageMark);
      Json.text(json.name("name"), plan.name());
      json.name("timezone").value(plan.timezone().getId());
      Json.strings(json.name("languages"), plan.languages());
      Json.objects(json.name("windows"), windows(plan), window -> window(json, window));
      Json.objects(json.name("services"), plan.services(), service -> service(json, service));
      Json.objects(json.name("promise"), promised(plan), stage -> promise(json, stage));
    });
  }

  /** The windows people are called to. */
  private static List<Plan.Counter> windows(Plan plan) {
    return plan.counters().stream()
        .filter(counter -> counter.stages().stream().anyMatch(stage -> calls(plan, stage)))
        .toList();
  }

  private static boolean calls(Plan plan, String stage) {
    return plan.stage(stage).filter(it -> it.announce() && !it.outside()).isPresent();
  }

  private static void window(JsonWriter json, Plan.Counter counter) throws IOException {
    json.name("number").value(counter.number());
    Json.strings(json.name("stages"), counter.stages());
  }

  private static void service(JsonWriter json, Plan.Service service) throws IOException {
    json.name("id").value(service.id());
    json.name("prefix").value(String.valueOf(service.prefix()));
    Json.text(json.name("name"), service.name());
    Json.strings(json.name("stages"), service.route().stages());
  }

  private static List<Plan.Stage> promised(Plan plan) {
    return plan.stages().stream()
        .filter(stage -> plan.promise())
        .filter(stage -> stage.limitSeconds().isPresent() || stage.waitLimitSeconds().isPresent())
        .toList();
  }

  private static void promise(JsonWriter json, Plan.Stage stage) throws IOException {
    json.name("stage").value(stage.id());
    Json.text(json.name("name"), stage.name());
    seconds(json, "serving_s", stage.limitSeconds());
    seconds(json, "waiting_s", stage.waitLimitSeconds());
  }

  private static void seconds(JsonWriter json, String name, OptionalInt limit) throws IOException {
    if (limit.isPresent()) {
      json.name(name).value(limit.getAsInt());
    }
  }
}
