package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Verb;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bugs and bad luck inside the loop: somebody hears of them, nobody waits for ever. */
class LoopTest {
  private static final Command.Press TAKE = new Command.Press(new Verb.Take("inspection"), "REF");

  /** No rule of the hall can decide this. */
  private static final Command.Press UNDECIDABLE = new Command.Press(null, "REF");

  /** Half a surrogate pair, which the journal's format would lose. */
  private static final Command.Press UNWRITABLE = new Command.Press(TAKE.verb(), "\uD800");

  @TempDir private Path stateDir;

  /** Keeps the loop in a commit until told to go on, so that letters wait together. */
  private static CompletableFuture<Void> holdUp(Box box) throws Exception {
    CompletableFuture<Void> release = new CompletableFuture<>();
    CompletableFuture<Void> held = new CompletableFuture<>();
    box.kiosk()
        .watch((state, facts) -> {
          held.complete(null);
          release.join();
        });
    var _ = box.kiosk().press(new Command.Press(new Verb.Assist(), "REF"));
    held.get(10, TimeUnit.SECONDS);
    return release;
  }

  private static Answer answer(CompletableFuture<Answer> waiting) throws Exception {
    return waiting.get(10, TimeUnit.SECONDS);
  }

  private static void refused(String code, CompletableFuture<Answer> waiting) throws Exception {
    Answer.Refused refused = assertInstanceOf(Answer.Refused.class, answer(waiting));
    assertEquals(code, refused.refusal().code());
  }

  @Test
  void aBugInOneDecisionIsRefusedInWordsAndTheRestGoesOn() throws Exception {
    try (Box box = Box.start(stateDir)) {
      CompletableFuture<Void> release = holdUp(box);
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (Command.Press press : List.of(TAKE, UNDECIDABLE, TAKE)) {
        answers.add(box.kiosk().press(press));
      }
      release.complete(null);
      refused("mistake", answers.get(1));
      assertInstanceOf(Answer.Done.class, answer(answers.get(0)));
      assertInstanceOf(Answer.Done.class, answer(answers.get(2)));
      box.does("take questions");
    }
    assertEquals(3, Box.events(stateDir, Event.TicketIssued.class).size());
  }

  @Test
  void whatTheJournalCannotHoldIsRefusedAndSpoilsNobodyElsesPress() throws Exception {
    try (Box box = Box.start(stateDir)) {
      CompletableFuture<Void> release = holdUp(box);
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (Command.Press press : List.of(TAKE, UNWRITABLE, TAKE)) {
        answers.add(box.kiosk().press(press));
      }
      release.complete(null);
      refused("mistake", answers.get(1));
      assertInstanceOf(Answer.Done.class, answer(answers.get(0)));
      assertInstanceOf(Answer.Done.class, answer(answers.get(2)));
    }
    List<String> issued =
        Box.events(stateDir, Event.TicketIssued.class).stream()
            .map(event -> event.ticket().number())
            .toList();
    assertEquals(List.of("A001", "A002"), issued);
  }

  @Test
  void anOutputThatThrowsKeepsNobodyFromAnAnswer() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.kiosk()
          .watch((state, facts) -> {
            throw new IllegalStateException("as a bug would");
          });
      box.does("take inspection").does("take inspection");
    }
    assertInstanceOf(Event.KioskStopped.class, Box.facts(stateDir).getLast().event());
  }

  @Test
  void aKioskThatCannotGoOnSaysSoAndLeavesNobodyWaiting() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.kiosk()
          .watch((state, facts) -> {
            throw new StackOverflowError("as a bad bug would");
          });
      refused("not-known", box.kiosk().press(TAKE));
      assertThrows(ExecutionException.class, () -> box.kiosk().ended().get(10, TimeUnit.SECONDS));
      refused("stopping", box.kiosk().press(TAKE));
    }
  }

  @Test
  void aDeadKioskPrintsNoSlipTwice() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.kiosk()
          .watch((state, facts) -> {
            throw new StackOverflowError("as a bad bug would");
          });
      var _ = box.kiosk().press(TAKE);
      Await.until("it has ended", () -> box.kiosk().ended().isDone());
      TimeUnit.SECONDS.sleep(2); // in which a worker that does not notice prints a pile
      assertTrue(box.slips().size() <= 1, box.slips().size() + " slips");
    }
  }

  @Test
  void theStopIsTheLastEventWhateverWaitsWithIt() throws Exception {
    Box box = Box.start(stateDir);
    CompletableFuture<Void> release = holdUp(box);
    Thread closing = Thread.ofPlatform().start(box.kiosk()::close);
    Await.until("it is stopping", () -> box.kiosk().press(TAKE).isDone());
    var late =
        CompletableFuture.supplyAsync(() -> {
          try {
            return box.kiosk().report(new Command.RaiseFault("printer", "cover", true));
          } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
          }
        });
    TimeUnit.MILLISECONDS.sleep(200); // so that both wait in the inbox
    release.complete(null);
    refused("stopping", late);
    closing.join();
    box.close();
    assertInstanceOf(Event.KioskStopped.class, Box.facts(stateDir).getLast().event());
  }
}
