package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Clocks that lie, in virtual time: back and forth by days and years, over restarts and nights
 * without power, believed or not. The audit sees to it that no number comes twice and that the
 * business day never goes back.
 */
class ClockStormTest {
  private static final int SEEDS = 300;
  private static final Plan PLAN = Halls.withHours(Halls.station(), Halls.officeHours());

  @Test
  void noClockMakesANumberComeTwiceOrStopsTheDays() {
    everySeed(storm -> storm.days(20));
  }

  @Test
  void aDayBackAndHome() {
    everySeed(storm -> storm.there(Duration.ofDays(-1)));
  }

  @Test
  void aYearBackAndHome() {
    everySeed(storm -> storm.there(Duration.ofDays(-365)));
  }

  @Test
  void aYearForthAndHome() {
    everySeed(storm -> storm.there(Duration.ofDays(365)));
  }

  private static void everySeed(Consumer<Storm> weather) {
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        weather.accept(new Storm(seed));
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
  }

  /** One hall with a clock that cannot be relied on. */
  private static final class Storm {
    private final Random random;
    private final HallRun run = HallRun.storm(PLAN, "2026-11-24T09:00");

    private Storm(long seed) {
      random = new Random(seed);
      run.trust(random.nextBoolean());
      run.restart();
    }

    private void days(int days) {
      for (int day = 0; day < days; day++) {
        work();
        mishap();
        if (random.nextInt(3) > 0) {
          run.pass(Duration.ofHours(random.nextInt(30)));
        }
      }
      requireDaysGoOn();
    }

    /** The clock goes there, a while passes, and it comes home. */
    private void there(Duration far) {
      work();
      leap(far);
      int nights = random.nextInt(4);
      for (int night = 0; night < nights; night++) {
        work();
        night();
      }
      leap(far.negated());
      work();
      requireDaysGoOn();
    }

    private void mishap() {
      List<Duration> leaps =
          List.of(
              Duration.ofSeconds(-20),
              Duration.ofMinutes(-50),
              Duration.ofHours(-8),
              Duration.ofDays(-1),
              Duration.ofDays(-365),
              Duration.ofHours(8),
              Duration.ofDays(1),
              Duration.ofDays(365));
      switch (random.nextInt(5)) {
        case 0, 1 -> leap(leaps.get(random.nextInt(leaps.size())));
        case 2 -> run.trust(random.nextBoolean());
        case 3 -> night();
        default -> run.restart();
      }
    }

    /** The clock leaps, noticed at once or while the power was off; what must be said is said. */
    private void leap(Duration by) {
      LocalDate day = run.state().day().orElseThrow();
      Instant last = run.state().lastAt().orElseThrow().toInstant();
      run.leap(run.wall().plus(by));
      Decision decision = random.nextBoolean() ? run.restart() : run.tick();
      boolean back = run.wall().plusSeconds(5).isBefore(last);
      if (back) {
        assertTrue(HallRun.of(decision, Event.ClockSuspect.class).isPresent(), "back by " + by);
      }
      if (!run.moment().trusted() && !by.isNegative()) {
        assertEquals(day, run.state().day().orElseThrow(), "a leap by " + by + " was believed");
      }
      requireFaultsTold();
    }

    private void requireFaultsTold() {
      boolean trusted = run.moment().trusted();
      LocalDate clockDay = BusinessDay.of(run.wall(), PLAN);
      boolean behind = clockDay.isBefore(run.state().day().orElseThrow());
      assertEquals(!trusted, run.state().faults().has("clock/untrusted"), "untrusted");
      assertEquals(behind, run.state().faults().has("clock/behind"), "behind");
      assertEquals(!trusted || behind, run.state().suspect().isPresent(), "suspect");
    }

    /** Power off at the end of the day, and on in the morning; some boxes' clocks stand still. */
    private void night() {
      if (random.nextBoolean()) {
        run.command(new Command.Stop());
      }
      if (random.nextBoolean()) {
        run.passUnpowered(Duration.ofHours(14));
      }
      run.restart();
    }

    /** A few customers, some of whom are still there in the end. */
    private void work() {
      int customers = random.nextInt(6);
      for (int customer = 0; customer < customers; customer++) {
        take();
        run.pass(Duration.ofMinutes(random.nextInt(20)));
        if (random.nextInt(4) > 0) {
          run.press("next 3");
        }
      }
    }

    private void take() {
      String refused = run.refused("take questions");
      if (run.moment().trusted()) {
        assertEquals(open() ? "" : "closed", refused);
      } else {
        assertEquals("", refused, "hours are not enforced by a clock that is not trusted");
      }
    }

    private boolean open() {
      var local = run.wall().atZone(Halls.SHANGHAI);
      LocalTime time = local.toLocalTime();
      return local.getDayOfWeek().getValue() < 7
          && !time.isBefore(LocalTime.of(8, 30))
          && time.isBefore(LocalTime.of(17, 0));
    }

    /**
     * Nobody holds a ticket, and the clock runs: after two passes of the hour it is another day.
     */
    private void requireDaysGoOn() {
      for (int customer = 0; customer < 200 && run.state().open() > 0; customer++) {
        run.press("next 3");
      }
      assertEquals(0, run.state().open());
      for (int week = 0; week < 3; week++) {
        LocalDate before = run.state().day().orElseThrow();
        run.tick();
        run.pass(Duration.ofDays(2));
        assertTrue(run.state().day().orElseThrow().isAfter(before), "stuck at " + before);
      }
      run.trust(true);
      run.tick();
      assertFalse(run.state().faults().has("clock/untrusted"));
    }
  }
}
