package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Event;
import jiaohao.hall.TicketId;
import jiaohao.testing.Await;
import jiaohao.testing.NatsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A box that breaks at noon, and the one that is put in its place. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class ReplacedKioskTest {
  @TempDir private Path dir;
  private NatsServer server;

  @BeforeEach
  void startServer() throws Exception {
    server = NatsServer.start(Files.createDirectory(dir.resolve("nats")));
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private DeviceFile.Sync sync() {
    return new DeviceFile.Sync(server.url());
  }

  private DeviceFile.Sync sync(DeviceFile.First first, Map<String, Integer> lastNumbers) {
    return new DeviceFile.Sync(
        List.of(server.url()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        first,
        lastNumbers);
  }

  private Path box(String name) {
    return dir.resolve(name);
  }

  private static void awaitSent(Box box) throws Exception {
    Await.until("all is sent", () -> box.kiosk().stored() == box.kiosk().lastSeq());
  }

  private static List<String> numbers(Path stateDir) throws Exception {
    return Box.events(stateDir, Event.TicketIssued.class).stream()
        .map(Event.TicketIssued::ticket)
        .map(TicketId::number)
        .toList();
  }

  @Test
  void thoseWhoWaitKeepTheirNumbersAndNewOnesJumpAhead() throws Exception {
    try (Box old = Box.start(box("old"), sync())) {
      old.does("take inspection").does("take inspection").does("take questions");
      awaitSent(old);
    }
    try (Box spare = Box.start(box("spare"), sync())) {
      spare.does("next 1");
      Await.until("it is called", () -> spare.board().equals(List.of("A001   1")));
      spare.does("take inspection").does("take questions");
    }
    assertEquals(List.of("A001", "A002", "C001", "A053", "C052"), numbers(box("spare")));
    assertEquals(1, Box.events(box("spare"), Event.WriterChanged.class).size());
  }

  @Test
  void noNumberOnPaperIsGivenOutAgainAlthoughTheOldBoxHadSomeUnsent() throws Exception {
    try (Box old = Box.start(box("old"), sync())) {
      old.does("take inspection");
      awaitSent(old);
      server.stop();
      for (int i = 0; i < 9; i++) {
        old.does("take inspection");
      }
    }
    server.start();
    try (Box spare = Box.start(box("spare"), sync())) {
      spare.does("take inspection");
      List<String> tail = numbers(box("old"));
      assertFalse(tail.contains(numbers(box("spare")).getLast()), tail::toString);
      awaitSent(spare);

      try (Box back = Box.start(box("old"), sync())) {
        Await.until("it is fenced", () -> faults(back).contains("fork"));
        back.does("take inspection"); // the hall goes on
      }
      spare.does("take inspection");
      awaitSent(spare);
      assertFalse(faults(spare).contains("fork"));
    }
  }

  @Test
  void theTechnicianMayTellTheLastNumbersSeenOnSlips() throws Exception {
    try (Box old = Box.start(box("old"), sync())) {
      old.does("take inspection");
      awaitSent(old);
    }
    Map<String, Integer> seen = Map.of("inspection", 7, "questions", 3);
    try (Box spare = Box.start(box("spare"), sync(DeviceFile.First.WAIT, seen))) {
      spare.does("take inspection");
    }
    assertEquals(List.of("A001", "A008"), numbers(box("spare")));
  }

  @Test
  void aCardOfAnOlderDayIsCaughtUpBeforeItDecidesAnything() throws Exception {
    try (Box box = Box.start(box("card"), sync())) {
      box.does("take inspection");
      awaitSent(box);
    }
    copy(box("card"), box("image"));
    try (Box box = Box.start(box("card"), sync())) {
      box.does("take inspection").does("take inspection");
      awaitSent(box);
    }
    try (Box box = Box.start(box("image"), sync())) {
      box.does("take inspection");
      awaitSent(box);
      assertEquals(List.of(), faults(box));
    }
    assertEquals(List.of("A001", "A002", "A003", "A054"), numbers(box("image")));
  }

  @Test
  void aBoxThatIsAsFarAsTheCentreJustGoesOn() throws Exception {
    for (int run = 0; run < 3; run++) {
      try (Box box = Box.start(box("own"), sync())) {
        box.does("take inspection");
        awaitSent(box);
      }
    }
    assertEquals(List.of("A001", "A002", "A003"), numbers(box("own")));
  }

  @Test
  void aNewBoxWaitsForTheCentreAndSaysSo() throws Exception {
    server.stop();
    try (Box box = Box.begin(box("new"), sync())) {
      Await.until("it says so", () -> faults(box).equals(List.of("waiting")));
      assertInstanceOf(Answer.Refused.class, box.press("take inspection"));
      assertFalse(box.firmware.ready().isDone());
      server.start();
      box.awaitReady();
      box.does("take inspection");
    }
    assertEquals(List.of("A001"), numbers(box("new")));
  }

  @Test
  void aNewBoxThatMayBeginAloneUsesNumbersNobodyElseHas() throws Exception {
    server.stop();
    try (Box box = Box.start(box("new"), sync(DeviceFile.First.BEGIN, Map.of()))) {
      box.does("take inspection");
    }
    assertEquals(List.of("A501"), numbers(box("new")));
    server.start();
  }

  @Test
  void aBoxThatKnowsItsHallDoesNotWaitForAServerThatIsAway() throws Exception {
    try (Box box = Box.start(box("own"), sync())) {
      box.does("take inspection");
      awaitSent(box);
    }
    server.stop();
    try (Box box = Box.start(box("own"), sync())) {
      box.does("take inspection");
      server.start();
      awaitSent(box);
    }
    assertEquals(List.of("A001", "A002"), numbers(box("own")));
  }

  @Test
  void aPowerCutInTheMiddleOfTheTakeOverDoesNotMakeItAUsualStart() throws Exception {
    try (Box old = Box.start(box("old"), sync())) {
      old.does("take inspection");
      awaitSent(old);
    }
    Files.createDirectories(box("spare"));
    Files.createFile(box("spare").resolve("taking-over"));
    server.stop();
    try (Box spare = Box.begin(box("spare"), sync(DeviceFile.First.BEGIN, Map.of()))) {
      Await.until("it waits", () -> faults(spare).equals(List.of("waiting")));
      assertFalse(ready(spare));
      server.start();
      spare.awaitReady().does("take inspection");
      assertFalse(Files.exists(box("spare").resolve("taking-over")));
    }
    assertEquals(List.of("A001", "A052"), numbers(box("spare")));
  }

  private static boolean ready(Box box) throws Exception {
    try {
      box.firmware.ready().get(1, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    }
  }

  private static List<String> faults(Box box) {
    return box.kiosk().faults().stream()
        .filter(fault -> fault.device().equals("sync"))
        .map(Event.FaultRaised::fault)
        .toList();
  }

  private static void copy(Path from, Path to) throws Exception {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
    assertTrue(Files.exists(to));
  }
}
