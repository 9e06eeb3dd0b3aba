package jiaohao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jiaohao.hall.Plan;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped vehicle-inspection station on the bench: cars from the ticket to window 9, by the
 * buttons and desks of its posts. Its opening hours are left out, since the bench goes by today's.
 */
class VehicleInspectionTest {
  private static final Path HALL = Path.of("device/halls/vehicle-inspection.toml");

  @TempDir private Path state;
  private RunningBench bench;

  @BeforeEach
  void start() throws Exception {
    String hall =
        Files.readString(HALL)
            .replaceAll("(?m)^last_ticket = .*$", "")
            .replaceAll("(?s)\\[\\[hours]].*?(?=\\[fairness])", "");
    bench = RunningBench.start(hall, RunningBench.fastDevice(), state);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void theHallOfTheTestIsTheShippedOneButForItsHours() throws Exception {
    Plan shipped = RunningBench.plan(Files.readString(HALL));
    Plan tested = bench.firmware.kiosk().state().plan().orElseThrow();
    assertEquals(shipped.stages(), tested.stages());
    assertEquals(shipped.counters(), tested.counters());
    assertEquals(shipped.fairness(), tested.fairness());
  }

  @Test
  void oneCarGoesFromItsTicketToWindowNine() throws Exception {
    takeTicket();
    checkIn("K17");
    pay();
    serve(21, 22, 23);
    assertEquals(List.of("A001"), waiting("report"));
    assertEquals(List.of("A001"), waiting("signature"));
    serve(24);
    assertEquals(409, bench.press("next 9"), "the sheet is not there yet");
    serve(25);
    certify("K17");
    assertEquals(0, bench.firmware.kiosk().state().open());
  }

  @Test
  void onlyWindowsThatServePeopleCallAndSpeak() throws Exception {
    oneCarGoesFromItsTicketToWindowNine();
    List<String> said =
        bench.json("/bench/said").getAsJsonArray().asList().stream()
            .map(JsonObject.class::cast)
            .map(utterance -> utterance.get("text").getAsString())
            .filter(text -> text.startsWith("请A001号到"))
            .toList();
    assertEquals(List.of("请A001号到1号窗口", "请A001号到3号窗口", "请A001号到9号窗口"), said);
  }

  @Test
  void whatTheVehicleOfficeNeedsAfterwardsIsPrinted() throws Exception {
    oneCarGoesFromItsTicketToWindowNine();
    Await.until("the notice is printed", () -> bench.slips().size() == 2);
    String notice = bench.slips().get(1).getAsJsonObject().get("text").getAsString();
    for (String paper : List.of("行驶证正副本", "检测报告", "外检单", "有效的交强险副本")) {
      assertTrue(notice.contains(paper), notice);
    }
    assertFalse(notice.contains("K17"), notice);
  }

  @Test
  void thePromiseAndHowItIsKeptAreThereForEverybody() throws Exception {
    oneCarGoesFromItsTicketToWindowNine();
    JsonObject checkIn =
        bench.hallState().getAsJsonArray("promise").asList().stream()
            .map(JsonObject.class::cast)
            .filter(promise -> promise.get("stage").getAsString().equals("checkin"))
            .findFirst()
            .orElseThrow();
    assertEquals("报检", checkIn.get("name").getAsString());
    assertEquals(
        "{\"limit_s\":30,\"accounted\":1,\"within\":1}", checkIn.get("serving").toString());
    assertEquals(
        "{\"limit_s\":900,\"accounted\":1,\"within\":1}", checkIn.get("waiting").toString());
  }

  @Test
  void aCarThatDoesNotPassTheLookHasItsExteriorCheckedAgain() throws Exception {
    takeTicket();
    checkIn("K17");
    pay();
    serve(21, 22, 23, 24);
    press("next 25", "finish-other 25");
    assertEquals(List.of("A001"), waiting("re-exterior"));
    serve(21);
    assertEquals(List.of("A001"), waiting("signature"));
    assertEquals(409, bench.press("next 9"));
    serve(25);
    certify("K17");
  }

  @Test
  void aFailedReportBringsTheCarBackAfterRepairFromTheTestLineOn() throws Exception {
    takeTicket();
    checkIn("K17");
    pay();
    serve(21, 22, 23);
    press("next 24", "finish-other 24");
    assertEquals(List.of(), waiting("return-papers"), "sheet and report go back together");
    serve(25);
    press("next 9", "finish 9");
    assertEquals("[\"A001\"]", bench.hallState().getAsJsonArray("away").toString());
    press("call 1 A001", "finish 1");
    serve(22, 23, 24, 25);
    certify("K17");
  }

  @Test
  void aSwappedKeyTagIsRefusedAndOnRecord() throws Exception {
    takeTicket();
    checkIn("K17");
    press("take inspection");
    checkIn("K18");
    press("next 3", "next 3", "finish 3");
    serve(21, 21, 22, 22, 23, 23, 24, 24, 25, 25);
    press("next 9");
    assertEquals(409, bench.press("match 9 K18"));
    assertEquals(409, bench.press("finish 9"), "nothing is handed over");
    press("match 9 K17", "finish 9");
    assertTrue(journal().contains("\"type\":\"TokenMismatched\""));
    assertTrue(journal().contains("\"token\":\"K18\""));
  }

  private String journal() throws Exception {
    StringBuilder lines = new StringBuilder();
    try (JournalReader reader = Journal.reader(state)) {
      reader.read(1, row -> lines.append(row.body()).append('\n'));
    }
    return lines.toString();
  }

  private void takeTicket() throws Exception {
    press("take inspection");
    assertEquals(List.of("A001"), waiting("checkin"));
  }

  private void checkIn(String tag) throws Exception {
    press("next 1", "bind 1 " + tag, "finish 1");
  }

  private void pay() throws Exception {
    press("next 3", "finish 3");
  }

  private void certify(String tag) throws Exception {
    press("next 9");
    assertEquals("A001", bench.hallState().getAsJsonObject("serving").get("9").getAsString());
    press("match 9 " + tag, "finish 9");
  }

  /** Each post takes up what is next and finishes it. */
  private void serve(int... posts) throws Exception {
    for (int post : posts) {
      press("next " + post, "finish " + post);
    }
  }

  private void press(String... verbs) throws Exception {
    for (String verb : verbs) {
      assertEquals(204, bench.press(verb), verb);
    }
  }

  private List<String> waiting(String stage) throws Exception {
    return bench.waiting(stage).asList().stream().map(number -> number.getAsString()).toList();
  }
}
