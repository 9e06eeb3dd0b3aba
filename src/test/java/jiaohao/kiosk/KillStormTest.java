package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jiaohao.hall.Audit;
import jiaohao.hall.Event;
import jiaohao.journal.Verify;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.PtyPrinter;
import jiaohao.testing.Await;
import jiaohao.testing.Jvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The box is killed at random moments with prints in flight; its printer, like a real one, lives
 * on. The seed is printed; {@code -Dstorm.seed=N -Dstorm.kills=N} try another storm.
 */
class KillStormTest {
  private static final Pattern NUMBER = Pattern.compile("\\b[AC]\\d{3}\\b");

  @TempDir private Path stateDir;

  @Test
  void noNumberIsGivenOutTwiceAndEveryNumberOnPaperIsInTheJournal() throws Exception {
    long seed = Long.getLong("storm.seed", System.nanoTime());
    int kills = Integer.getInteger("storm.kills", 200);
    System.out.println("kill storm: seed " + seed + ", " + kills + " kills");
    try (PtyPrinter paper = new PtyPrinter(Box.quickModel())) {
      Random random = new Random(seed);
      for (int kill = 0; kill < kills; kill++) {
        killSomewhere(paper, random);
      }
      settle(paper);
      check(paper.printer().slips());
    }
  }

  /**
   * Some kills hit the start, most the time in which tickets are issued and printed; some wait
   * until all that was owed before is out, so that there are first prints on a slow machine too.
   */
  private void killSomewhere(PtyPrinter paper, Random random) throws Exception {
    Process box =
        Jvm.start(StormChild.class, stateDir, paper.slave(), random.nextInt(1 << 20), "press");
    try {
      int dice = random.nextInt(10);
      if (dice > 1) {
        new BufferedReader(new InputStreamReader(box.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
      }
      if (dice == 9) {
        long before = firstPrints(paper);
        Await.until("a first print", Duration.ofMinutes(1), () -> firstPrints(paper) > before);
      }
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(300)).toNanos());
    } finally {
      box.destroyForcibly().onExit().join();
    }
  }

  private static long firstPrints(PtyPrinter paper) {
    return paper.printer().slips().stream().filter(slip -> slip.marks().isEmpty()).count();
  }

  private void settle(PtyPrinter paper) throws Exception {
    Process box = Jvm.start(StormChild.class, stateDir, paper.slave(), 0, "settle");
    try {
      assertTrue(box.waitFor(150, TimeUnit.SECONDS), "slips do not settle");
      assertEquals(0, box.exitValue());
    } finally {
      box.destroyForcibly();
    }
  }

  private void check(List<PrintedSlip> paper) throws IOException {
    Audit audit = new Audit();
    assertEquals(
        "", Verify.journal(stateDir, audit::see).broken().map(Object::toString).orElse(""));
    assertEquals(Set.of(), audit.unsettledSlips());
    assertTrue(
        Box.events(stateDir, Event.KioskStarted.class).stream()
            .anyMatch(Event.KioskStarted::unclean),
        "no start has noticed the kill before it");
    Set<String> issued =
        Box.events(stateDir, Event.TicketIssued.class).stream()
            .map(event -> event.ticket().number())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> firstPrints = new HashSet<>();
    for (PrintedSlip slip : paper) {
      for (String number : NUMBER.matcher(slip.text()).results().map(MatchResult::group).toList()) {
        assertTrue(issued.contains(number), number + " is on paper, but not in the journal");
        assertTrue(
            !slip.marks().isEmpty() || firstPrints.add(number), number + " is out twice unmarked");
      }
    }
    assertNotEquals(0, firstPrints.size());
    System.out.println("kill storm: %d numbers, %d slips".formatted(issued.size(), paper.size()));
  }
}
