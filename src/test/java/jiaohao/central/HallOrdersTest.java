package jiaohao.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jiaohao.bench.BenchDevices;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFileReader;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.kiosk.Firmware;
import jiaohao.testing.Await;
import jiaohao.testing.Browser;
import jiaohao.testing.NatsServer;
import jiaohao.testing.Picture;
import jiaohao.voice.SimulatedSpeaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** From the centre's page over a real server to the firmware of a hall, and back. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class HallOrdersTest {
  private static final Path HALL = Path.of("device/halls/demo.toml");

  @TempDir private Path dir;
  private final HttpClient http = HttpClient.newHttpClient();
  private NatsServer server;
  private RunningCentre centre;
  private Firmware hall;
  private Plan plan;

  @BeforeEach
  void start() throws Exception {
    server = NatsServer.start(Files.createDirectory(dir.resolve("nats")));
    centre = RunningCentre.start(dir.resolve("centre"), server.url());
    hall = firmware();
    hall.ready().get(20, TimeUnit.SECONDS);
    Await.until("the hall is known", () -> centre.halls().hall(plan.id()).isPresent());
    Await.until("it hears orders", () -> order("order=selftest").statusCode() == 200);
  }

  private Firmware firmware() throws Exception {
    String source = Files.readString(HALL);
    plan = HallFile.parse("hall.toml", source.getBytes(UTF_8)).value().orElseThrow();
    String device =
        "[printer]\nport = \"simulated\"\nbaud = 115200\n[voice]\noutput = \"simulated\"\n[sync]\nnats = \""
            + server.url()
            + "\"\n";
    DeviceFile wired =
        DeviceFileReader.parse("device.toml", device.getBytes(UTF_8)).value().orElseThrow();
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    BenchDevices devices = new BenchDevices(wired, clock, SimulatedSpeaker.instant(clock));
    Command.Start start = new Command.Start("test", plan, source);
    return new Firmware(start, wired, devices, clock, dir.resolve("hall"));
  }

  @AfterEach
  void stop() {
    hall.close();
    centre.close();
    server.close();
    http.close();
  }

  private HttpResponse<String> order(String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(centre.url("/api/halls/" + plan.id() + "/orders")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private State state() {
    return hall.kiosk().state();
  }

  @Test
  void aNumberIsIssuedFromTheCentreAndItsPageFollowsIt() throws Exception {
    String service = plan.services().getFirst().id();
    HttpResponse<String> answer = order("order=issue&id=b1&service=" + service);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(answer.body(), order("order=issue&id=b1&service=" + service).body());
    String reference =
        JsonParser.parseString(answer.body()).getAsJsonObject().get("reference").getAsString();
    Await.until("the page knows it", () -> centre.get("/api/t/" + reference).statusCode() == 200);
    HttpResponse<String> refused = order("order=issue&service=none");
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("none"), refused.body());
  }

  @Test
  void aHallThatIsOffIsReportedAsSuchWithinTwoSeconds() throws Exception {
    hall.close();
    long begun = System.nanoTime();
    HttpResponse<String> answer = order("order=suspend");
    assertEquals(504, answer.statusCode(), answer.body());
    assertTrue(System.nanoTime() - begun < 2_500_000_000L);
    assertEquals(404, centre.get("/api/halls/nowhere").statusCode());
  }

  @Test
  void whoeverIsAtThePageGivesOrdersByHand() throws Exception {
    assumeTrue(Browser.installed(), "chromium and chromium-driver are not installed");
    try (Browser browser = Browser.open(1440, 1300)) {
      browser.go(URI.create(centre.url("/?lang=zh#" + plan.id())));
      Await.until("the orders", () -> !text(browser, ".order").isEmpty());
      press(browser, "暂停叫号");
      Await.until("it stands still", () -> state().stopwatch().suspended());
      Await.until("it is told", () -> text(browser, ".told").contains("已办"));
      press(browser, "恢复叫号");
      Await.until("it goes on", () -> !state().stopwatch().suspended());
      assertEquals(List.of(), browser.complaints());
      press(browser, "补打");
      Await.until("why not", () -> text(browser, ".told.alarm").contains("number"));
      String pictures = System.getProperty("jiaohao.centre.pictures");
      if (pictures != null) {
        Picture.write(browser.picture(), 1280, Path.of(pictures, "orders.png"));
      }
    }
  }

  private static String text(Browser browser, String selector) throws Exception {
    return browser.value("(document.querySelector('" + selector + "') || {}).textContent || ''");
  }

  private static void press(Browser browser, String name) throws Exception {
    browser.value(
        "[...document.querySelectorAll('.order button')].find(b => b.textContent === '"
            + name
            + "').click()");
  }
}
