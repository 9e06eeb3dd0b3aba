package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jiaohao.clock.Clock;
import jiaohao.hall.Audit;
import jiaohao.hall.Event;
import jiaohao.hall.TicketId;
import jiaohao.journal.Verify;
import jiaohao.testing.Await;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clock is stepped while the box is off and while it runs; the journal must not notice much.
 */
class ClockStepsTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir private Path stateDir;

  /** The machine's clock, wrong by so much. */
  private static final class WrongClock implements Clock {
    private final boolean trusted;
    private volatile Duration wrongBy = Duration.ZERO;

    WrongClock(boolean trusted) {
      this.trusted = trusted;
    }

    @Override
    public Instant wall() {
      return Instant.now().plus(wrongBy);
    }

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public boolean trusted() {
      return trusted;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noNumberRepeatsWhateverTheClockDoes(boolean trusted) throws Exception {
    WrongClock clock = new WrongClock(trusted);
    List<Duration> steps =
        List.of(
            Duration.ZERO,
            DAY.negated(),
            Duration.ZERO,
            YEAR.negated(),
            Duration.ZERO,
            YEAR,
            Duration.ZERO);
    for (Duration step : steps) {
      clock.wrongBy = step;
      takeTwo(clock);
    }
    stepWhileRunning(clock, steps);
    check(steps.size() * 2 + steps.size());
  }

  private void takeTwo(WrongClock clock) throws Exception {
    try (Box box = Box.start(stateDir, "", clock, Box.quickPrinter(clock))) {
      box.does("take inspection").does("take questions");
      box.does("next 1").does("finish 1");
    }
  }

  private void stepWhileRunning(WrongClock clock, List<Duration> steps) throws Exception {
    try (Box box = Box.start(stateDir, "", clock, Box.quickPrinter(clock))) {
      for (Duration step : steps) {
        clock.wrongBy = step;
        box.does("take inspection");
      }
      Await.until("the slips are out", () -> box.state().owed().isEmpty());
    }
  }

  private void check(int expected) throws Exception {
    assertTrue(Verify.journal(stateDir, new Audit()::see).ok());
    List<TicketId> issued =
        Box.events(stateDir, Event.TicketIssued.class).stream()
            .map(Event.TicketIssued::ticket)
            .toList();
    assertEquals(expected, issued.size());
    assertEquals(expected, Set.copyOf(issued).size());
    List<LocalDate> days = Box.facts(stateDir).stream().map(fact -> fact.day()).toList();
    assertEquals(days.stream().sorted().toList(), days);
    assertFalse(Box.events(stateDir, Event.ClockSuspect.class).isEmpty());
  }
}
