package jiaohao.bench;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jiaohao.board.SimulatedBoard;
import jiaohao.board.SimulatedSpi;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.voice.SimulatedSpeaker.Said;
import jiaohao.web.Json;

/** What the simulated devices show, say and print. */
final class DeviceJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private DeviceJson() {}

  /** All boards in one: one text a chip of digits, the nearest first; one a board of others. */
  static String board(BenchDevices devices) {
    return Json.of(json -> {
      json.beginObject().name("text");
      Json.strings(
          json,
          devices.boards().values().stream().flatMap(board -> board.text().stream()).toList());
      json.name("frames")
          .value(devices.boards().values().stream().mapToLong(SimulatedBoard::frames).sum());
      json.endObject();
    });
  }

  /**
   * What is lit at this moment, board by board: for each chip of digits eight places from left to
   * right, the point in bit 7 and segments A to G in bits 6 to 0. Other faces are drawn as
   * pictures.
   */
  static String segments(BenchDevices devices) {
    return Json.of(json -> {
      json.beginObject().name("boards").beginArray();
      for (Map.Entry<String, SimulatedBoard> board : devices.boards().entrySet()) {
        json.beginObject().name("id").value(board.getKey()).name("text");
        Json.strings(json, board.getValue().text());
        lit(json.name("lit"), board.getValue().segments());
        json.endObject();
      }
      json.endArray().endObject();
    });
  }

  /** What the clerks' own displays show and light up, and how often their beepers have sounded. */
  static String counterDisplays(BenchDevices devices) {
    return Json.of(json -> {
      json.beginArray();
      for (Map.Entry<Integer, SimulatedSpi> display : devices.counterDisplays().entrySet()) {
        json.beginObject().name("counter").value(display.getKey());
        json.name("text").value(display.getValue().text().getFirst());
        json.name("beeps").value(devices.beeps(display.getKey()));
        lit(json.name("lit"), display.getValue().segments());
        json.endObject();
      }
      json.endArray();
    });
  }

  private static void lit(JsonWriter json, List<byte[]> chips) throws IOException {
    json.beginArray();
    for (byte[] places : chips) {
      json.beginArray();
      for (byte place : places) {
        json.value(place & 0xFF);
      }
      json.endArray();
    }
    json.endArray();
  }

  static String slips(BenchDevices devices) {
    List<PrintedSlip> slips = devices.printer().map(SimulatedPrinter::slips).orElse(List.of());
    return Json.of(json -> {
      json.beginArray();
      for (PrintedSlip slip : slips) {
        json.beginObject();
        json.name("text").value(slip.text());
        json.name("cut").value(slip.cut());
        json.name("marks");
        Json.strings(json, slip.marks());
        json.endObject();
      }
      json.endArray();
    });
  }

  static String slipCount(BenchDevices devices) {
    int count = devices.printer().map(printer -> printer.slips().size()).orElse(0);
    return Json.of(json -> json.beginObject().name("count").value(count).endObject());
  }

  /** The latest announcements, the oldest of them first; times in the hall's own zone. */
  static String said(BenchDevices devices, ZoneId zone, int most) {
    List<Said> all = devices.speaker().said();
    List<Said> latest = all.subList(Math.max(0, all.size() - most), all.size());
    return Json.of(json -> {
      json.beginArray();
      for (Said said : latest) {
        json.beginObject();
        json.name("at").value(TIME.format(said.at().atZone(zone)));
        json.name("text").value(said.text());
        json.name("language").value(said.language());
        json.endObject();
      }
      json.endArray();
    });
  }
}
