package jiaohao.testing;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless chromium, driven through chromedriver by the W3C WebDriver protocol. */
public final class Browser implements AutoCloseable {
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

  /** Key under which WebDriver hands elements over (W3C WebDriver, 12.2). */
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final Path profile;
  private final URI session;

  private Browser(Process driver, Path profile, int port, int width, int height)
      throws IOException, InterruptedException {
    this.driver = driver;
    this.profile = profile;
    URI sessions = URI.create("http://127.0.0.1:" + port + "/session");
    JsonObject made = call("POST", sessions, capabilities(profile)).getAsJsonObject();
    session = URI.create(sessions + "/" + made.get("sessionId").getAsString());
    resize(width, height);
  }

  /** Whether this machine has chromium and its driver. */
  public static boolean installed() {
    return Files.isExecutable(DRIVER) && Files.isExecutable(Path.of("/usr/bin/chromium"));
  }

  /** Starts a browser of its own with a page of this size in CSS pixels. */
  public static Browser open(int width, int height) throws IOException, InterruptedException {
    Process driver =
        new ProcessBuilder(DRIVER.toString(), "--port=0").redirectErrorStream(true).start();
    try {
      Path profile = Files.createTempDirectory("browser-");
      return new Browser(driver, profile, port(driver), width, height);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      driver.destroyForcibly();
      throw failed;
    }
  }

  private static int port(Process driver) throws IOException {
    BufferedReader talk = driver.inputReader();
    for (String line = talk.readLine(); line != null; line = talk.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        return Integer.parseInt(started.group(1));
      }
    }
    throw new IOException("chromedriver did not start");
  }

  private static Object capabilities(Path profile) {
    List<String> arguments =
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=zh-CN",
            "--user-data-dir=" + profile);
    Object chrome = Map.of("args", arguments, "binary", "/usr/bin/chromium");
    Object logs = Map.of("browser", "ALL");
    return Map.of(
        "capabilities",
        Map.of("alwaysMatch", Map.of("goog:chromeOptions", chrome, "goog:loggingPrefs", logs)));
  }

  /** Makes the page this large, whatever the window around it takes. */
  public void resize(int width, int height) throws IOException, InterruptedException {
    Object size = Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    post("/goog/cdp/execute", Map.of("cmd", "Emulation.setDeviceMetricsOverride", "params", size));
  }

  public void go(URI page) throws IOException, InterruptedException {
    post("/url", Map.of("url", page.toString()));
  }

  /** Clicks the first element that the CSS selector finds, as a mouse would. */
  public void click(String selector) throws IOException, InterruptedException {
    JsonElement found = post("/element", Map.of("using", "css selector", "value", selector));
    String element = found.getAsJsonObject().get(ELEMENT).getAsString();
    post("/element/" + element + "/click", Map.of());
  }

  /** Holds the left mouse button on an element. */
  public void hold(String selector, Duration duration) throws IOException, InterruptedException {
    JsonElement found = post("/element", Map.of("using", "css selector", "value", selector));
    Object move = Map.of("type", "pointerMove", "duration", 0, "x", 0, "y", 0, "origin", found);
    Object mouse =
        Map.of(
            "type",
            "pointer",
            "id",
            "mouse",
            "actions",
            List.of(
                move,
                Map.of("type", "pointerDown", "button", 0),
                Map.of("type", "pause", "duration", duration.toMillis()),
                Map.of("type", "pointerUp", "button", 0)));
    post("/actions", Map.of("actions", List.of(mouse)));
  }

  /** What a JavaScript expression comes to, as text. */
  public String value(String expression) throws IOException, InterruptedException {
    JsonElement value =
        post(
            "/execute/sync",
            Map.of("script", "return String(" + expression + ")", "args", List.of()));
    return value.getAsString();
  }

  /** Lines of the browser's console that are worse than information. */
  public List<String> complaints() throws IOException, InterruptedException {
    return post("/se/log", Map.of("type", "browser")).getAsJsonArray().asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(entry -> List.of("WARNING", "SEVERE").contains(entry.get("level").getAsString()))
        .map(entry -> entry.get("message").getAsString())
        .toList();
  }

  /** The page, as far as it shows, as a PNG. */
  public byte[] picture() throws IOException, InterruptedException {
    return Base64.getDecoder()
        .decode(call("GET", URI.create(session + "/screenshot"), null).getAsString());
  }

  private JsonElement post(String command, Object body) throws IOException, InterruptedException {
    return call("POST", URI.create(session + command), body);
  }

  private JsonElement call(String method, URI uri, Object body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher content =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(new Gson().toJson(body));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(uri).method(method, content).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(method + " " + uri.getPath() + ": " + answer.body());
    }
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("value");
  }

  @Override
  public void close() throws IOException {
    try {
      call("DELETE", session, null);
    } catch (IOException gone) {
      // Then there is nothing left to close but the driver.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    driver.destroy();
    try {
      driver.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    driver.destroyForcibly();
    http.close();
    delete(profile);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
