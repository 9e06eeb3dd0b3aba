package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jiaohao.board.Boards;
import jiaohao.board.SimulatedSpi;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.journal.JournalException;
import jiaohao.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardStartTest {
  @TempDir private Path stateDir;
  private final CountDownLatch card = new CountDownLatch(1);

  @Test
  void theBoardShowsASignOfLifeWhileTheJournalIsStillBeingRead() throws Exception {
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    String hall = Box.HALL.formatted("");
    Plan plan =
        HallFile.parse("hall.toml", hall.getBytes(StandardCharsets.UTF_8)).value().orElseThrow();
    Kiosk kiosk = Kiosk.start(new Command.Start("test", plan, hall), clock, new SlowCard());
    DeviceFile.Board file =
        new DeviceFile.Board("board", "simulated", 2, DeviceFile.Face.DIGITS, Set.of());
    SimulatedSpi spi = Boards.simulated(file);
    BoardWorker board =
        new BoardWorker(kiosk, file, () -> Boards.on(file, spi), plan.languages(), clock);
    kiosk.watch(board);
    kiosk.locked().get(10, TimeUnit.SECONDS);
    board.start();
    Await.until("a sign of life", () -> spi.text().equals(List.of("--------", "")));
    assertFalse(kiosk.ready().isDone());
    card.countDown();
    Await.until("nobody is called", () -> spi.text().equals(List.of("", "")));
    board.stop();
    kiosk.close();
  }

  /** A ledger on a card that takes its time. */
  private final class SlowCard extends Ledger {
    SlowCard() {
      super(stateDir);
    }

    @Override
    State open() throws JournalException, Arrival.NotYetException, InterruptedException {
      card.await();
      return super.open();
    }
  }
}
