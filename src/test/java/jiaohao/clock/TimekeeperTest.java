package jiaohao.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimekeeperTest {
  private static final Instant MORNING = Instant.parse("2026-11-22T00:30:00Z");

  private final SimulatedClock clock = new SimulatedClock(MORNING);
  private final Timekeeper timekeeper = new Timekeeper(clock);

  @Test
  void theFirstReadingStartsTheSteadyTime() {
    Timekeeper.Reading first = new Timekeeper.Reading(MORNING, true, MORNING, Duration.ZERO);
    assertEquals(first, timekeeper.now());
  }

  @Test
  void timeThatPassesIsNoLeapHoweverMuchItIs() {
    timekeeper.now();
    clock.pass(Duration.ofDays(3));
    assertEquals(MORNING, timekeeper.now().steadySince());
  }

  @Test
  void aStepForwardIsALeap() {
    timekeeper.now();
    clock.pass(Duration.ofSeconds(1));
    Instant tomorrow = MORNING.plus(Duration.ofDays(1));
    clock.step(tomorrow);
    assertEquals(tomorrow, timekeeper.now().steadySince());
    clock.pass(Duration.ofHours(1));
    assertEquals(tomorrow, timekeeper.now().steadySince());
  }

  @Test
  void aStepBackIsALeap() {
    timekeeper.now();
    Instant yesterday = MORNING.minus(Duration.ofDays(1));
    clock.step(yesterday);
    assertEquals(yesterday, timekeeper.now().steadySince());
  }

  @Test
  void slewingIsNoLeap() {
    timekeeper.now();
    for (int second = 0; second < 600; second++) {
      clock.pass(Duration.ofSeconds(1));
      clock.step(clock.wall().plusMillis(50));
      assertEquals(MORNING, timekeeper.now().steadySince());
    }
  }

  @Test
  void exactlyTwoSecondsAreNoLeapYet() {
    timekeeper.now();
    clock.step(MORNING.plusSeconds(2));
    assertEquals(MORNING, timekeeper.now().steadySince());
    clock.step(clock.wall().plusSeconds(2).plusMillis(1));
    assertEquals(clock.wall(), timekeeper.now().steadySince());
  }

  @Test
  void leapsAddUpAndTimeThatPassesMeanwhileIsNotInThem() {
    timekeeper.now();
    leap(Duration.ofHours(1), Duration.ofSeconds(1));
    assertEquals(Duration.ofHours(1), timekeeper.now().leapt());
    clock.pass(Duration.ofDays(2));
    assertEquals(Duration.ofHours(1), timekeeper.now().leapt());
    leap(Duration.ofDays(-1), Duration.ofSeconds(1));
    assertEquals(Duration.ofHours(-23), timekeeper.now().leapt());
  }

  private void leap(Duration by, Duration after) {
    clock.pass(after);
    clock.step(clock.wall().plus(by));
  }

  @Test
  void slewingAddsUpToNoLeap() {
    timekeeper.now();
    for (int second = 0; second < 600; second++) {
      leap(Duration.ofMillis(second % 2 == 0 ? 50 : -30), Duration.ofSeconds(1));
      assertEquals(Duration.ZERO, timekeeper.now().leapt());
    }
  }

  @Test
  void howWrongTheClockWasBeforeTheFirstReadingIsNoLeap() {
    clock.step(MORNING.minus(Duration.ofDays(365)));
    assertEquals(Duration.ZERO, timekeeper.now().leapt());
  }

  @Test
  void steadySinceIsNeverAfterTheWall() {
    long seed = 11;
    Random random = new Random(seed);
    for (int reading = 0; reading < 10_000; reading++) {
      clock.pass(Duration.ofMillis(random.nextInt(1_500)));
      clock.step(clock.wall().plusMillis(random.nextInt(6_000) - 3_000L));
      Timekeeper.Reading now = timekeeper.now();
      assertFalse(now.steadySince().isAfter(now.wall()), "seed " + seed + ", reading " + reading);
    }
  }

  @Test
  void trustIsTheClocks() {
    clock.trust(false);
    assertFalse(timekeeper.now().trusted());
  }
}
