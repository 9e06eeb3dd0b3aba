package jiaohao.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nats.client.JetStreamManagement;
import io.nats.client.api.StreamConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jiaohao.health.Fault;
import jiaohao.testing.NatsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A journal on its way into a real stream. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class CourierTest {
  private static final String HALL = Carriage.HALL;

  @TempDir Path dir;
  private NatsServer server;
  private Notebook notebook;

  @BeforeEach
  void startServer() throws Exception {
    server = NatsServer.start(Files.createDirectory(dir.resolve("nats")));
    notebook = Notebook.in(dir.resolve("own"));
  }

  @AfterEach
  void stopServer() {
    notebook.close();
    server.close();
  }

  @Test
  void whatIsBehindTravelsInFewMessagesAndWhatIsNewFollows() throws Exception {
    try (Carriage carriage = new Carriage(HALL, notebook.add(2500), server.url())) {
      carriage.carryAll();
      assertEquals(2500, carriage.courier.stored());
      assertEquals(3, messages());
      notebook.add(1);
      carriage.carryAll();
      assertStored();
    }
  }

  @Test
  void anEventLargerThanAMessageShouldBeIsSentByItself() throws Exception {
    notebook.add(3).journal().append(List.of(Large.hall()));
    try (Carriage carriage = new Carriage(HALL, notebook.add(3), server.url())) {
      carriage.carryAll();
      assertStored();
      assertEquals(3, messages());
    }
  }

  /** More than a client holds for a reader by itself. */
  @Test
  void aHundredMegabytesAreReadBackWhole() throws Exception {
    notebook.add(1);
    for (int event = 0; event < 200; event++) {
      notebook.journal().append(List.of(Large.hall()));
    }
    try (Carriage carriage = new Carriage(HALL, notebook, server.url())) {
      carriage.carryAll();
      assertEquals(201, Carriage.stored(server.url(), HALL).size());
    }
  }

  @Test
  void aCourierThatBeginsAgainSendsNothingTwice() throws Exception {
    notebook.add(10);
    for (int run = 0; run < 3; run++) {
      try (Carriage carriage = new Carriage(HALL, notebook, server.url())) {
        carriage.carryAll();
      }
    }
    assertStored();
    assertEquals(1, messages());
  }

  @Test
  void aServerThatIsKilledHasEverythingWhenItIsBack() throws Exception {
    try (Carriage carriage = new Carriage(HALL, notebook.add(5), server.url())) {
      carriage.carryAll();
      server.kill();
      notebook.add(5);
      Courier.Done.Failed failed = carriage.carryUntil(Courier.Done.Failed.class);
      assertEquals(Fault.SYNC_UNREACHABLE, failed.why().fault());
      server.start();
      carriage.carryAll();
      assertStored();
    }
  }

  @Test
  void aServerPutBackToAnOlderStoreGetsAgainWhatItLacks() throws Exception {
    try (Carriage carriage = new Carriage(HALL, notebook.add(5), server.url())) {
      carriage.carryAll();
      server.stop();
      server.keepStore();
      server.start();
      notebook.add(7);
      carriage.carryAll();
      server.stop();
      server.rollBack();
      server.start();
      notebook.add(1);
      carriage.carryAll();
      assertStored();
    }
  }

  @Test
  void aServerThatLostItsStoreGetsTheWholeJournalAgain() throws Exception {
    server.stop();
    server.keepStore();
    server.start();
    try (Carriage carriage = new Carriage(HALL, notebook.add(1200), server.url())) {
      carriage.carryAll();
      server.stop();
      server.rollBack();
      server.start();
      carriage.carryUntil(Courier.Done.Failed.class);
      carriage.carryAll();
      assertStored();
    }
  }

  @Test
  void anotherBoxWithTheHallsNameIsFoundBeforeOneEventIsMixed() throws Exception {
    try (Carriage carriage = new Carriage(HALL, notebook.add(5), server.url());
        Notebook other = Notebook.in(dir.resolve("other")).add(9);
        Carriage second = new Carriage(HALL, other, server.url())) {
      carriage.carryAll();
      second.carryUntil(Courier.Done.Forked.class);
      assertTrue(second.courier.foreign().orElseThrow().endsWith(" 5"));
      notebook.add(1);
      carriage.carryAll();
      assertStored();
    }
  }

  @Test
  void aClonedCardIsFoundWhenBothHaveGoneOn() throws Exception {
    notebook.add(5);
    try (Notebook clone = Notebook.in(dir.resolve("clone"));
        Carriage carriage = new Carriage(HALL, notebook, server.url())) {
      clone.journal().restore(notebook.rows());
      Carriage second = new Carriage(HALL, clone, server.url());
      carriage.carryAll();
      second.carryAll();
      notebook.add(2);
      clone.journal().append(List.of(Large.hall()));
      carriage.carryAll();
      second.carryUntil(Courier.Done.Forked.class);
      assertStored();
      second.close();
    }
  }

  @Test
  void aStreamThatWouldForgetEventsIsNotUsed() throws Exception {
    try (Link link = Carriage.link(server.url())) {
      JetStreamManagement streams = link.connection().jetStreamManagement();
      streams.addStream(
          StreamConfiguration.builder()
              .name(CentreStream.NAME)
              .subjects(CentreStream.SUBJECTS)
              .maxMessages(1000)
              .build());
    }
    try (Carriage carriage = new Carriage(HALL, notebook.add(1), server.url())) {
      Courier.Done.Failed failed = carriage.carryUntil(Courier.Done.Failed.class);
      assertEquals(Fault.SYNC_STREAM, failed.why().fault());
    }
    assertEquals(List.of(), Carriage.stored(server.url(), HALL));
  }

  private void assertStored() throws Exception {
    assertEquals(notebook.lines(), Carriage.stored(server.url(), HALL));
  }

  private long messages() throws Exception {
    try (Link link = Carriage.link(server.url())) {
      return link.connection()
          .jetStreamManagement()
          .getStreamInfo(CentreStream.NAME)
          .getStreamState()
          .getMsgCount();
    }
  }
}
