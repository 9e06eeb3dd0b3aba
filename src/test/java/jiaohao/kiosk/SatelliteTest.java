package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jiaohao.button.Gesture;
import jiaohao.config.DeviceFile;
import jiaohao.config.SimulatedButtons;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Ticket;
import jiaohao.hall.Verb;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalReader;
import jiaohao.printer.Trouble;
import jiaohao.testing.Await;
import jiaohao.testing.NatsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A second box in the hall, for which the first decides. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class SatelliteTest {
  @TempDir private Path dir;
  private NatsServer server;
  private Box hall;
  private Box door;

  @BeforeEach
  void start() throws Exception {
    server = NatsServer.start(Files.createDirectory(dir.resolve("nats")));
    hall = Box.start(dir.resolve("hall"), new DeviceFile.Sync(server.url()));
    door = Box.start(dir.resolve("door"), satellite());
    awaitTogether();
  }

  private DeviceFile.Sync satellite() {
    return new DeviceFile.Sync(
        List.of(server.url()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DeviceFile.First.WAIT,
        Map.of(),
        Optional.of("door-2"));
  }

  private void awaitTogether() throws Exception {
    Await.until(
        "it is answered, and has the hall's events",
        Duration.ofSeconds(20),
        () -> together() && !door.kiosk().alone());
  }

  private boolean together() {
    return door.kiosk().lastSeq() == hall.kiosk().lastSeq() && hall.kiosk().lastSeq() > 0;
  }

  @AfterEach
  void stop() {
    door.close();
    hall.close();
    server.close();
  }

  private static void push(Box box, Verb verb) {
    List<DeviceFile.Button> buttons = SimulatedButtons.of(box.state().plan().orElseThrow());
    for (int button = 0; button < buttons.size(); button++) {
      if (buttons.get(button).press().equals(verb)) {
        box.firmware.presses().gesture(new Gesture(button, false));
        return;
      }
    }
    throw new AssertionError("no button says " + verb);
  }

  @Test
  void aNumberTakenAtTheFarDoorIsTheHallsAndComesOutThere() throws Exception {
    hall.does("take inspection");
    push(door, new Verb.Take("inspection"));
    Await.until("the slip", () -> door.slips().size() == 1);
    assertTrue(door.slips().getFirst().contains("A002"), door.slips().getFirst());
    Await.until("nothing is owed", () -> hall.state().owed().isEmpty());
    assertEquals(1, hall.slips().size());
    assertEquals(List.of(), door.printer.slips().getFirst().marks());
    assertEquals(2, hall.state().queue("checkin").size());
  }

  @Test
  void aFarCounterCallsAndBothHallsHearAndSeeIt() throws Exception {
    door.does("take inspection").does("next 1");
    Await.until("there", () -> door.board().equals(List.of("A001   1")));
    Await.until("and here", () -> hall.board().equals(List.of("A001   1")));
    Await.until("heard there", () -> door.said().contains("请A001号到1号窗口"));
    Await.until("and here", () -> hall.said().contains("请A001号到1号窗口"));
    Answer refused = door.press("next 7");
    assertTrue(refused.toString().contains("no-such-counter"), refused.toString());
  }

  @Test
  void whatIsChosenAtOneDoorIsForTheNextTicketOfThatDoor() throws Exception {
    door.does("language en").does("assist");
    hall.does("take inspection");
    door.does("take inspection");
    List<Ticket> tickets = hall.state().tickets().values();
    assertEquals(List.of("zh", "en"), tickets.stream().map(Ticket::language).toList());
    assertEquals(List.of(false, true), tickets.stream().map(Ticket::assist).toList());
    hall.does("language en");
    door.does("take inspection");
    hall.does("take inspection");
    tickets = hall.state().tickets().values();
    assertEquals(
        List.of("zh", "en"), List.of(tickets.get(2).language(), tickets.get(3).language()));
  }

  @Test
  void theCopyIsTheHallsJournalByteForByte() throws Exception {
    for (int i = 0; i < 5; i++) {
      door.does("take inspection");
      hall.does("take questions");
    }
    Await.until("all slips are out", () -> hall.state().owed().isEmpty());
    Await.until("all is here", this::together);
    assertEquals(lines("hall"), lines("door"));
  }

  private List<String> lines(String box) throws Exception {
    List<String> lines = new ArrayList<>();
    try (JournalReader reader = Journal.reader(dir.resolve(box))) {
      reader.read(1, row -> lines.add(row.exported()));
    }
    return lines;
  }

  @Test
  void withoutTheHallsBoxThereIsNoNumberAndSlipBoardAndVoiceSayWhy() throws Exception {
    door.does("take inspection");
    Await.until("its slip", () -> door.slips().size() == 1);
    hall.close();
    push(door, new Verb.Take("inspection"));
    Await.until("a slip says so", () -> door.slips().size() == 2);
    String slip = door.slips().get(1);
    assertTrue(slip.contains("与主机失去联系,\n请到服务台取号"), slip);
    assertFalse(slip.contains("A0"), slip);
    Await.until("the board says so", () -> door.board().equals(List.of("NO")));
    Await.until("it is said", () -> door.said().contains("取号机暂停使用,请到服务台"));
    assertTrue(StateJson.of(door.kiosk()).contains("\"alone\""));
    hall = Box.start(dir.resolve("hall"), new DeviceFile.Sync(server.url()));
    awaitTogether();
    door.does("take inspection");
    List<Event.TicketIssued> issued = Box.events(dir.resolve("hall"), Event.TicketIssued.class);
    assertEquals(
        List.of("A001", "A002"), issued.stream().map(event -> event.ticket().number()).toList());
  }

  @Test
  void aServerThatComesBackBringsEverythingBack() throws Exception {
    server.kill();
    assertInstanceOf(Answer.Refused.class, door.press("take inspection"));
    hall.does("take inspection");
    server.start();
    awaitTogether();
    door.does("take inspection");
    assertEquals(2, hall.state().queue("checkin").size());
  }

  @Test
  void aServerPutBackToAnOlderDayKeepsNothingFromTheSatellite() throws Exception {
    server.stop();
    server.keepStore();
    server.start();
    hall.does("take inspection").does("take questions").does("take questions");
    awaitTogether();
    Await.until("slips are out", () -> hall.state().owed().isEmpty());
    awaitTogether();
    server.stop();
    server.rollBack();
    server.start();
    hall.does("take questions");
    awaitTogether();
    assertEquals(lines("hall"), lines("door"));
  }

  @Test
  void aSatelliteThatStartsAgainGoesOn() throws Exception {
    door.does("take inspection");
    Await.until("its slip", () -> door.slips().size() == 1);
    door.close();
    hall.does("take inspection");
    door = Box.start(dir.resolve("door"), satellite());
    awaitTogether();
    door.does("take inspection");
    Await.until("its slip", () -> door.slips().size() == 1);
    assertTrue(door.slips().getFirst().contains("A003"), door.slips().getFirst());
  }

  @Test
  void aFarPrinterWithoutPaperIsKnownToTheHallAndItsNumbersAreSaidThere() throws Exception {
    door.trouble(Trouble.PAPER_END);
    Await.until(
        "the hall knows",
        () ->
            hall.kiosk().faults().stream()
                .anyMatch(fault -> fault.device().equals("printer:door-2/")));
    assertFalse(hall.state().stopped("printer"));
    door.does("take inspection");
    Await.until("it is said there", () -> door.said().contains("取号机缺纸,您的号码是A001,请记住"));
    assertEquals(List.of(), hall.said());
    door.trouble(Trouble.NONE);
    Await.until("the slip comes after all", () -> hall.state().owed().isEmpty());
    assertTrue(door.slips().getLast().contains("A001"), door.slips().toString());
    assertEquals(List.of("补打"), door.printer.slips().getLast().marks());
  }

  @Test
  void manyAtBothDoorsNeverShareANumber() throws Exception {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (Box box : List.of(hall, door)) {
        Command.Press press = new Command.Press(Verb.parse("take questions"), "R" + answers.size());
        answers.add(box.kiosk().press(press));
      }
    }
    for (CompletableFuture<Answer> answer : answers) {
      assertInstanceOf(Answer.Done.class, answer.get(20, TimeUnit.SECONDS));
    }
    Await.until("all slips are out", () -> hall.state().owed().isEmpty());
    assertEquals(40, hall.state().queue("questions").size());
    assertEquals(20, hall.slips().size());
    assertEquals(20, door.slips().size());
  }
}
