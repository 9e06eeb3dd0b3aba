package jiaohao.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jiaohao.config.DeviceFile;
import jiaohao.console.RunningConsole.SetClock;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Outlook;
import jiaohao.hall.State;
import jiaohao.health.Fault;
import jiaohao.kiosk.Kiosk;
import jiaohao.testing.Await;
import jiaohao.web.OwnNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is served on the LAN, and what is not. */
final class ConsoleTest {
  private static final SetClock MORNING = SetClock.at("2026-11-25T10:20");

  @TempDir private Path state;

  private RunningConsole heating() throws Exception {
    return RunningConsole.start(RunningConsole.shipped("heating.toml"), MORNING, state);
  }

  @Test
  void theStateIsReadAndNothingIsCommanded() throws Exception {
    try (RunningConsole console = heating()) {
      console.does("take payment");
      assertTrue(console.get("/api/state").body().contains("\"payment\":[\"A001\"]"));
      for (String path : List.of("/api/state", "/tv", "/tv/events", "/bench/press?button=next+1")) {
        HttpRequest.Builder post =
            HttpRequest.newBuilder(console.uri(path)).POST(HttpRequest.BodyPublishers.noBody());
        assertEquals(405, console.send(post).statusCode(), path);
      }
      for (String path :
          List.of("/", "/tv/", "/tv/../api", "/tv/package-info.class", "/bench/hall")) {
        assertEquals(404, console.get(path).statusCode(), path);
      }
    }
  }

  @Test
  void thePageMayLoadNothingFromElsewhere() throws Exception {
    try (RunningConsole console = heating()) {
      HttpResponse<String> page = console.get("/tv");
      String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
      assertFalse(page.body().contains("http"), "only its own files");
      assertFalse(policy.contains("unsafe"), policy);
    }
  }

  @Test
  void namesOfTheInternetThatLeadHereAreRefused() {
    OwnNames names = new OwnNames("kiosk.example.com");
    List<String> own =
        List.of("192.168.1.20", "[fe80::1]", "kiosk", "kiosk.local", "kiosk.example.com");
    assertEquals(own, own.stream().filter(names).toList());
    assertEquals(
        List.of(),
        List.of("", "evil.example", "1.2.3.4.evil.example").stream().filter(names).toList());
  }

  @Test
  void aScreenIsToldNumbersAndNothingPersonal() throws Exception {
    try (RunningConsole console = heating()) {
      console.does("sign-on 1 wang", "take payment", "next 1");
      State now = console.kiosk.state();
      var outlook = Outlook.of(now, now.plan().orElseThrow(), console.kiosk.moment());
      String told =
          TvHallJson.of(now.plan().get(), "")
              + TvNowJson.of(
                  now, now.plan().get(), outlook, console.kiosk.keptToday(), Optional.empty());
      assertTrue(told.contains("\"A001\""), told);
      assertFalse(told.contains("wang") || told.contains("王敏") || told.contains("r1"), told);
    }
  }

  @Test
  void aPortInUseIsAFaultWithARemedyUntilItIsFree() throws Exception {
    String hall = RunningConsole.shipped("heating.toml");
    Command.Start start = new Command.Start("test", RunningConsole.plan(hall), hall);
    try (Kiosk kiosk = Kiosk.start(start, MORNING, state)) {
      kiosk.ready().get();
      ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      var where = new DeviceFile.Console("127.0.0.1", taken.getLocalPort());
      try (Console console = Console.start(where, kiosk, MORNING)) {
        Await.until("the fault", () -> fault(kiosk).equals(Optional.of("port-in-use")));
        assertFalse(Fault.of("console", "port-in-use").orElseThrow().remedy("en").isBlank());
        taken.close();
        Await.until("the pages", () -> console.port().isPresent());
        Await.until("no fault", () -> fault(kiosk).isEmpty());
      } finally {
        taken.close();
      }
    }
  }

  @Test
  void anAddressOfAnotherBoxIsAFaultToo() throws Exception {
    String hall = RunningConsole.shipped("heating.toml");
    Command.Start start = new Command.Start("test", RunningConsole.plan(hall), hall);
    try (Kiosk kiosk = Kiosk.start(start, MORNING, state)) {
      kiosk.ready().get();
      var elsewhere = new DeviceFile.Console("192.0.2.1", 8081);
      try (Console console = Console.start(elsewhere, kiosk, MORNING)) {
        Await.until("the fault", () -> fault(kiosk).equals(Optional.of("address")));
        assertTrue(console.port().isEmpty());
      }
    }
  }

  private static Optional<String> fault(Kiosk kiosk) {
    return kiosk.faults().stream()
        .filter(fault -> fault.device().equals("console"))
        .map(Event.FaultRaised::fault)
        .findFirst();
  }
}
