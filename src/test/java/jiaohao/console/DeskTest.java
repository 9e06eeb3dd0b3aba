package jiaohao.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jiaohao.config.DeviceFile;
import jiaohao.console.RunningConsole.SetClock;
import jiaohao.hall.State;
import jiaohao.testing.Await;
import jiaohao.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The staff's page of a real box: what no key can mean is done there. */
class DeskTest {
  private static final String PIN = "471100";

  @TempDir private Path state;
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningConsole console;

  @BeforeEach
  void start() throws Exception {
    console =
        RunningConsole.start(
            RunningConsole.shipped("vehicle-inspection.toml"),
            SetClock.at("2026-11-25T10:20"),
            state,
            Optional.of(PIN));
  }

  @AfterEach
  void stop() throws Exception {
    http.close();
    console.close();
  }

  private HttpResponse<String> press(String verb, String pin) throws Exception {
    String form = "verb=" + URLEncoder.encode(verb, StandardCharsets.UTF_8);
    return http.send(
        HttpRequest.newBuilder(console.uri("/api/press"))
            .header("X-Pin", pin)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void does(String verb) throws Exception {
    HttpResponse<String> answer = press(verb, PIN);
    assertEquals(204, answer.statusCode(), verb + ": " + answer.body());
  }

  private State hall() {
    return console.kiosk().state();
  }

  @Test
  void aTagIsBoundAndMatchedAndAChosenNumberCalled() throws Exception {
    console.does("take inspection", "take inspection");
    int checkIn = serving("checkin");
    does("call " + checkIn + " A002");
    assertEquals("A002", hall().inHand(checkIn).orElseThrow().number());
    does("bind " + checkIn + " K17");
    assertTrue(hall().inHand(checkIn).orElseThrow().tokens().values().contains("K17"));
    HttpResponse<String> refused = press("call " + checkIn + " A099", PIN);
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains("A002"), refused.body());
  }

  @Test
  void theDeskIsToldWhyANumberWasCalledWhoAnswersForItAndWhatTheSupervisorShouldSeeTo()
      throws Exception {
    int checkIn = serving("checkin");
    does("sign-on " + checkIn + " lu");
    console.does("take inspection");
    does("next " + checkIn);
    does("start " + checkIn);
    does("supervisor " + checkIn);
    String told = console.get("/api/state").body();
    assertTrue(told.contains("\"why\":\"A001排在报检最前面"), told);
    assertTrue(told.contains("\"owner_counter\":" + checkIn + ",\"owner\":\"lu\""), told);
    String alarm = "{\"reason\":\"called\",\"counter\":" + checkIn + "}";
    assertTrue(told.contains("\"alarms\":[" + alarm + "]"), told);
  }

  private int serving(String stage) {
    return hall().plan().orElseThrow().counters().stream()
        .filter(counter -> counter.stages().contains(stage))
        .findFirst()
        .orElseThrow()
        .number();
  }

  @Test
  void whoeverDoesNotKnowThePinDoesNothingAndMayNotGuessForLong() throws Exception {
    console.does("take inspection");
    int status = 401;
    int tries = 0;
    while (status == 401 && tries < 50) {
      status = press("next 1", "guess" + tries).statusCode();
      tries++;
    }
    assertEquals(429, status);
    assertTrue(tries < 10, "after " + tries);
    assertEquals(429, press("next 1", PIN).statusCode());
    assertTrue(hall().inHand().isEmpty());
  }

  @Test
  void theTicketMachinesButtonsAreNotTheDesks() throws Exception {
    for (String verb : List.of("take inspection", "language en", "assist", "dance 1", "")) {
      assertEquals(400, press(verb, PIN).statusCode(), verb);
    }
    assertTrue(hall().tickets().values().isEmpty());
  }

  @Test
  void withoutAPinInTheDeviceFileNothingCanBeCommanded() throws Exception {
    console.close();
    console =
        RunningConsole.start(
            RunningConsole.shipped("vehicle-inspection.toml"),
            SetClock.at("2026-11-25T10:20"),
            state,
            Optional.empty());
    assertEquals(404, press("next 1", "").statusCode());
  }

  @Test
  void thePinIsInNoWords() {
    assertFalse(
        new DeviceFile.Console("127.0.0.1", 8081, Optional.of(PIN)).toString().contains(PIN));
  }

  @Test
  void aClerkServesACustomerFromThePage() throws Exception {
    assumeTrue(Browser.installed(), "chromium and chromium-driver are not installed");
    console.does("take inspection");
    int checkIn = serving("checkin");
    try (Browser browser = Browser.open(800, 900)) {
      browser.go(console.uri("/desk"));
      browser.value("document.getElementById('pin').value = '" + PIN + "'");
      browser.click("#enter button");
      Await.until(
          "the desk opens",
          () -> browser.value("document.querySelectorAll('#window option').length").length() > 1);
      browser.value("document.getElementById('window').value = '" + checkIn + "'");
      browser.click(".keys button.main");
      Await.until(
          "the number is in hand",
          () -> browser.value("document.getElementById('number').textContent").equals("A001"));
      assertEquals(List.of(), browser.complaints());
    }
  }
}
