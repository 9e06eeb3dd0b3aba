package jiaohao.button;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import jiaohao.button.Debounce.Happening;
import org.junit.jupiter.api.Test;

class DebounceTest {
  private final List<Happening> happened = new ArrayList<>();
  private Debounce button = new Debounce(false);

  @Test
  void aPressActsOnceItHasSettled() {
    released(0);
    pressed(100);
    at(124);
    assertEquals(List.of(), happened);
    at(125);
    assertEquals(List.of(Happening.SHORT), happened);
    released(400);
    at(2000);
    assertEquals(List.of(Happening.SHORT), happened);
  }

  @Test
  void bouncesPutTheActionOffUntilTheyAreOver() {
    released(0);
    pressed(100);
    released(103);
    pressed(105);
    released(120);
    pressed(122);
    at(146);
    assertEquals(List.of(), happened);
    at(147);
    assertEquals(List.of(Happening.SHORT), happened);
  }

  @Test
  void aSparkShorterThanTheSettlingIsNoPress() {
    released(0);
    pressed(100);
    released(124);
    at(1000);
    assertEquals(List.of(), happened);
  }

  @Test
  void aDoublePressIsOnePress() {
    released(0);
    tap(100, 60);
    tap(250, 60);
    at(1000);
    assertEquals(List.of(Happening.SHORT), happened);
  }

  @Test
  void anImpatientFingerExtendsTheLockOut() {
    released(0);
    for (int tap = 0; tap < 20; tap++) {
      tap(100 + 200L * tap, 60);
    }
    assertEquals(List.of(Happening.SHORT), happened);
    tap(100 + 200 * 19 + 400, 60);
    assertEquals(List.of(Happening.SHORT, Happening.SHORT), happened);
  }

  @Test
  void aPressAfterTheLockOutCounts() {
    released(0);
    tap(100, 60);
    tap(100 + 25 + 300, 60);
    assertEquals(List.of(Happening.SHORT, Happening.SHORT), happened);
  }

  @Test
  void aButtonWithoutHeldMeaningActsOnceHoweverLongItIsDown() {
    released(0);
    tap(100, 20_000);
    at(30_000);
    assertEquals(List.of(Happening.SHORT), happened);
  }

  @Test
  void aShortPressOfAButtonWithHeldMeaningActsOnRelease() {
    button = new Debounce(true);
    released(0);
    pressed(100);
    at(1500);
    assertEquals(List.of(), happened);
    released(1500);
    at(1525);
    assertEquals(List.of(Happening.SHORT), happened);
  }

  @Test
  void aHeldPressActsWhileStillDownAndNotOnRelease() {
    button = new Debounce(true);
    released(0);
    pressed(100);
    at(1600);
    assertEquals(List.of(Happening.HELD), happened);
    released(5000);
    at(9000);
    assertEquals(List.of(Happening.HELD), happened);
  }

  @Test
  void aPressOfExactlyOneAndAHalfSecondsIsHeldInSpiteOfItsBounces() {
    button = new Debounce(true);
    released(0);
    pressed(100);
    released(110);
    pressed(120);
    released(1600);
    at(3000);
    assertEquals(List.of(Happening.HELD), happened);
  }

  @Test
  void aFlickerWhileDownNeitherEndsNorRestartsTheHold() {
    button = new Debounce(true);
    released(0);
    pressed(100);
    released(800);
    pressed(810);
    at(1574);
    assertEquals(List.of(), happened);
    at(1575);
    assertEquals(List.of(Happening.HELD), happened);
  }

  @Test
  void aReleaseBouncingAtTheLimitIsStillShort() {
    button = new Debounce(true);
    released(0);
    pressed(100);
    released(1570);
    pressed(1573);
    released(1580);
    at(3000);
    assertEquals(List.of(Happening.SHORT), happened);
  }

  @Test
  void aLongPressInTheLockOutMeansNothing() {
    button = new Debounce(true);
    released(0);
    tap(100, 60);
    tap(300, 2000);
    assertEquals(List.of(Happening.SHORT), happened);
  }

  @Test
  void aLineFoundDownDoesNotActUntilItIsReleased() {
    pressed(0);
    at(10_000);
    released(10_000);
    at(11_000);
    assertEquals(List.of(), happened);
    tap(11_000, 60);
    assertEquals(List.of(Happening.SHORT), happened);
  }

  @Test
  void aLineFoundDownOnAButtonWithHeldMeaningDoesNotActEither() {
    button = new Debounce(true);
    pressed(0);
    at(10_000);
    released(10_000);
    at(11_000);
    assertEquals(List.of(), happened);
  }

  @Test
  void aButtonDownForAMinuteIsStuckUntilItIsReleased() {
    released(0);
    pressed(1000);
    at(60_999);
    assertEquals(List.of(Happening.SHORT), happened);
    at(61_000);
    at(500_000);
    assertEquals(List.of(Happening.SHORT, Happening.STUCK), happened);
    released(500_000);
    at(500_025);
    assertEquals(List.of(Happening.SHORT, Happening.STUCK, Happening.FREED), happened);
  }

  @Test
  void aLineFoundDownIsStuckAfterAMinuteToo() {
    pressed(0);
    at(60_000);
    released(70_000);
    at(70_100);
    assertEquals(List.of(Happening.STUCK, Happening.FREED), happened);
  }

  @Test
  void whatFellDueWhileNobodyAskedComesInOrder() {
    button = new Debounce(true);
    released(0);
    pressed(100);
    released(200_000);
    at(300_000);
    assertEquals(List.of(Happening.HELD, Happening.STUCK, Happening.FREED), happened);
  }

  @Test
  void nothingIsDueWhileTheButtonRests() {
    assertEquals(OptionalLong.empty(), button.nextDue());
    released(0);
    assertEquals(OptionalLong.empty(), button.nextDue());
    pressed(100);
    assertEquals(OptionalLong.of(nanos(125)), button.nextDue());
    at(125);
    assertEquals(OptionalLong.of(nanos(60_100)), button.nextDue());
    released(300);
    at(325);
    assertEquals(OptionalLong.empty(), button.nextDue());
  }

  @Test
  void anEdgeReportedLateDoesNotTurnTimeBack() {
    released(0);
    pressed(100);
    at(200);
    released(150);
    at(224);
    assertTrue(button.nextDue().isPresent(), "the release settles 25 ms after it was heard of");
    at(225);
    assertEquals(OptionalLong.empty(), button.nextDue());
  }

  @Test
  void timeMayStartAnywhereAndOverflow() {
    long start = Long.MAX_VALUE - nanos(50);
    happened.addAll(button.onEdge(false, start));
    happened.addAll(button.onEdge(true, start + nanos(40)));
    happened.addAll(button.onTime(start + nanos(45)));
    assertEquals(List.of(), happened, "the press settles on the far side of the overflow");
    happened.addAll(button.onTime(start + nanos(66)));
    assertEquals(List.of(Happening.SHORT), happened);
  }

  private void tap(long millis, long lasting) {
    pressed(millis);
    released(millis + lasting);
    at(millis + lasting + 25);
  }

  private void pressed(long millis) {
    happened.addAll(button.onEdge(true, nanos(millis)));
  }

  private void released(long millis) {
    happened.addAll(button.onEdge(false, nanos(millis)));
  }

  private void at(long millis) {
    happened.addAll(button.onTime(nanos(millis)));
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
