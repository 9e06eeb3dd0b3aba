package jiaohao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jiaohao.testing.Jvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jiaohao bench} as it is started from a shell. */
final class BenchCommandTest {
  @TempDir private Path state;

  @Test
  void itSaysReadyWithItsAddressAndStopsWhenTold() throws Exception {
    Process bench = Jvm.start(Main.class, "bench", "--port", 0, "--state", state);
    try (BufferedReader out = bench.inputReader();
        HttpClient http = HttpClient.newHttpClient()) {
      String ready = out.readLine();
      assertTrue(ready != null && ready.startsWith("ready http://127.0.0.1:"), ready);
      URI page = URI.create(ready.substring("ready ".length()));
      HttpRequest request = HttpRequest.newBuilder(page.resolve("/api/state")).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertTrue(answer.body().contains("\"checkin\":[]"), answer.body());

      bench.destroy();
      assertTrue(bench.waitFor(5, TimeUnit.SECONDS), "still running 5 s after SIGTERM");
      assertEquals(Main.FINE, bench.exitValue());
    } finally {
      bench.destroyForcibly();
    }
  }

  @Test
  void aPortInUseIsAFaultAndNothingElseHappens() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertEquals(Main.FAULT, Main.execute("bench", "--port", port, "--state", state.toString()));
    }
    assertEquals(0, state.toFile().list().length);
  }

  @Test
  void aPortThatCannotBeIsWrongUse() {
    assertEquals(Main.WRONG_USE, Main.execute("bench", "--port", "65536"));
    assertEquals(Main.WRONG_USE, Main.execute("bench", "--port", "http"));
  }

  @Test
  void aHallFileThatCannotBeReadIsAWrongFile() {
    Path none = state.resolve("none.toml");
    assertEquals(Main.WRONG_USE, Main.execute("bench", "--port", "0", "--hall", none.toString()));
  }
}
