package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Event;
import jiaohao.hall.State;
import jiaohao.sync.Link;
import jiaohao.sync.Orders;
import jiaohao.testing.Await;
import jiaohao.testing.NatsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A whole box that takes orders over a real server. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class OrderedByCentreTest {
  private static final String HALL = "chebei-01";

  @TempDir private Path dir;
  private NatsServer server;
  private Link link;
  private Box box;
  private int orders;

  @BeforeEach
  void start() throws Exception {
    server = NatsServer.start(Files.createDirectory(dir.resolve("nats")));
    link = new Link(List.of(server.url()), Optional.empty(), Optional.empty(), "centre");
    box = Box.start(dir.resolve("box"), new DeviceFile.Sync(server.url()));
    Await.until("it hears orders", () -> ask("{}").isPresent());
  }

  @AfterEach
  void stop() {
    box.close();
    link.close();
    server.close();
  }

  private Optional<JsonObject> ask(String json) throws Exception {
    return new Orders(link)
        .ask(HALL, json)
        .map(answer -> JsonParser.parseString(answer).getAsJsonObject());
  }

  /** Gives an order of pairs of names and values. */
  private JsonObject order(String name, String... values) throws Exception {
    orders++;
    JsonObject asked = new JsonObject();
    asked.addProperty("id", "test-" + orders);
    asked.addProperty("by", "wang");
    asked.addProperty("order", name);
    for (int i = 0; i < values.length; i += 2) {
      asked.addProperty(values[i], values[i + 1]);
    }
    return ask(asked.toString()).orElseThrow();
  }

  private JsonObject done(String name, String... values) throws Exception {
    JsonObject answer = order(name, values);
    assertTrue(answer.get("ok").getAsBoolean(), answer.toString());
    return answer;
  }

  private String refused(String name, String... values) throws Exception {
    JsonObject answer = order(name, values);
    assertFalse(answer.get("ok").getAsBoolean(), answer.toString());
    return answer.get("error").getAsString();
  }

  private State state() {
    return box.state();
  }

  @Test
  void aNumberIsIssuedOnceHoweverOftenItIsAskedFor() throws Exception {
    JsonObject answer = done("issue", "service", "questions");
    assertEquals("C001", answer.get("number").getAsString());
    String reference = answer.get("reference").getAsString();
    assertTrue(reference.length() >= 10, reference);
    orders--; // the answer was lost: asked again
    assertEquals(answer.get("ticket"), done("issue", "service", "questions").get("ticket"));
    assertEquals(1, state().queue("questions").size());
    Await.until("no slip", () -> state().owed().isEmpty());
    assertEquals(List.of(), box.slips());
    assertEquals("wang", Box.events(dir.resolve("box"), Event.OrderTaken.class).getFirst().by());
  }

  @Test
  void windowsPauseTheHallStandsStillAndWordsAreShown() throws Exception {
    done("pause", "counter", "1");
    assertTrue(state().desk(1).paused());
    done("open", "counter", "1");
    done("suspend");
    assertTrue(state().stopwatch().suspended());
    done("resume");
    done("post", "zh", "三号窗口在二楼", "en", "Window 3 is upstairs", "minutes", "5");
    Scene scene = new Scene(state(), state().plan().orElseThrow(), box.clock.wall(), Set.of());
    assertEquals("三号窗口在二楼", scene.notices().getFirst());
  }

  @Test
  void aSlipAndASelfTestComeOut() throws Exception {
    box.does("take inspection");
    Await.until("the slip", () -> box.slips().size() == 1);
    done("reprint", "number", "A001");
    Await.until("once more", () -> box.slips().size() == 2);
    assertTrue(box.slips().get(1).contains("A001"), box.slips().get(1));
    assertEquals(List.of("补打"), box.printer.slips().get(1).marks());
    JsonObject tested = done("selftest");
    assertEquals(0, tested.getAsJsonArray("faults").size());
    Await.until("the self-test", () -> box.slips().size() == 3);
    assertTrue(box.slips().get(2).contains("自检"), box.slips().get(2));
    assertTrue(box.slips().get(2).contains("各设备正常"), box.slips().get(2));
  }

  @Test
  void anotherHallFileIsCheckedAdoptedKeptOverAStartAndTakenBack() throws Exception {
    String own = Box.HALL.formatted("");
    String other = own.replace("咨询", "问事");
    String wrong = refused("hall", "text", other.replace("prefix = \"C\"", "prefix = \"CC\""));
    assertTrue(wrong.contains("hall.toml:") && wrong.contains("CC"), wrong);
    assertTrue(refused("hall", "text", own.replace(HALL, "other")).contains("another hall"));
    done("hall", "text", other);
    assertEquals("问事", service());
    box.close();
    box = Box.start(dir.resolve("box"), new DeviceFile.Sync(server.url()));
    assertEquals("问事", service());
    Await.until("it hears orders", () -> ask("{}").isPresent());
    done("rollback");
    assertEquals("咨询", service());
    done("rollback");
    assertEquals("问事", service(), "back and forth");
  }

  private String service() {
    return state().plan().orElseThrow().service("questions").orElseThrow().name().in("zh");
  }

  @Test
  void holidaysAreReplacedAndNothingElse() throws Exception {
    String closed = "[[hours]]\ndays = \"mon-sun\"\nopen = \"00:00\"\nclose = \"23:59\"\n";
    done("hall", "text", Box.HALL.formatted("") + closed);
    String spring = "[[holiday]]\nfrom = \"2027-02-05\"\nto = \"2027-02-11\"\n";
    done("holidays", "text", spring);
    String source = state().orders().files().inForce();
    assertTrue(source.contains("2027-02-05") && source.contains("[[counter]]"), source);
    done("holidays", "text", "[[holiday]]\nfrom = \"2027-10-01\"\n");
    assertFalse(state().orders().files().inForce().contains("2027-02-05"));
    assertTrue(refused("holidays", "text", "[[service]]\nid = \"x\"").contains("holiday"));
    assertTrue(refused("holidays", "text", "prefix = \"Z\"").contains("holiday"));
  }

  @Test
  void whatIsNoOrderIsRefusedInWords() throws Exception {
    assertTrue(refused("dance").contains("no such order"));
    assertTrue(refused("issue", "service", "questions", "at", "soon").contains("HH:MM"));
    assertTrue(refused("issue", "service", "none").contains("none"));
    assertTrue(refused("pause", "counter", "99").contains("99"));
    assertTrue(refused("post", "zh", "a", "minutes", "999999").contains("31"));
    for (String nonsense : List.of("", "[]", "{", "{\"id\":{}}", "null", "\u0000")) {
      assertFalse(ask(nonsense).orElseThrow().get("ok").getAsBoolean(), nonsense);
    }
  }

  @Test
  void aBoxThatIsOffIsReportedAsSuchWithinTwoSeconds() throws Exception {
    box.close();
    long begun = System.nanoTime();
    assertEquals(Optional.empty(), ask("{\"id\":\"x\",\"by\":\"wang\",\"order\":\"selftest\"}"));
    assertTrue(System.nanoTime() - begun < 2_500_000_000L);
  }

  @Test
  void ordersAreHeardAgainOnceTheServerIsBack() throws Exception {
    server.kill();
    server.start();
    Await.until(
        "it hears orders",
        java.time.Duration.ofSeconds(20),
        () -> {
          try {
            return ask("{}").isPresent();
          } catch (jiaohao.sync.LinkException notYet) {
            return false;
          }
        });
    done("pause", "counter", "1");
  }
}
