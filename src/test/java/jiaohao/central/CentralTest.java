package jiaohao.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import jiaohao.sync.CentreStream;
import jiaohao.sync.Link;
import jiaohao.testing.Await;
import jiaohao.testing.NatsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the centre makes of a real stream. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class CentralTest {
  @TempDir private Path dir;
  private NatsServer server;
  private LiveHall north;

  @BeforeEach
  void startServer() throws Exception {
    server = NatsServer.start(Files.createDirectory(dir.resolve("nats")));
    north = LiveHall.start("chebei-01", dir.resolve("north"), server.url());
  }

  @AfterEach
  void stopServer() {
    north.close();
    server.close();
  }

  private RunningCentre centre(String name) throws Exception {
    return RunningCentre.start(dir.resolve(name), server.url());
  }

  @Test
  void itShowsEachHallAsItsOwnKioskDoes() throws Exception {
    north.does("take inspection").does("take inspection").does("next 1").send().tell();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      Await.until("its version is known", () -> centre.hall(north.id()).version().isPresent());
      JsonArray halls = JsonParser.parseString(centre.get("/api/halls").body()).getAsJsonArray();
      JsonObject hall = halls.get(0).getAsJsonObject();
      assertEquals("chebei-01", hall.get("id").getAsString());
      assertEquals("城北站", hall.get("name").getAsString());
      assertTrue(hall.get("online").getAsBoolean());
      assertEquals(north.last(), hall.get("seq").getAsLong());
      assertEquals(1, hall.get("waiting").getAsInt());
      assertEquals(1, hall.get("serving").getAsInt());
      assertEquals(0, hall.get("faults").getAsJsonArray().size());
      assertEquals(
          part(north.stateJson(), "waiting", "serving", "faults", "promise"),
          part(
              centre.get("/api/halls/chebei-01").body(),
              "waiting",
              "serving",
              "faults",
              "promise"));
    }
  }

  private static String part(String json, String... names) {
    JsonObject whole = JsonParser.parseString(json).getAsJsonObject();
    JsonObject part = new JsonObject();
    for (String name : names) {
      part.add(name, whole.get(name));
    }
    return part.toString();
  }

  @Test
  void itsEventsAreThoseOfTheKioskByteForByteFromAnyOneOn() throws Exception {
    north.does("take inspection").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      assertEquals(north.lines(), centre.lines(north.id()));
      List<String> rest = centre.get("/api/halls/chebei-01/events?from=3").body().lines().toList();
      assertEquals(north.lines().subList(2, north.lines().size()), rest);
      assertEquals("", centre.get("/api/halls/chebei-01/events?from=9999").body());
      assertEquals(400, centre.get("/api/halls/chebei-01/events?from=0").statusCode());
      assertEquals(404, centre.get("/api/halls/nowhere/events").statusCode());
    }
  }

  @Test
  void itGoesOnWhereItStoppedAndServesWhatItHasWithoutAServer() throws Exception {
    north.does("take inspection").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
    }
    north.does("take inspection").send();
    server.stop();
    try (RunningCentre centre = centre("centre")) {
      assertTrue(centre.hall(north.id()).seq() > 0);
      assertTrue(centre.hall(north.id()).seq() < north.last());
      assertFalse(centre.halls().connected());
      server.start();
      centre.awaitAll(north);
      assertEquals(north.lines(), centre.lines(north.id()));
    }
  }

  @Test
  void whatIsFoldedFromAKeptStateIsWhatIsFoldedFromAllEvents() throws Exception {
    north.does("take inspection").does("next 1").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
    }
    north.does("take inspection").does("finish 1").send();
    try (RunningCentre kept = centre("centre");
        RunningCentre whole = centre("other")) {
      kept.awaitAll(north);
      whole.awaitAll(north);
      assertEquals(whole.hall(north.id()).state(), kept.hall(north.id()).state());
      assertEquals(north.kiosk().state(), kept.hall(north.id()).state());
    }
  }

  @Test
  void whatTheDiskDoesNotTakeIsNotShownAndIsReadAgainOnceItDoes() throws Exception {
    north.does("take inspection").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      long before = centre.hall(north.id()).seq();
      inTheFile(
          "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'full'); END");
      north.does("take inspection").send();
      Await.until("it stands still", () -> !centre.halls().connected());
      assertEquals(before, centre.hall(north.id()).seq());
      inTheFile("DROP TRIGGER full");
      north.does("take inspection").send();
      centre.awaitAll(north);
      assertEquals(north.lines(), centre.lines(north.id()));
      assertEquals(0, centre.halls().refused());
    }
  }

  private void inTheFile(String statement) throws Exception {
    String file = "jdbc:sqlite:" + dir.resolve("centre").resolve(CentreFile.FILE);
    try (Connection connection = DriverManager.getConnection(file);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void aServerPutBackToAnOlderStoreChangesNothing() throws Exception {
    north.does("take inspection").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      server.stop();
      server.keepStore();
      server.start();
      north.does("take inspection").does("take inspection").send();
      centre.awaitAll(north);
      server.stop();
      server.rollBack();
      server.start();
      try (LiveHall south = LiveHall.start("south", dir.resolve("south"), server.url())) {
        south.does("take inspection").send(); // stands where others stood before
        north.send().does("take inspection").send();
        centre.awaitAll(north).awaitAll(south);
        assertEquals(north.lines(), centre.lines(north.id()));
        assertEquals(south.lines(), centre.lines(south.id()));
        assertEquals(0, centre.halls().refused());
      }
    }
  }

  @Test
  void severalCentresFollowSideBySideEachForSomeHallsOrForAll() throws Exception {
    try (LiveHall south = LiveHall.start("south", dir.resolve("south"), server.url());
        RunningCentre all = centre("all");
        RunningCentre shard =
            RunningCentre.start(
                dir.resolve("shard"), server.url(), List.of(CentreStream.subject("south")))) {
      north.does("take inspection").send();
      south.does("take inspection").send().tell();
      north.tell();
      all.awaitAll(north).awaitAll(south);
      shard.awaitAll(south);
      assertEquals(List.of("south"), shard.halls().all().stream().map(HallCopy::id).toList());
      assertEquals(all.lines("south"), shard.lines("south"));
    }
  }

  @Test
  void aCentreThatFollowsMoreHallsThanBeforeHasAllOfTheirs() throws Exception {
    north.does("take inspection").send();
    try (LiveHall south = LiveHall.start("south", dir.resolve("south"), server.url())) {
      south.does("take inspection").send();
      List<String> alone = List.of(CentreStream.subject("south"));
      try (RunningCentre shard = RunningCentre.start(dir.resolve("c"), server.url(), alone)) {
        shard.awaitAll(south);
      }
      try (RunningCentre all = centre("c")) {
        all.awaitAll(south).awaitAll(north);
        assertEquals(north.lines(), all.lines(north.id()));
        assertEquals(0, all.halls().refused());
      }
      List<String> every = List.of(CentreStream.SUBJECTS);
      assertFalse(Doubts.of(dir.resolve("c"), every).followsOthers(), "and the next reads on");
    }
  }

  @Test
  void aCentreThatHasMissedSomethingReadsItAgain() throws Exception {
    north.does("take inspection").does("take inspection").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
    }
    String url = "jdbc:sqlite:" + dir.resolve("centre/centre.db");
    try (Connection damage = DriverManager.getConnection(url);
        Statement statement = damage.createStatement()) {
      statement.execute("DELETE FROM event WHERE seq > 3");
      statement.execute("DELETE FROM snapshot");
    }
    north.does("take inspection").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      assertEquals(north.lines(), centre.lines(north.id()));
      assertTrue(centre.hall(north.id()).broken().isEmpty());
    }
  }

  @Test
  void whatWasRefusedIsLookedAtAgainAtTheNextStart() throws Exception {
    List<String> all = List.of(CentreStream.SUBJECTS);
    Doubts first = Doubts.of(dir, all);
    assertTrue(first.followsOthers(), "nothing is known of a run before");
    first.begun();
    first.refused(9);
    first.refused(12);
    Doubts next = Doubts.of(dir, all);
    assertFalse(next.followsOthers());
    assertEquals(9, next.refusedFrom().orElseThrow());
    next.lookedAgain();
    assertTrue(Doubts.of(dir, all).refusedFrom().isEmpty());
    Files.writeString(dir.resolve(Doubts.FILE), "torn");
    assertTrue(Doubts.of(dir, all).followsOthers());
  }

  @Test
  void whatDoesNotFitIsRefusedCountedAndHarmsNobody() throws Exception {
    north.does("take inspection").send();
    try (LiveHall south = LiveHall.start("south", dir.resolve("south"), server.url());
        RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      List<String> lines = north.lines();
      forge("chebei-01", "garbage");
      forge("chebei-01", new String(new byte[900_000], StandardCharsets.US_ASCII));
      forge("chebei-01", lines.getFirst() + "\n" + lines.getLast() + "\n"); // a gap
      forge("chebei-01", lines.getLast().replace("\"at\":\"2", "\"at\":\"3") + "\n"); // tampered
      forge("mallory", lines.getFirst() + "\n" + lines.get(1) + "\n" + lines.get(2) + "\n");
      forge("chebei-01", lines.getFirst() + "\n"); // a replay: nothing new, nothing wrong
      south.does("take inspection").send();
      centre.awaitAll(south);
      assertEquals(5, centre.halls().refused());
      assertEquals(4, centre.hall("chebei-01").broken().orElseThrow().refused());
      assertEquals(lines, centre.lines("chebei-01"));
      assertTrue(centre.hall("mallory").broken().isPresent());
    }
  }

  private void forge(String hall, String body) throws Exception {
    try (Link link =
        new Link(
            List.of(server.url()),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            "mallory")) {
      link.connection()
          .jetStream()
          .publish(CentreStream.subject(hall), body.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aTicketsPageTellsItsHolderTheTurnAndNothingElse() throws Exception {
    north.does("take inspection").does("take inspection").send().tell();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      JsonObject turn = turn(centre, north.reference(2));
      assertEquals("A002", turn.get("number").getAsString());
      assertEquals("waiting", turn.get("standing").getAsString());
      assertEquals(1, turn.get("ahead").getAsInt());
      assertEquals("城北站", turn.get("hall").getAsString());
      north.does("next 1").does("next 1").send();
      centre.awaitAll(north);
      assertEquals("called", turn(centre, north.reference(2)).get("standing").getAsString());
      assertEquals(1, turn(centre, north.reference(2)).get("window").getAsInt());
      assertEquals(404, centre.get("/api/t/" + north.reference(1)).statusCode());
      assertEquals(404, centre.get("/api/t/UNKNOWN").statusCode());
    }
  }

  @Test
  void whoTriesManyReferencesIsSoonRefused() throws Exception {
    try (RunningCentre centre = centre("centre")) {
      int status = 404;
      for (int i = 0; i < 200 && status == 404; i++) {
        status = centre.get("/api/t/GUESS" + i).statusCode();
      }
      assertEquals(429, status);
    }
  }

  private static JsonObject turn(RunningCentre centre, String reference) throws Exception {
    return JsonParser.parseString(centre.get("/api/t/" + reference).body()).getAsJsonObject();
  }

  @Test
  void aHallIsOfflineWhenItHasNotBeenHeardOfForFifteenSeconds() throws Exception {
    north.does("take inspection").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      HallCopy hall = centre.hall(north.id());
      Instant heard = hall.heardAt();
      assertTrue(hall.online(heard.plusSeconds(14)));
      assertFalse(hall.online(heard.plusSeconds(15)));
    }
  }

  @Test
  void aDayCanBeHadAsATable() throws Exception {
    north.does("take inspection").does("next 1").does("finish 1").send();
    try (RunningCentre centre = centre("centre")) {
      centre.awaitAll(north);
      String day = north.kiosk().state().day().orElseThrow().toString();
      String csv = centre.get("/api/halls/chebei-01/report.csv?day=" + day).body();
      assertTrue(csv.startsWith("day,kind,of,"), csv);
      assertTrue(csv.contains(day + ",tickets,inspection,1,1,0,0"), csv);
      JsonArray days =
          JsonParser.parseString(centre.get("/api/halls/chebei-01/days").body()).getAsJsonArray();
      assertEquals(1, days.get(0).getAsJsonObject().get("tickets").getAsInt());
      assertEquals(400, centre.get("/api/halls/chebei-01/report.csv?day=today").statusCode());
    }
  }
}
