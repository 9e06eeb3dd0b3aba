package jiaohao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jiaohao.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every request of the bench, over HTTP. */
final class BenchServerTest {
  @TempDir private Path state;
  private RunningBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = RunningBench.withoutPrinter(state);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aPressIsCommittedWhenItIsAnswered() throws Exception {
    HttpResponse<byte[]> answer = bench.post("/bench/press?button=take+inspection");
    assertEquals(204, answer.statusCode());
    assertEquals(0, answer.body().length);
    assertEquals("[\"A001\"]", bench.waiting("checkin").toString());
    assertEquals("[]", bench.waiting("certificate").toString());
  }

  @Test
  void aPressOfAnIdleButtonIsAnsweredAtOnce() throws Exception {
    bench.press("assist");
    long start = System.nanoTime();
    assertEquals(204, bench.press("take inspection"));
    long tookMillis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(tookMillis < 1000, "an idle button was waited for: " + tookMillis + " ms");
  }

  @Test
  void aRefusedPressIsAnsweredWithTheHallsWords() throws Exception {
    HttpResponse<byte[]> answer = bench.post("/bench/press?button=next+1");
    JsonObject told = RunningBench.json(answer).getAsJsonObject();
    assertEquals(409, answer.statusCode());
    assertEquals("1号窗口没有人等候", told.get("error").getAsString());
    assertEquals("nobody-waiting", told.get("code").getAsString());
  }

  @Test
  void whatIsNoButtonIsNotFound() throws Exception {
    assertEquals(404, bench.press("take nothing"));
    assertEquals(404, bench.press("next 9"));
    assertEquals(404, bench.press("<script>"));
  }

  @Test
  void wrongUseIsToldSo() throws Exception {
    assertEquals(400, bench.post("/bench/press").statusCode());
    assertEquals(400, bench.post("/bench/press?button=").statusCode());
    assertEquals(400, bench.post("/bench/press?button=assist&held_ms=long").statusCode());
    assertEquals(400, bench.post("/bench/press?button=assist&held_ms=-1").statusCode());
    assertEquals(400, bench.post("/bench/press?button=assist&held_ms=999999").statusCode());
    assertEquals(400, bench.post("/bench/fault?device=printer").statusCode());
    assertEquals(400, bench.fault("printer", "fire"));
    assertEquals(400, bench.fault("board", "paper-end"));
    assertEquals(400, bench.fault("kettle", "none"));
  }

  @Test
  void everyErrorIsJsonWithWords() throws Exception {
    for (String path : List.of("/nowhere", "/bench/slips/1.png", "/bench/press", "/../pom.xml")) {
      HttpResponse<byte[]> answer = bench.get(path);
      assertTrue(answer.statusCode() >= 400, path);
      assertFalse(
          RunningBench.json(answer).getAsJsonObject().get("error").getAsString().isBlank(), path);
    }
  }

  @Test
  void aWrongMethodNamesTheRightOne() throws Exception {
    HttpResponse<byte[]> press = bench.get("/bench/press?button=assist");
    assertEquals(405, press.statusCode());
    assertEquals("POST", press.headers().firstValue("Allow").orElseThrow());
    for (String path : List.of("/api/state", "/bench/board", "/bench/slips", "/bench/said", "/")) {
      HttpResponse<byte[]> answer = bench.post(path);
      assertEquals(405, answer.statusCode(), path);
      assertEquals("GET", answer.headers().firstValue("Allow").orElseThrow(), path);
    }
  }

  @Test
  void aMalformedQueryIsWrongUse() throws Exception {
    assertTrue(raw("POST /bench/press?button=%zz HTTP/1.1", "127.0.0.1").contains(" 400 "));
  }

