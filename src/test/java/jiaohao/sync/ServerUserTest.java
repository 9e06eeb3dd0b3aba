package jiaohao.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nats.client.Connection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jiaohao.health.Fault;
import jiaohao.journal.Row;
import jiaohao.testing.Await;
import jiaohao.testing.NatsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what at a server that is set up as the shipped file says. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class ServerUserTest {
  @TempDir private Path dir;
  private final ServerUser centre = ServerUser.ofCentre();
  private final ServerUser north = ServerUser.ofHall("north");
  private final ServerUser south = ServerUser.ofHall("south");
  private final ServerUser door = ServerUser.ofSatellite("north", "door-2");
  private NatsServer server;

  @BeforeEach
  void startServer() throws Exception {
    String shipped = Files.readString(Path.of("device/centre/nats-server.conf"));
    String users =
        String.join(
            "\n",
            Stream.of(centre, north, south, door).map(user -> "    " + user.entry()).toList());
    String conf =
        shipped
            .replaceFirst("(?m)^listen:.*$", "")
            .replaceFirst("store_dir: .*", "")
            .replace(
                "# authorization {\n#   users: [\n#   ]\n# }",
                "authorization { users: [\n" + users + "\n] }");
    Path file = Files.writeString(dir.resolve("nats-server.conf"), conf);
    server = NatsServer.start(dir, "-c", file.toString());
    try (Link link = link("centre", centre)) {
      new CentreStream(link).ensure();
      new StateBucket(link).ensure();
    }
  }

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  private Link link(String name, ServerUser user) throws Exception {
    Path seed = Files.writeString(Files.createTempFile(dir, name, ".seed"), user.seed() + "\n");
    return new Link(List.of(server.url()), Optional.of(seed), Optional.empty(), name);
  }

  @Test
  void aHallsBoxSendsItsEventsAndStateAndPlaysThemBack() throws Exception {
    try (Link link = link("north", north);
        Notebook notebook = Notebook.in(dir.resolve("own")).add(5);
        Notebook spare = Notebook.in(dir.resolve("spare"))) {
      Courier courier = new Courier("north", notebook.reader(), link, new SplittableRandom(1));
      Await.until("sent", () -> courier.step(5) instanceof Courier.Done.All);
      new StateBucket(link).put("north", "{}");
      new StateBucket(link).put(StateBucket.fencedKey("north"), "{}");
      new CatchUp("north", link).play(spare.journal());
      assertEquals(notebook.lines(), spare.lines());
    }
  }

  @Test
  void itCanNeitherWriteAsAnotherHallNorChangeTheStream() throws Exception {
    try (Link link = link("north", north)) {
      Connection connection = link.connection();
      refused(() -> connection.jetStream().publish(CentreStream.subject("south"), body()));
      refused(() -> connection.keyValue(StateBucket.NAME).put("south", body()));
      refused(() -> connection.jetStreamManagement().deleteStream(CentreStream.NAME));
      refused(() -> connection.jetStreamManagement().purgeStream(CentreStream.NAME));
    }
    assertEquals(0, events());
  }

  @Test
  void aSatelliteReadsItsHallAndAsksItsBoxAndWritesNothing() throws Exception {
    List<Row> seen = new CopyOnWriteArrayList<>();
    try (Link northLink = link("north", north);
        Link doorLink = link(ServerUser.satelliteName("north", "door-2"), door);
        Notebook notebook = Notebook.in(dir.resolve("own")).add(3);
        HallFeed _ = HallFeed.start("north", doorLink, seen::addAll)) {
      Courier courier = new Courier("north", notebook.reader(), northLink, new SplittableRandom(1));
      Await.until("sent", () -> courier.step(3) instanceof Courier.Done.All);
      Await.until("all is seen", () -> seen.size() == 3);
      String press = Ear.satellites("north");
      new Ear(press, northLink, asked -> "heard " + asked).open(true);
      Orders orders = new Orders(doorLink);
      Await.until(
          "answered", () -> orders.ask(press, "a", Orders.PATIENCE).equals(Optional.of("heard a")));
      assertEquals(Optional.empty(), orders.ask(Ear.satellites("south"), "a", Orders.PATIENCE));
      refused(
          () -> doorLink.connection().jetStream().publish(CentreStream.subject("north"), body()));
    }
    assertEquals(1, events());
  }

  @Test
  void onlyTheCentreGivesOrdersAndEachBoxHearsItsOwn() throws Exception {
    try (Link northLink = link("north", north);
        Link southLink = link("south", south);
        Link centreLink = link("centre", centre)) {
      new Ear(Ear.orders("north"), northLink, order -> "north heard " + order).open(true);
      new Ear(Ear.orders("north"), southLink, order -> "south heard " + order).open(true);
      Orders orders = new Orders(centreLink);
      Await.until("heard", () -> orders.ask("north", "a").equals(Optional.of("north heard a")));
      assertEquals(Optional.empty(), orders.ask("south", "a"));
      assertEquals(Optional.empty(), new Orders(southLink).ask("north", "b"));
    }
  }

  private interface Attempt {
    void dare() throws Exception;
  }

  /** The server tells nobody why: it does not answer. */
  private static void refused(Attempt attempt) {
    assertThrows(Exception.class, attempt::dare);
  }

  private static byte[] body() {
    return "{}".getBytes(StandardCharsets.UTF_8);
  }

  private long events() throws Exception {
    try (Link link = link("centre", centre)) {
      return link.connection()
          .jetStreamManagement()
          .getStreamInfo(CentreStream.NAME)
          .getStreamState()
          .getMsgCount();
    }
  }

  @Test
  void whoeverHasNoCredentialsOrOthersIsRefusedAndToldSo() throws Exception {
    ServerUser stranger = ServerUser.ofHall("north");
    try (Link none = Carriage.link(server.url());
        Link wrong = link("north", stranger)) {
      for (Link link : List.of(none, wrong)) {
        LinkException refused = assertThrows(LinkException.class, link::connection);
        assertEquals(Fault.SYNC_CREDENTIALS, refused.fault());
        assertFalse(refused.getMessage().contains(stranger.seed()));
      }
    }
  }

  @Test
  void aFileThatHoldsNoCredentialsIsNamedAndNotQuoted() throws Exception {
    for (String content : List.of("", "SUSECRET", "-----BEGIN secret")) {
      Path file = Files.writeString(dir.resolve("bad.creds"), content);
      try (Link link =
          new Link(List.of(server.url()), Optional.of(file), Optional.empty(), "north")) {
        LinkException refused = assertThrows(LinkException.class, link::connection);
        assertEquals(Fault.SYNC_CREDENTIALS, refused.fault());
        String told = refused.getMessage();
        assertTrue(told.contains("bad.creds"), told);
        assertFalse(told.contains("SECRET") || told.contains("secret"), told);
      }
    }
  }
}
