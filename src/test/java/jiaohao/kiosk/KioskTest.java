package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import jiaohao.hall.Audit;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;
import jiaohao.journal.JournalException;
import jiaohao.journal.Verify;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskTest {
  @TempDir private Path stateDir;

  @Test
  void aPressBecomesATicketAndAPressBecomesACalledNumber() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.does("take inspection");
      Await.until("the slip is out", () -> box.slips().size() == 1);
      assertTrue(box.slips().getFirst().contains("A001"), box.slips().getFirst());
      box.does("next 1");
      Await.until("the board shows it", () -> box.board().equals(List.of("A001   1")));
      Await.until("it is called", () -> box.said().contains("请A001号到1号窗口"));
      Await.until("the slip is settled", () -> box.state().owed().isEmpty());
    }
    assertTrue(Verify.journal(stateDir, new Audit()::see).ok());
  }

  @Test
  void anAnsweredPressIsInTheJournalAlready() throws Exception {
    try (Box box = Box.start(stateDir)) {
      box.does("take inspection");
      assertEquals(1, Box.events(stateDir, Event.TicketIssued.class).size());
    }
  }

  @Test
  void aRefusedPressSaysWhyAndIsNotJournaled() throws Exception {
    try (Box box = Box.start(stateDir)) {
      long before = box.kiosk().lastSeq();
      Answer.Refused refused = assertInstanceOf(Answer.Refused.class, box.press("next 1"));
      assertTrue(refused.refusal().reason().in("zh").contains("没有人等候"));
      assertTrue(refused.refusal().reason().in("en").contains("nobody is waiting"));
      assertEquals(before, box.kiosk().lastSeq());
    }
  }

  @Test
  void pressesThatWaitTogetherShareFewCommits() throws Exception {
    try (Box box = Box.start(stateDir)) {
      List<Integer> commits = new ArrayList<>();
      box.kiosk().watch((state, facts) -> commits.add(facts.size()));
      CompletableFuture<Void> held = new CompletableFuture<>();
      box.kiosk().watch((state, facts) -> held.join());
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      answers.add(press(box, "language en"));
      Await.until("the loop is held up", () -> commits.size() == 1);
      for (int i = 0; i < 64; i++) {
        answers.add(press(box, "take inspection"));
      }
      held.complete(null);
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
      assertEquals(64, Box.events(stateDir, Event.TicketIssued.class).size());
      assertTrue(commits.get(1) >= 64, "the second commit held " + commits.get(1) + " facts");
    }
  }

  @Test
  void aFullInboxRefusesInWords() throws Exception {
    try (Box box = Box.start(stateDir)) {
      CompletableFuture<Void> held = new CompletableFuture<>();
      box.kiosk().watch((state, facts) -> held.join());
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 2 * Inbox.CAPACITY; i++) {
        answers.add(press(box, "take inspection"));
      }
      List<Answer> refusedAtOnce =
          answers.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join).toList();
      held.complete(null);
      assertTrue(refusedAtOnce.size() >= Inbox.CAPACITY - 65, refusedAtOnce.size() + " refused");
      assertTrue(refusedAtOnce.contains(new Answer.Refused(Troubles.BUSY)));
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
      assertEquals(
          answers.size() - refusedAtOnce.size(),
          Box.events(stateDir, Event.TicketIssued.class).size());
    }
  }

  @Test
  void aSecondKioskOnTheSameStateIsRefused() throws Exception {
    try (Box box = Box.start(stateDir)) {
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> Box.start(stateDir).close());
      JournalException reason = assertInstanceOf(JournalException.class, refused.getCause());
      assertTrue(reason.getMessage().contains("is in use"), reason.getMessage());
      box.does("take inspection");
    }
  }

  @Test
  void anOrderlyStopIsTheLastEventAndTheNextStartCallsItClean() throws Exception {
    Box.start(stateDir).close();
    assertInstanceOf(Event.KioskStopped.class, Box.facts(stateDir).getLast().event());
    Box.start(stateDir).close();
    List<Event.KioskStarted> starts = Box.events(stateDir, Event.KioskStarted.class);
    assertEquals(List.of(false, false), starts.stream().map(Event.KioskStarted::unclean).toList());
  }

  @Test
  void twoCountersThatPressNextTogetherNeverGetTheSameTicket() throws Exception {
    int rounds = 10_000;
    try (Box box = Box.start(stateDir, manyNumbers())) {
      Set<TicketId> called = new HashSet<>();
      CyclicBarrier together = new CyclicBarrier(2);
      for (int round = 0; round < rounds; round++) {
        take(box, round);
        take(box, round);
        var one = CompletableFuture.supplyAsync(() -> next(box, together, 1));
        var other = CompletableFuture.supplyAsync(() -> next(box, together, 2));
        assertTrue(called.add(one.join()), "called twice: " + one.join());
        assertTrue(called.add(other.join()), "called twice: " + other.join());
      }
      assertEquals(2 * rounds, called.size());
    }
  }

  /** 24 more services, since each has 999 numbers a day. */
  private static String manyNumbers() {
    StringBuilder services = new StringBuilder();
    for (char prefix = 'D'; prefix <= 'Z'; prefix++) {
      services.append("[[service]]\nid = \"s%c\"\n".formatted(Character.toLowerCase(prefix)));
      services.append("prefix = \"%c\"\nname = \"%c\"\n".formatted(prefix, prefix));
      services.append("stages = [\"checkin\"]\n");
    }
    return services.toString();
  }

  private static void take(Box box, int round) throws Exception {
    box.does("take s" + (char) ('d' + round / 480));
  }

  private static TicketId next(Box box, CyclicBarrier together, int counter) {
    try {
      together.await();
      Answer answer = box.press("next " + counter);
      return Called.by(answer);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The ticket that a press called. */
  private static final class Called {
    static TicketId by(Answer answer) {
      return assertInstanceOf(Answer.Done.class, answer).facts().stream()
          .map(fact -> fact.event())
          .filter(Event.TicketCalled.class::isInstance)
          .map(event -> ((Event.TicketCalled) event).ticket())
          .findFirst()
          .orElseThrow();
    }
  }

  private static CompletableFuture<Answer> press(Box box, String verb) {
    return box.kiosk().press(new Command.Press(Verb.parse(verb), "REF"));
  }
}
