package jiaohao.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFileReader;
import jiaohao.config.HallFile;
import jiaohao.config.SimulatedButtons;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.kiosk.Firmware;
import jiaohao.voice.SimulatedSpeaker;

/** The whole firmware on simulated devices, on a free port, and a client of it. */
final class RunningBench implements AutoCloseable {
  final Firmware firmware;
  final BenchServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private RunningBench(Firmware firmware, BenchServer server) {
    this.firmware = firmware;
    this.server = server;
  }

  /**
   * The demo hall.
   *
   * @param device text of the device file
   */
  static RunningBench start(String device, Path state) throws Exception {
    return start(demoHall(), device, state);
  }

  /**
   * Any hall.
   *
   * @param hall text of the hall file
   * @param device text of the device file
   */
  static RunningBench start(String hall, String device, Path state) throws Exception {
    return start(plan(hall), hall, device, state);
  }

  static Plan plan(String hall) {
    return HallFile.parse("hall.toml", hall.getBytes(StandardCharsets.UTF_8)).value().orElseThrow();
  }

  /** A hall that no file describes: {@code hall} is only what is kept of one. */
  static RunningBench start(Plan plan, String hall, String device, Path state) throws Exception {
    DeviceFile file =
        DeviceFileReader.parse("device.toml", device.getBytes(StandardCharsets.UTF_8))
            .value()
            .orElseThrow();
    DeviceFile devices = SimulatedButtons.addedTo(file, plan);
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    BenchDevices bench = new BenchDevices(devices, clock, SimulatedSpeaker.instant(clock));
    BenchServer server = BenchServer.bind(0);
    Firmware firmware =
        new Firmware(new Command.Start("test", plan, hall), devices, bench, clock, state);
    server.start(plan, firmware, bench);
    firmware.ready().get(10, TimeUnit.SECONDS);
    return new RunningBench(firmware, server);
  }

  /** Everything simulated; the printer fast, so that tests need not wait for it. */
  static RunningBench start(Path state) throws Exception {
    return start(fastDevice(), state);
  }

  /** Everything simulated, but there is no printer: nothing need be waited for when it stops. */
  static RunningBench withoutPrinter(Path state) throws Exception {
    return start(demoDevice().replaceFirst("(?s)\\[printer\\].*?(?=\\[board\\])", ""), state);
  }

  static String fastDevice() throws IOException {
    return demoDevice().replace("baud = 9600", "baud = 115200");
  }

  static String demoHall() throws IOException {
    return resource("/jiaohao/halls/demo.toml");
  }

  static String demoDevice() throws IOException {
    return resource("/jiaohao/bench/demo-device.toml");
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = RunningBench.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  URI uri(String pathAndQuery) {
    return server.page().resolve(pathAndQuery);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  JsonElement json(String path) throws IOException, InterruptedException {
    return json(get(path));
  }

  static JsonElement json(HttpResponse<byte[]> answer) {
    return JsonParser.parseString(new String(answer.body(), StandardCharsets.UTF_8));
  }

  HttpResponse<byte[]> post(String pathAndQuery) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(pathAndQuery)).POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** Presses a button and returns the status. */
  int press(String words) throws IOException, InterruptedException {
    return post("/bench/press?button=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .statusCode();
  }

  int fault(String device, String fault) throws IOException, InterruptedException {
    return post("/bench/fault?device=" + device + "&fault=" + fault).statusCode();
  }

  JsonArray slips() throws Exception {
    return json("/bench/slips").getAsJsonArray();
  }

  List<String> board() throws Exception {
    return json("/bench/board").getAsJsonObject().getAsJsonArray("text").asList().stream()
        .map(text -> text.getAsString())
        .toList();
  }

  JsonObject hallState() throws Exception {
    return json("/api/state").getAsJsonObject();
  }

  JsonArray waiting(String stage) throws Exception {
    return hallState().getAsJsonObject("waiting").getAsJsonArray(stage);
  }

  boolean hasFault(String device, String fault) throws Exception {
    return hallState().getAsJsonArray("faults").asList().stream()
        .map(on -> on.getAsJsonObject())
        .anyMatch(on ->
            on.get("device").getAsString().equals(device)
                && on.get("fault").getAsString().equals(fault)
                && !on.get("remedy").getAsString().isEmpty());
  }

  List<Integer> pressTogether(List<String> words) throws Exception {
    try (ExecutorService fingers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (String verb : words) {
        answers.add(fingers.submit(() -> press(verb)));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    }
  }

  @Override
  public void close() {
    server.close();
    firmware.close();
    http.close();
  }
}
