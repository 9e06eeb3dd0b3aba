package jiaohao.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import jiaohao.journal.JournalException;
import jiaohao.journal.StateLock;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits that fail although they went through, as when a sync reports an error too late. */
class UnknownOutcomeTest {
  private static final Clock CLOCK = new SystemClock(SystemClock.Trust.ALWAYS);
  private static final Command.Press TAKE = new Command.Press(new Verb.Take("inspection"), "REF");

  @TempDir private Path stateDir;

  /** A real journal on a card with whims. */
  private static final class BadCard extends Ledger {
    volatile boolean losesAppends;
    volatile boolean lies;
    volatile boolean opens = true;
    final AtomicInteger triedInVain = new AtomicInteger();

    BadCard(Path stateDir) {
      super(stateDir);
    }

    @Override
    State open() throws JournalException {
      if (!opens) {
        throw failure();
      }
      triedInVain.incrementAndGet();
      State state = super.open();
      triedInVain.set(0);
      return state;
    }

    @Override
    void append(List<Fact> facts) throws JournalException {
      if (losesAppends) {
        throw failure();
      }
      super.append(facts);
      if (lies) {
        lies = false;
        throw failure();
      }
    }

    /** As it looks when a directory is a file. */
    private static JournalException failure() {
      try {
        Path file = Files.createTempFile("no", "directory");
        JournalException failure =
            assertThrows(JournalException.class, () -> StateLock.take(file.resolve("below")));
        Files.delete(file);
        return failure;
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static Kiosk start(Ledger ledger) {
    String hall = Box.HALL.formatted("");
    return Kiosk.start(
        new Command.Start(
            "test", HallFile.parse("hall.toml", hall.getBytes(UTF_8)).value().get(), hall),
        CLOCK,
        ledger);
  }

  private static Answer answer(CompletableFuture<Answer> waiting) throws Exception {
    return waiting.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aCommitThatWentThroughIsAnsweredOnceThatIsKnown() throws Exception {
    BadCard card = new BadCard(stateDir);
    try (Kiosk kiosk = start(card)) {
      kiosk.ready().get(10, TimeUnit.SECONDS);
      List<Event> seen = new ArrayList<>();
      kiosk.watch((state, facts) -> facts.forEach(fact -> seen.add(fact.event())));
      card.lies = true;
      assertInstanceOf(Answer.Done.class, answer(kiosk.press(TAKE)));
      assertEquals(1, seen.stream().filter(Event.TicketIssued.class::isInstance).count());
    }
    assertEquals(1, Box.events(stateDir, Event.TicketIssued.class).size());
  }

  @Test
  void whileTheOutcomeIsNotKnownNobodyIsToldThatNothingWasRecorded() throws Exception {
    BadCard card = new BadCard(stateDir);
    try (Kiosk kiosk = start(card)) {
      kiosk.ready().get(10, TimeUnit.SECONDS);
      card.opens = false;
      card.lies = true;
      Answer.Refused refused = assertInstanceOf(Answer.Refused.class, answer(kiosk.press(TAKE)));
      assertEquals(Troubles.NOT_KNOWN, refused.refusal());
      card.opens = true;
    }
    assertEquals(1, Box.events(stateDir, Event.TicketIssued.class).size());
  }

  @Test
  void aStopThatWentThroughEndsTheKiosk() throws Exception {
    BadCard card = new BadCard(stateDir);
    Kiosk kiosk = start(card);
    kiosk.ready().get(10, TimeUnit.SECONDS);
    card.lies = true;
    kiosk.close();
    kiosk.ended().get(10, TimeUnit.SECONDS);
    assertInstanceOf(Event.KioskStopped.class, Box.facts(stateDir).getLast().event());
  }

  @Test
  void aJournalThatIsGoneIsNotBegunAnew() throws Exception {
    BadCard card = new BadCard(stateDir);
    try (Kiosk kiosk = start(card)) {
      kiosk.ready().get(10, TimeUnit.SECONDS);
      answer(kiosk.press(TAKE));
      card.opens = false;
      card.losesAppends = true;
      assertInstanceOf(Answer.Refused.class, answer(kiosk.press(TAKE)));
      for (String end : List.of("", "-wal", "-shm")) {
        Files.deleteIfExists(stateDir.resolve("journal.db" + end));
      }
      card.losesAppends = false;
      card.opens = true;
      Await.until("it is opened in vain", () -> card.triedInVain.get() >= 2);
      assertInstanceOf(Answer.Refused.class, answer(kiosk.press(TAKE)));
      assertFalse(kiosk.faults().isEmpty());
      assertEquals(1, kiosk.state().tickets().size());
    }
  }
}
