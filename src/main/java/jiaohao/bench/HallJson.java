package jiaohao.bench;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import jiaohao.web.Json;

/** What the hall and its devices are: all that the page needs to know once. */
final class HallJson {
  private final JsonWriter json;

  private HallJson(JsonWriter json) {
    this.json = json;
  }

  static String of(Bench bench) {
    return Json.of(json -> new HallJson(json).write(bench));
  }

  private void write(Bench bench) throws IOException {
    Plan plan = bench.plan();
    DeviceFile devices = bench.devices().file();
    json.beginObject();
    json.name("run").value(bench.run());
    text("name", plan.name());
    json.name("timezone").value(plan.timezone().getId());
    json.name("languages");
    Json.strings(json, plan.languages());
    services(plan.services());
    stages(plan.stages());
    counters(plan.counters());
    staff(plan.staff());
    buttons(devices.buttons());
    devices(devices);
    json.endObject();
  }

  private void services(List<Plan.Service> services) throws IOException {
    json.name("services").beginArray();
    for (Plan.Service service : services) {
      json.beginObject();
      json.name("id").value(service.id());
      json.name("prefix").value(String.valueOf(service.prefix()));
      text("name", service.name());
      json.name("papers").beginArray();
      for (Text paper : service.papers()) {
        Json.text(json, paper);
      }
      json.endArray();
      json.name("stages");
      Json.strings(json, service.route().words());
      json.endObject();
    }
    json.endArray();
  }

  private void stages(List<Plan.Stage> stages) throws IOException {
    json.name("stages").beginArray();
    for (Plan.Stage stage : stages) {
      json.beginObject();
      json.name("id").value(stage.id());
      text("name", stage.name());
      json.name("silent").value(!stage.announce());
      json.endObject();
    }
    json.endArray();
  }

  private void staff(List<Plan.Staff> staff) throws IOException {
    json.name("staff").beginArray();
    for (Plan.Staff member : staff) {
      json.beginObject();
      json.name("id").value(member.id());
      text("name", member.name());
      json.endObject();
    }
    json.endArray();
  }

  private void counters(List<Plan.Counter> counters) throws IOException {
    json.name("counters").beginArray();
    for (Plan.Counter counter : counters) {
      json.beginObject();
      json.name("number").value(counter.number());
      json.name("stages");
      Json.strings(json, counter.stages());
      json.endObject();
    }
    json.endArray();
  }

  private void buttons(List<DeviceFile.Button> buttons) throws IOException {
    json.name("buttons").beginArray();
    for (DeviceFile.Button button : buttons) {
      json.beginObject();
      json.name("press").value(button.press().toString());
      if (button.held().isPresent()) {
        json.name("held").value(button.held().get().toString());
      }
      json.name("simulated").value(button.simulated());
      json.endObject();
    }
    json.endArray();
  }

  private void devices(DeviceFile devices) throws IOException {
    json.name("devices").beginObject();
    Optional<DeviceFile.Printer> printer = devices.printers().stream().findFirst();
    if (printer.isPresent()) {
      json.name("printer").beginObject();
      json.name("port").value(printer.get().port());
      json.name("simulated").value(printer.get().simulated());
      json.endObject();
    }
    json.name("boards").beginArray();
    for (DeviceFile.Board board : devices.boards()) {
      json.beginObject();
      json.name("id").value(board.id());
      json.name("spi").value(board.port());
      json.name("face").value(board.face().name().toLowerCase(Locale.ROOT));
      json.name("chips").value(board.chips());
      json.name("simulated").value(board.simulated());
      json.endObject();
    }
    json.endArray();
    json.name("voice").value(devices.voice().output());
    json.endObject();
  }

  private void text(String name, Text text) throws IOException {
    json.name(name);
    Json.text(json, text);
  }
}
