package jiaohao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import jiaohao.board.BitmapFont;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every face of a board, and the clerks' displays, on the whole firmware. */
class BoardFacesTest {
  private static final String DEVICE =
      """
      [printer]
      port = "simulated"
      baud = 115200
      [[board]]
      id = "hall"
      spi = "simulated"
      chips = 32
      face = "matrix"
      rows = 2
      brightness = { "07:00" = 8, "20:00" = 2 }
      [[board]]
      id = "two"
      port = "simulated"
      face = "xunpeng"
      counters = [2]
      [[board]]
      id = "digits"
      spi = "simulated"
      chips = 2
      idle = "clock"
      [[counter_display]]
      counter = 1
      spi = "simulated"
      beeper = "simulated"
      [[counter_display]]
      counter = 2
      spi = "simulated"
      beeper = "simulated"
      supervisor = true
      [voice]
      output = "off"
      [clock]
      trust = "always"
      """;

  @TempDir private Path state;

  @Test
  void everyFaceFollowsTheSameState() throws Exception {
    assumeTrue(Files.exists(BitmapFont.USUAL), "apt install xfonts-intl-chinese");
    try (RunningBench bench = RunningBench.start(DEVICE, state)) {
      assertEquals(204, bench.press("take inspection"));
      assertEquals(204, bench.press("take inspection"));
      assertEquals(204, bench.press("next 1"));
      Await.until("it is called", () -> bench.board().getFirst().equals("A001 → 1号窗口"));
      assertEquals("", bench.board().get(1), "another window's");
      Await.until("on digits", () -> bench.board().get(2).equals("A001   1"));
      assertEquals(204, bench.press("next 2"));
      Await.until("the window's own", () -> bench.board().subList(0, 2).equals(twoLatest(bench)));
      Await.until("the first again", () -> bench.board().getFirst().equals("A001 → 1号窗口"));
    }
  }

  /** The first chip of digits has the latest call, as the one line of the matrix at its turn. */
  private static List<String> twoLatest(RunningBench bench) throws Exception {
    String called = bench.board().get(2).substring(0, 4);
    return List.of(called + " → 2号窗口", called.replaceFirst("^[A-Z]0*", ""));
  }

  @Test
  void aGlitchedMatrixIsRightAgainWithinOneRepeat() throws Exception {
    assumeTrue(Files.exists(BitmapFont.USUAL), "apt install xfonts-intl-chinese");
    try (RunningBench bench = RunningBench.start(DEVICE, state)) {
      assertEquals(204, bench.press("take inspection"));
      assertEquals(204, bench.press("next 1"));
      Await.until("it is called", () -> bench.board().getFirst().equals("A001 → 1号窗口"));
      assertEquals(204, bench.fault("board:hall", "glitch"));
      Await.until(
          "it is right again within a repeat, and as long again for a busy machine",
          Duration.ofSeconds(4),
          () -> bench.board().getFirst().equals("A001 → 1号窗口"));
      assertEquals(204, bench.fault("board:two", "dead"));
      Await.until("the screen is missed", () -> bench.hasFault("board:two", "dead"));
      assertEquals(204, bench.fault("board:two", "none"));
      Await.until("the screen is back", () -> !bench.hasFault("board:two", "dead"));
    }
  }

  @Test
  void everyBoardIsDrawn() throws Exception {
    assumeTrue(Files.exists(BitmapFont.USUAL), "apt install xfonts-intl-chinese");
    try (RunningBench bench = RunningBench.start(DEVICE, state)) {
      for (int board = 1; board <= 3; board++) {
        byte[] png = bench.get("/bench/board/" + board + ".png").body();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertTrue(picture.getWidth() > 100 && picture.getHeight() > 50, "board " + board);
      }
      assertEquals(404, bench.get("/bench/board/4.png").statusCode());
      assertEquals(404, bench.get("/bench/board/0.png").statusCode());
    }
  }

  @Test
  void aClerkSeesNumberAndLineAndHearsAKeyThatDidNothing() throws Exception {
    try (RunningBench bench = RunningBench.start(DEVICE, state)) {
      Await.until("idle", () -> shows(bench, 1, "----   0"));
      assertEquals(204, bench.press("take inspection"));
      assertEquals(204, bench.press("take inspection"));
      Await.until("two wait", () -> shows(bench, 1, "----   2"));
      assertEquals(204, bench.press("next 1"));
      Await.until("in hand", () -> shows(bench, 1, "A001   1"));
      assertEquals(0, beeps(bench, 1));
      assertEquals(409, bench.press("hold 2"));
      Await.until("refused", () -> display(bench, 2).get("text").getAsString().startsWith("NONE"));
      Await.until("two beeps", () -> beeps(bench, 2) == 2);
      Await.until("it passes", () -> display(bench, 2).get("text").getAsString().startsWith("-"));
      assertEquals(0, beeps(bench, 1), "only where the key is");
    }
  }

  @Test
  void theSupervisorIsCalledWhereOneSits() throws Exception {
    try (RunningBench bench = RunningBench.start(DEVICE, state)) {
      assertEquals(204, bench.press("supervisor 1"));
      Await.until("called", () -> shows(bench, 2, "HELP   1"));
      Await.until("three beeps", () -> beeps(bench, 2) == 3);
      Await.until("the clerk sees it went out", () -> shows(bench, 1, "HELP   1"));
      assertEquals(0, beeps(bench, 1));
    }
  }

  private static boolean shows(RunningBench bench, int counter, String text) throws Exception {
    return display(bench, counter).get("text").getAsString().equals(text);
  }

  private static int beeps(RunningBench bench, int counter) throws Exception {
    return display(bench, counter).get("beeps").getAsInt();
  }

  private static JsonObject display(RunningBench bench, int counter) throws Exception {
    return bench.json("/bench/counter_displays").getAsJsonArray().asList().stream()
        .map(display -> display.getAsJsonObject())
        .filter(display -> display.get("counter").getAsInt() == counter)
        .findFirst()
        .orElseThrow();
  }
}
