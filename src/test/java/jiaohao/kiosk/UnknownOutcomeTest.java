package jiaohao.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import jiaohao.printer.SerialSlipPrinter;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.testing.Await;
import jiaohao.voice.SimulatedSpeaker;
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
    State open() throws JournalException, Arrival.NotYetException, InterruptedException {
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

  @Test
  void noOwedSlipIsPrintedBeforeTheStartIsJournaledAndItIsMarkedThen() throws Exception {
    try (Kiosk cutOff = start(new Ledger(stateDir))) {
      cutOff.ready().get(10, TimeUnit.SECONDS);
      answer(cutOff.press(TAKE));
    }
    BadCard card = new BadCard(stateDir);
    card.losesAppends = true;
    SimulatedPrinter paper = Box.quickPrinter(CLOCK);
    try (Kiosk kiosk = start(card)) {
      PrinterStation station =
          new PrinterStation(
              "printer", () -> new SerialSlipPrinter(paper::connect, 115_200, 80, CLOCK));
      PrinterWorker printer =
          new PrinterWorker(kiosk, List.of(station), new TicketPages(Optional.empty()), CLOCK);
      kiosk.watch((state, facts) -> printer.wake());
      printer.start();
      Await.until("the card was tried", () -> !kiosk.faults().isEmpty());
      TimeUnit.SECONDS.sleep(2); // in which it might be printed
      assertEquals(List.of(), paper.slips());
      card.losesAppends = false;
      Await.until("it is printed", () -> kiosk.state().owed().isEmpty());
      printer.stop();
    }
    assertEquals(List.of(List.of("补打")), paper.slips().stream().map(slip -> slip.marks()).toList());
  }

  @Test
  void whatBecomesKnownTooLateIsNotAnnounced() throws Exception {
    Wiring.HastyClock clock = new Wiring.HastyClock();
    SimulatedSpeaker speaker = SimulatedSpeaker.instant(clock);
    BadCard card = new BadCard(stateDir);
    try (Kiosk kiosk = start(card)) {
      kiosk.ready().get(10, TimeUnit.SECONDS);
      VoiceWorker voice = new VoiceWorker(kiosk, () -> speaker, clock);
      kiosk.watch(voice);
      voice.start();
      answer(kiosk.press(TAKE));
      card.opens = false;
      card.lies = true;
      answer(kiosk.press(new Command.Press(Verb.parse("next 1"), "REF")));
      clock.pass(Duration.ofMinutes(10));
      card.opens = true;
      Await.until("it is known", () -> kiosk.state().inHand(1).isPresent());
      Await.until("the fault is over", () -> kiosk.faults().isEmpty());
      answer(kiosk.press(new Command.Press(Verb.parse("assist"), "REF")));
      TimeUnit.MILLISECONDS.sleep(300);
      assertEquals(List.of(), speaker.said());
      voice.stop();
    }
  }
}
