package jiaohao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import jiaohao.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench's simulated printer, over HTTP. */
final class BenchPaperTest {
  @TempDir private Path state;
  private RunningBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = RunningBench.start(state);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aSlipComesOutWithItsPicture() throws Exception {
    bench.press("take inspection");
    Await.until("a slip", () -> bench.slips().size() == 1);
    JsonObject slip = bench.slips().get(0).getAsJsonObject();
    assertTrue(slip.get("text").getAsString().contains("A001"), slip.toString());
    assertTrue(slip.get("cut").getAsBoolean());
    assertEquals("[]", slip.get("marks").toString());

    HttpResponse<byte[]> picture = bench.get("/bench/slips/1.png");
    assertEquals("image/png", picture.headers().firstValue("Content-Type").orElseThrow());
    BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(picture.body()));
    assertTrue(drawn.getWidth() > 500 && drawn.getHeight() > 300, drawn.toString());
    assertEquals(404, bench.get("/bench/slips/0.png").statusCode());
    assertEquals(404, bench.get("/bench/slips/2.png").statusCode());
  }

  @Test
  void theSameButtonTwiceAtOnceIsTwoTickets() throws Exception {
    List<Integer> statuses = bench.pressTogether(List.of("take inspection", "take inspection"));
    assertEquals(List.of(204, 204), statuses);
    assertEquals("[\"A001\",\"A002\"]", bench.waiting("checkin").toString());
  }

  @Test
  void paperOutIsAFaultWithARemedyUntilItIsPutRight() throws Exception {
    assertEquals(204, bench.fault("printer", "paper-end"));
    Await.until("paper-end", () -> bench.hasFault("printer", "paper-end"));
    assertEquals(204, bench.press("take inspection"));
    assertEquals(0, bench.slips().size());
    assertEquals(204, bench.fault("printer", "none"));
    Await.until("no fault", () -> bench.hallState().getAsJsonArray("faults").isEmpty());
    Await.until("the proof and the slip", () -> bench.slips().size() == 2);
    assertTrue(bench.slips().get(0).toString().contains("纸张正常"), bench.slips().toString());
    assertTrue(bench.slips().get(1).toString().contains("A001"), bench.slips().toString());
  }

  @Test
  void anUnprintedSlipIsMarkedWhenItIsPrintedAnew() throws Exception {
    bench.press("take inspection");
    Await.until("a slip", () -> bench.slips().size() == 1);
    bench.fault("printer", "cutter");
    bench.press("take inspection");
    Await.until("cutter", () -> bench.hasFault("printer", "cutter"));
    bench.fault("printer", "none");
    Await.until("a slip marked 补打", () -> bench.slips().toString().contains("[\"补打\"]"));
  }
}
