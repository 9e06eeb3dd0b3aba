package jiaohao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import jiaohao.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed at a desk of the bench, and what the page hears of it. */
final class DeskTest {
  @TempDir private Path state;
  private RunningBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = StaffedHall.start(state);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private JsonObject counter(int index) throws Exception {
    return bench
        .json("/bench/panel")
        .getAsJsonObject()
        .getAsJsonArray("counters")
        .get(index)
        .getAsJsonObject();
  }

  @Test
  void whatNoKeyMeansIsTypedAndAnsweredAlike() throws Exception {
    for (String verb : List.of("take inspection", "take inspection", "call 1 A002")) {
      assertEquals(204, bench.press(verb), verb);
    }
    assertEquals("A002", bench.hallState().getAsJsonObject("serving").get("1").getAsString());
    assertEquals(204, bench.press("transfer 1  certificate"));
    assertEquals("[\"A002\"]", bench.waiting("certificate").toString());
    HttpResponse<byte[]> refused = bench.post("/bench/press?button=call+1+A099");
    assertEquals(409, refused.statusCode());
    JsonObject told = RunningBench.json(refused).getAsJsonObject();
    assertTrue(told.get("error").getAsString().contains("A099"), told.toString());
    assertTrue(told.has("words"), told.toString());
  }

  @Test
  void whatCannotBeTypedAtADeskOfThisHallIsNotFound() throws Exception {
    for (String words :
        List.of(
            "call 9 A001", "call 1 A001 A002", "call A001", "take nothing", "next 9", "dance")) {
      assertEquals(404, bench.press(words), words);
    }
    HttpResponse<byte[]> unread = bench.post("/bench/press?button=transfer+x+checkin");
    String why = RunningBench.json(unread).getAsJsonObject().get("error").getAsString();
    assertTrue(why.contains("transfer COUNTER STAGE"), why);
  }

  @Test
  void theWholeHallIsSuspendedAndGoesOn() throws Exception {
    bench.press("take inspection");
    assertEquals(204, bench.press("suspend"));
    assertEquals(409, bench.press("suspend"));
    assertTrue(bench.hallState().get("suspended").getAsBoolean());
    assertEquals(409, bench.press("next 1"));
    assertEquals(204, bench.press("resume"));
    assertEquals(204, bench.press("next 1"));
  }

  @Test
  void thePageHearsWhoSitsThereAndWhatIsInHand() throws Exception {
    for (String verb :
        List.of("sign-on 3 li", "take new-vehicle", "next 3", "take inspection", "next 1")) {
      assertEquals(204, bench.press(verb), verb);
    }
    assertEquals("li", counter(2).get("staff").getAsString());
    assertTrue(counter(2).get("silent").getAsBoolean());
    assertEquals("new-vehicle", counter(2).get("stage").getAsString());
    assertEquals(204, bench.press("start 1"));
    Await.until("the standard is broken", () -> broken(counter(0)));
  }

  private static boolean broken(JsonObject counter) {
    return counter.has("sign") && counter.getAsJsonObject("sign").get("broken").getAsBoolean();
  }

  @Test
  void noticesComeOutLikeSlips() throws Exception {
    for (String verb : List.of("take inspection", "next 1", "finish-other 1")) {
      assertEquals(204, bench.press(verb), verb);
    }
    Await.until("slip and notice", () -> bench.slips().size() == 2);
    JsonObject notice = bench.slips().get(1).getAsJsonObject();
    assertTrue(notice.get("text").getAsString().contains("□ 行驶证"), notice.toString());
    assertTrue(notice.get("cut").getAsBoolean());
    assertEquals("image/png", contentType("/bench/slips/2.png"));
  }

  private String contentType(String path) throws Exception {
    return bench.get(path).headers().firstValue("Content-Type").orElseThrow();
  }
}
