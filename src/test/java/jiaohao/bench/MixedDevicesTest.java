package jiaohao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jiaohao.testing.Await;
import jiaohao.testing.Pty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bench on which some devices are real, and buttons with a held meaning. */
final class MixedDevicesTest {
  private static final String REST =
      """
      [board]
      spi = "simulated"
      chips = 2
      face = "digits"
      [voice]
      output = "off"
      [clock]
      trust = "always"
      """;

  private static final String BUTTONS =
      """
      [[button]]
      line = "simulated"
      press = "take inspection"
      held = "language en"
      [[button]]
      line = "simulated"
      press = "next 1"
      held = "undo 1"
      """;

  @TempDir private Path state;

  private static JsonObject panel(RunningBench bench) throws Exception {
    return bench.json("/bench/panel").getAsJsonObject();
  }

  @Test
  void aHeldMeaningIsPressedByItsOwnWords() throws Exception {
    try (RunningBench bench = RunningBench.start(REST + BUTTONS, state)) {
      assertEquals(204, bench.press("language en"));
      assertEquals("en", panel(bench).getAsJsonObject("wish").get("language").getAsString());
      assertEquals(404, bench.press("assist"));
    }
  }

  @Test
  void howLongAButtonIsHeldDecidesWhatItMeans() throws Exception {
    try (RunningBench bench = RunningBench.start(REST + BUTTONS, state)) {
      assertEquals(204, bench.press("take inspection"));
      assertEquals(204, bench.press("next 1"));
      assertTrue(panel(bench).toString().contains("\"ticket\":\"A001\""));
      assertEquals(204, bench.post("/bench/press?button=next+1&held_ms=1600").statusCode());
      assertTrue(panel(bench).toString().contains("\"numbers\":[\"A001\"]"));
    }
  }

  @Test
  void aRealPrinterPrintsElsewhereAndHasNoInjectedFaults() throws Exception {
    try (Pty pty = Pty.open()) {
      String printer = "[printer]\nport = \"" + pty.slave() + "\"\nbaud = 115200\n";
      try (RunningBench bench = RunningBench.start(printer + REST, state)) {
        assertEquals(204, bench.press("take inspection"));
        StringBuilder printed = new StringBuilder();
        Await.until(
            "the number on the wire",
            () -> {
              printed.append(new String(pty.read(10), StandardCharsets.ISO_8859_1));
              return printed.toString().contains("A001");
            });
        assertEquals("[]", bench.json("/bench/slips").toString());
        assertEquals(404, bench.get("/bench/slips/1.png").statusCode());
        assertEquals(404, bench.fault("printer", "paper-end"));
        assertEquals(204, bench.fault("board", "dead"));
      }
    }
  }
}