  @Test
  void otherSitesMayNeitherReadNorPress() throws Exception {
    assertTrue(raw("GET /api/state HTTP/1.1", "evil.example").contains(" 403 "));
    HttpResponse<byte[]> press =
        bench.send(
            HttpRequest.newBuilder(bench.uri("/bench/press?button=take+inspection"))
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertEquals(403, press.statusCode());
    assertEquals("[]", bench.waiting("checkin").toString());
  }

  private String raw(String requestLine, String host) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), bench.server.page().getPort())) {
      OutputStream out = socket.getOutputStream();
      String request = requestLine + "\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return in.readLine();
    }
  }

  @Test
  void aCallIsShownAndSaid() throws Exception {
    bench.press("take inspection");
    assertEquals(204, bench.press("next 1"));
    assertEquals("A001", bench.hallState().getAsJsonObject("serving").get("1").getAsString());
    Await.until("the call on the board", () -> bench.board().getFirst().equals("A001   1"));
    assertEquals(8, bench.board().size());
    Await.until("the call", () -> said("请A001号到1号窗口").isPresent());
    JsonObject said = said("请A001号到1号窗口").get();
    assertTrue(said.get("at").getAsString().endsWith("+08:00"), said.toString());
  }

  private Optional<JsonObject> said(String text) throws Exception {
    for (JsonElement said : bench.json("/bench/said").getAsJsonArray()) {
      if (said.getAsJsonObject().get("text").getAsString().equals(text)) {
        return Optional.of(said.getAsJsonObject());
      }
    }
    return Optional.empty();
  }

  @Test
  void pressesThatFollowCloselyAreEachToldWhatBecameOfThem() throws Exception {
    bench.firmware.kiosk().watch((state, facts) -> slowCard());
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int press = 0; press < 4; press++) {
      answers.add(CompletableFuture.supplyAsync(() -> unchecked("supervisor 1")));
    }
    for (CompletableFuture<Integer> answer : answers) {
      assertEquals(204, answer.get(20, TimeUnit.SECONDS));
    }
  }

  private int unchecked(String words) {
    try {
      return bench.press(words);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** As long as a poor card takes for a commit: longer than a finger stays on a button. */
  private static void slowCard() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(600));
  }

  @Test
  void segmentsAreWhatTheBoardLightsUp() throws Exception {
    bench.press("take inspection");
    bench.press("next 1");
    Await.until("A lit", () -> firstPlace() == 0x77);
  }

  private int firstPlace() throws Exception {
    JsonObject board =
        bench
            .json("/bench/segments")
            .getAsJsonObject()
            .getAsJsonArray("boards")
            .get(0)
            .getAsJsonObject();
    return board.getAsJsonArray("lit").get(0).getAsJsonArray().get(0).getAsInt();
  }

  @Test
  void everyPressOfManyButtonsIsAnsweredForItself() throws Exception {
    bench.press("take inspection");
    List<String> words = List.of("next 1", "next 3", "take inspection", "finish 2", "language en");
    assertEquals(List.of(204, 409, 204, 409, 204), bench.pressTogether(words));
  }

  @Test
  void tooShortATouchIsNoPress() throws Exception {
    assertEquals(409, bench.post("/bench/press?button=take+inspection&held_ms=0").statusCode());
    assertEquals("[]", bench.waiting("checkin").toString());
    assertEquals(204, bench.press("take inspection"));
  }

  @Test
  void aDeadBoardIsAFaultAndStopsNothing() throws Exception {
    assertEquals(204, bench.fault("board", "dead"));
    Await.until("dead", () -> bench.hasFault("board", "dead"));
    bench.press("take inspection");
    assertEquals(204, bench.press("next 1"));
    assertEquals(204, bench.fault("board", "none"));
    Await.until("the call on the board", () -> bench.board().getFirst().equals("A001   1"));
    Await.until("no fault", () -> !bench.hasFault("board", "dead"));
  }

  @Test
  void aGlitchedBoardMendsItself() throws Exception {
    bench.press("take inspection");
    bench.press("next 1");
    Await.until("the call on the board", () -> bench.board().getFirst().equals("A001   1"));
    assertEquals(204, bench.fault("board", "glitch"));
    Await.until("the call on the board again", () -> bench.board().getFirst().equals("A001   1"));
  }

  @Test
  void theHallIsDescribedForThePage() throws Exception {
    JsonObject hall = bench.json("/bench/hall").getAsJsonObject();
    assertEquals("城北机动车检测站", hall.getAsJsonObject("name").get("zh").getAsString());
    assertEquals(3, hall.getAsJsonArray("services").size());
    assertTrue(hall.getAsJsonArray("buttons").toString().contains("take inspection"));
  }

  @Test
  void thePageAndItsFilesComeWithTheirTypes() throws Exception {
    assertType("text/html; charset=utf-8", "/");
    assertType("text/javascript; charset=utf-8", "/main.js");
    assertType("text/css; charset=utf-8", "/house.css");
    assertType("image/svg+xml", "/icon.svg");
    HttpResponse<byte[]> page = bench.get("/");
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(
        page.headers().firstValue("Content-Security-Policy").orElseThrow().contains("'none'"));
  }

  private void assertType(String type, String path) throws Exception {
    HttpResponse<byte[]> answer = bench.get(path);
    assertEquals(200, answer.statusCode(), path);
    assertEquals(type, answer.headers().firstValue("Content-Type").orElseThrow(), path);
    assertTrue(answer.body().length > 0, path);
  }

  @Test
  void anOpenPageIsToldWhatChanges() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(bench.uri(Requests.EVENTS)).build();
    try (var http = java.net.http.HttpClient.newHttpClient();
        var lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      var told = lines.iterator();
      assertEquals("retry: 1000", told.next());
      assertTrue(dataOf("panel", told).contains("\"numbers\":[]"));
      bench.press("take inspection");
      assertTrue(dataOf("panel", told).contains("\"A001\""));
      http.shutdownNow();
    }
  }

  private static String dataOf(String name, java.util.Iterator<String> told) {
    while (told.hasNext()) {
      if (told.next().equals("event: " + name)) {
        return told.next();
      }
    }
    return Assertions.fail("the stream has ended");
  }

  @Test
  void aPortInUseIsRefused() {
    Assertions.assertThrows(
        BindException.class, () -> BenchServer.bind(bench.server.page().getPort()));
  }
}
