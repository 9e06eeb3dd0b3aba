package jiaohao.console;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.kiosk.Answer;
import jiaohao.kiosk.Kiosk;
import jiaohao.testing.Await;

/** A kiosk without devices, its pages, and somebody who works in the hall. */
final class RunningConsole implements AutoCloseable {
  final Kiosk kiosk;
  final int port;
  final SetClock clock;
  private final Console console;
  private final HttpClient http = HttpClient.newHttpClient();
  private int presses;

  private RunningConsole(Kiosk kiosk, Console console, SetClock clock, int port) {
    this.kiosk = kiosk;
    this.clock = clock;
    this.console = console;
    this.port = port;
  }

  /** The machine's clock, set to some time of day, which may run on at once. */
  static final class SetClock implements Clock {
    private final Duration set;
    private volatile Duration passed = Duration.ZERO;

    private SetClock(Duration set) {
      this.set = set;
    }

    /** It is so late in Shanghai now: "2026-11-25T12:10". */
    static SetClock at(String local) {
      Instant then = LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
      return new SetClock(Duration.between(Instant.now(), then));
    }

    void pass(Duration more) {
      passed = passed.plus(more);
    }

    @Override
    public Instant wall() {
      return Instant.now().plus(set).plus(passed);
    }

    @Override
    public long nanos() {
      return System.nanoTime() + passed.toNanos();
    }

    @Override
    public boolean trusted() {
      return true;
    }
  }

  /** Starts on any free port. */
  static RunningConsole start(String hall, SetClock clock, Path state) throws Exception {
    return start(hall, clock, state, freePort());
  }

  static RunningConsole start(String hall, SetClock clock, Path state, int port) throws Exception {
    return start(hall, clock, state, port, Optional.empty());
  }

  /** One with a desk for those who know the PIN. */
  static RunningConsole start(String hall, SetClock clock, Path state, Optional<String> pin)
      throws Exception {
    return start(hall, clock, state, freePort(), pin);
  }

  private static RunningConsole start(
      String hall, SetClock clock, Path state, int port, Optional<String> pin) throws Exception {
    Kiosk kiosk = Kiosk.start(new Command.Start("test", plan(hall), hall), clock, state);
    kiosk.ready().get(10, TimeUnit.SECONDS);
    Console console = Console.start(new DeviceFile.Console("127.0.0.1", port, pin), kiosk, clock);
    Await.until("the pages", () -> console.port().isPresent());
    return new RunningConsole(kiosk, console, clock, port);
  }

  static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  static Plan plan(String hall) {
    return HallFile.parse("hall.toml", hall.getBytes(StandardCharsets.UTF_8)).value().orElseThrow();
  }

  /** A shipped hall that never closes, so that tests run at any hour. */
  static String shipped(String name) throws IOException {
    return Files.readString(Path.of("device/halls", name))
        .replaceAll("(?m)^\\[\\[(hours|holiday|workday)]][^\\[]*", "")
        .replaceAll("(?m)^last_ticket = .*", "");
  }

  /** Does what these mean; each must be carried out. */
  void does(String... verbs) throws Exception {
    for (String verb : verbs) {
      presses++;
      Command.Press press = new Command.Press(Verb.parse(verb), "r" + presses);
      Answer answer = kiosk.press(press).get(5, TimeUnit.SECONDS);
      assertInstanceOf(Answer.Done.class, answer, () -> verb + ": " + answer);
    }
  }

  Kiosk kiosk() {
    return kiosk;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  @Override
  public void close() {
    http.shutdownNow();
    console.close();
    kiosk.close();
  }
}
