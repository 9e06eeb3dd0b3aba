package jiaohao.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jiaohao.testing.NatsServer;
import jiaohao.web.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The centre's pages against those who are not meant to have them. */
class LoginTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path dir;
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningCentre centre;

  @BeforeEach
  void start() throws Exception {
    try (StaffFile staff = StaffFile.open(dir)) {
      staff.put("wang", Role.VIEWER, PASSWORD.toCharArray());
      staff.put("li", Role.OPERATOR, PASSWORD.toCharArray());
      staff.put("boss", Role.ADMIN, PASSWORD.toCharArray());
    }
    // No server is there: a centre answers all the same.
    centre = RunningCentre.locked(dir, "nats://127.0.0.1:" + NatsServer.freePort());
  }

  @AfterEach
  void stop() {
    http.close();
    centre.close();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(centre.url(path)));
  }

  private HttpResponse<String> get(String path, String cookie) throws Exception {
    return send(to(path).header("Cookie", cookie));
  }

  private HttpResponse<String> login(String name, String password) throws Exception {
    return send(
        to("/api/login")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "name=" + name + "&password=" + password.replace(' ', '+'))));
  }

  private String cookie(String name) throws Exception {
    HttpResponse<String> answer = login(name, PASSWORD);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  @Test
  void whoeverHasNotLoggedInLearnsNothing() throws Exception {
    for (String path :
        List.of(
            "/api/halls",
            "/api/halls/x",
            "/api/halls/x/events",
            "/api/halls/x/report.csv?day=2026-01-01",
            "/api/live",
            "/api/me",
            "/api/deeds",
            "/centre.js",
            "/nothing")) {
      assertEquals(401, send(to(path)).statusCode(), path);
    }
    assertTrue(send(to("/")).body().contains("login.js"));
    assertEquals(200, send(to("/login.js")).statusCode());
    assertEquals(404, send(to("/api/t/UNKNOWN")).statusCode(), "a ticket's page is everybody's");
  }

  @Test
  void whoeverHasLoggedInSeesTheHallsUntilLoggingOut() throws Exception {
    HttpResponse<String> answer = login("wang", PASSWORD);
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Strict"), set);
    assertTrue(set.contains("; Secure"), set);
    String cookie = set.replaceFirst(";.*", "");
    assertEquals("[]", get("/api/halls", cookie).body());
    assertTrue(get("/", cookie).body().contains("centre.js"));

    String proof =
        JsonParser.parseString(answer.body()).getAsJsonObject().get("proof").getAsString();
    HttpRequest.Builder logout =
        to("/api/logout").header("Cookie", cookie).POST(HttpRequest.BodyPublishers.noBody());
    assertEquals(403, send(logout).statusCode(), "without the page's proof");
    assertEquals(200, send(logout.header("X-Proof", proof)).statusCode());
    assertEquals(401, get("/api/halls", cookie).statusCode());
  }

  @Test
  void everyRoleMayDoWhatItIsMeantTo() throws Exception {
    assertEquals(403, get("/api/deeds", cookie("wang")).statusCode());
    HttpResponse<String> deeds = get("/api/deeds", cookie("boss"));
    assertEquals(200, deeds.statusCode());
    assertTrue(deeds.body().contains("\"who\":\"wang\""), deeds.body());
    assertTrue(deeds.body().contains("\"what\":\"login\""), deeds.body());
    assertFalse(deeds.body().contains(PASSWORD));
  }

  @Test
  void anOrderNeedsAnOperatorAndThePagesOwnProof() throws Exception {
    assertEquals(401, order("", "").statusCode());
    assertEquals(403, order(cookie("wang"), "x").statusCode(), "a viewer gives no orders");
    HttpResponse<String> answer = login("li", PASSWORD);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    assertEquals(403, order(cookie, "guessed").statusCode());
    String proof =
        JsonParser.parseString(answer.body()).getAsJsonObject().get("proof").getAsString();
    assertEquals(404, order(cookie, proof).statusCode(), "no hall was heard of yet");
    assertTrue(get("/api/deeds", cookie("boss")).body().contains("order /api/halls/north/orders"));
  }

  private HttpResponse<String> order(String cookie, String proof) throws Exception {
    return send(
        to("/api/halls/north/orders")
            .header("Cookie", cookie)
            .header("X-Proof", proof)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("order=suspend")));
  }

  @Test
  void whoeverIsRemovedIsOutAtOnce() throws Exception {
    String cookie = cookie("wang");
    try (StaffFile staff = StaffFile.open(dir)) {
      assertTrue(staff.remove("wang"));
    }
    assertEquals(401, get("/api/halls", cookie).statusCode());
    assertEquals(401, login("wang", PASSWORD).statusCode());
  }

  @Test
  void aWrongNameAndAWrongPasswordAreAnsweredAlikeAndSoonNotAtAll() throws Exception {
    String unknown = login("nobody", PASSWORD).body();
    assertEquals(unknown, login("wang", "wrong").body());
    int status = 401;
    for (int tries = 0; tries < 20 && status == 401; tries++) {
      status = login("wang", "wrong" + tries).statusCode();
    }
    assertEquals(429, status);
    assertEquals(429, login("wang", PASSWORD).statusCode(), "also with the right one, for a while");
  }

  @Test
  void patienceGrowsAndEnds() {
    AtomicLong now = new AtomicLong();
    Patience patience = new Patience(now::get);
    for (int i = 0; i < 5; i++) {
      assertEquals(Optional.empty(), patience.left("name a", "address b"));
      patience.failed("name a", "address b");
    }
    assertEquals(Optional.of(Duration.ofSeconds(2)), patience.left("name a"));
    assertEquals(Optional.of(Duration.ofSeconds(2)), patience.left("name other", "address b"));
    patience.failed("name a");
    assertEquals(Optional.of(Duration.ofSeconds(4)), patience.left("name a"));
    now.addAndGet(Duration.ofSeconds(4).toNanos());
    assertEquals(Optional.empty(), patience.left("name a"));
    patience.succeeded("name a");
    patience.failed("name a");
    assertEquals(Optional.empty(), patience.left("name a"));
  }

  @Test
  void aSessionEndsUnusedAndInAnyCaseAfterADay() {
    AtomicLong now = new AtomicLong();
    Sessions sessions = new Sessions(now::get);
    StaffFile.Person wang = new StaffFile.Person("wang", Role.VIEWER);
    String token = sessions.begin(wang).token();
    assertNotEquals(token, sessions.begin(wang).token(), "each login has one of its own");
    for (int half = 0; half < 47; half++) {
      now.addAndGet(Duration.ofMinutes(30).toNanos());
      assertTrue(sessions.find(token).isPresent());
    }
    now.addAndGet(Duration.ofMinutes(30).toNanos());
    assertTrue(sessions.find(token).isEmpty());
    String other = sessions.begin(wang).token();
    now.addAndGet(Duration.ofHours(1).toNanos());
    assertTrue(sessions.find(other).isEmpty());
    assertTrue(sessions.find("made up").isEmpty());
  }

  @Test
  void anotherSitesPageCanNeitherReadNorLogIn() throws Exception {
    HttpRequest.Builder foreign =
        to("/api/login")
            .header("Origin", "https://evil.example")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("name=wang&password=x"));
    assertEquals(403, send(foreign).statusCode());
    HttpRequest.Builder own =
        to("/api/login")
            .header("Origin", "https://queue.example.cn")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("name=wang&password=x"));
    assertEquals(401, send(own).statusCode());
    assertEquals(405, send(to("/api/login")).statusCode(), "nobody is logged in by a link");
  }

  @Test
  void aRequestForAnotherHostIsRefused() throws Exception {
    assertTrue(raw("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").startsWith("HTTP/1.1 403"));
  }

  @Test
  void everyAnswerForbidsWhatNoPageOfOursNeeds() throws Exception {
    for (String path : List.of("/", "/api/halls", "/t/X", "/api/t/X", "/login.css")) {
      HttpResponse<String> answer = send(to(path));
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.contains("default-src 'none'"), path);
      assertFalse(policy.contains("unsafe"), path);
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
      assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
      assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
    }
  }

  @Test
  void noPathLeadsOutOfThePages() throws Exception {
    String cookie = cookie("wang");
    for (String path :
        List.of(
            "/../staff.db",
            "/%2e%2e/staff.db",
            "/staff.db",
            "/page/index.html",
            "//etc/passwd",
            "/centre.db",
            "/..%2fcentre.db",
            "/api/halls/..%2f..%2fx",
            "/charts.js/")) {
      String answer =
          raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 404"), path + ": " + answer.lines().findFirst());
    }
  }

  @Test
  void aFormThatIsTooLongIsRefused() throws Exception {
    assertEquals(413, login("wang", "x".repeat(20_000)).statusCode());
  }

  @Test
  void whereNobodyCouldLogInNoPageIsOpened() {
    IOException refused =
        assertThrows(
            IOException.class,
            () -> RunningCentre.locked(dir.resolve("new"), "nats://127.0.0.1:1").close());
    assertTrue(refused.getMessage().contains("central user add"), refused.getMessage());
  }

  /** The head of what is answered to these very bytes. */
  private String raw(String request) throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(centre.url("/")).getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      byte[] head = new byte[512];
      int length = socket.getInputStream().read(head);
      return new String(head, 0, Math.max(0, length), StandardCharsets.UTF_8);
    }
  }
}
