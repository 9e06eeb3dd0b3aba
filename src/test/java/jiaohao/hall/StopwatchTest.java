package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");

  @Test
  void itRunsWithTheWall() {
    assertEquals(60_000, passed(Stopwatch.RUNNING, Stopwatch.RUNNING, 60));
  }

  @Test
  void whileItStandsNothingPasses() {
    Stopwatch stands = Stopwatch.RUNNING.suspended(true, at(10));
    assertEquals(10_000, passed(Stopwatch.RUNNING, stands, 60));
    assertEquals(Optional.empty(), stands.wallAt(NINE.toEpochMilli()));
  }

  @Test
  void afterwardsItGoesOnWhereItStood() {
    Stopwatch on = Stopwatch.RUNNING.suspended(true, at(10)).suspended(false, at(40));
    assertEquals(30_000, passed(Stopwatch.RUNNING, on, 60));
    assertEquals(Optional.of(at(60)), on.wallAt(on.reading(at(60))));
  }

  @Test
  void aSuspensionThatOutlastsABreakHoldsIt() {
    Stopwatch watch = Stopwatch.RUNNING.onBreak(true, at(10)).suspended(true, at(20));
    watch = watch.onBreak(false, at(30)).suspended(false, at(40));
    assertEquals(30_000, passed(Stopwatch.RUNNING, watch, 60));
  }

  @Test
  void excludedTimeMayBeNegative() {
    Stopwatch back = Stopwatch.RUNNING.excluding(-3_600_000, true);
    assertEquals(3_600_000 + 60_000, passed(Stopwatch.RUNNING, back, 60));
    assertEquals(-3_600_000, back.leaptMillis());
    assertEquals(0, back.excluding(5000, false).leaptMillis(), "of the process before");
  }

  @Test
  void aLeapWhileItStandsIsLeftOutOnce() {
    Stopwatch watch = Stopwatch.RUNNING.suspended(true, at(10)).excluding(1000_000, true);
    watch = watch.suspended(false, at(1040));
    assertEquals(30_000, passed(Stopwatch.RUNNING, watch, 1060));
  }

  private static long passed(Stopwatch from, Stopwatch to, int seconds) {
    return to.reading(at(seconds)) - from.reading(NINE);
  }

  private static Instant at(int seconds) {
    return NINE.plus(Duration.ofSeconds(seconds));
  }
}
