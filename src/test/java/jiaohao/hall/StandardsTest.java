package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long customers may be served and may wait, and what does not count. */
class StandardsTest {
  private static final String HALL =
      """
      [[hours]]
      days = "mon-sun"
      open = "08:00"
      close = "12:00"
      [[hours]]
      days = "mon-sun"
      open = "13:00"
      close = "17:00"
      [[service]]
      id = "desk"
      prefix = "A"
      name = "业务"
      [[stage]]
      id = "desk"
      limit_s = 30
      wait_limit_s = 600
      [[staff]]
      id = "li"
      name = "李工"
      [[counter]]
      number = 1
      stages = ["desk"]
      [[counter]]
      number = 2
      stages = ["desk"]
      """;

  private HallRun run = HallRun.opened(Halls.of(HALL));

  @Test
  void theClockOfTheStandardBeginsWithStart() {
    run.after("take desk", "next 1");
    run.seconds(10);
    run.after("start 1");
    run.seconds(29);
    assertEquals(0, broken());
    run.seconds(1);
    assertEquals(1, broken());
    assertFalse(run.last(Event.StandardBroken.class).assumed());
  }

  @Test
  void withoutAStartItBeginsAWalkAfterTheCallAndSaysThatItIsAssumed() {
    run.after("take desk", "next 1");
    run.seconds(44);
    assertEquals(0, broken());
    run.seconds(1);
    assertEquals(1, broken());
    assertTrue(run.last(Event.StandardBroken.class).assumed());
  }

  @Test
  void aRecalledCustomerWalksOnceMore() {
    run.after("take desk", "next 1");
    run.seconds(40);
    run.after("recall 1");
    run.seconds(44);
    assertEquals(0, broken());
  }

  @Test
  void whereThereIsAStartKeyNothingIsAssumed() {
    run = HallRun.opened(Halls.withHead("start_key = true", HALL));
    run.after("take desk", "next 1");
    run.seconds(300);
    assertEquals(0, broken());
    run.after("start 1");
    run.seconds(30);
    assertEquals(1, broken());
  }

  @Test
  void whereStartWasForgottenNothingIsKnownOfTheTime() {
    run = HallRun.opened(Halls.withHead("start_key = true", HALL));
    run.after("take desk", "next 1");
    run.seconds(300);
    run.after("finish 1");
    assertTrue(run.last(Event.StageFinished.class).tookSeconds().isEmpty());
  }

  @Test
  void aBrokenStandardNamesPostWindowAndStaff() {
    run.after("sign-on 1 li", "take desk", "next 1", "start 1");
    run.seconds(31);
    Event.StandardBroken broken = run.last(Event.StandardBroken.class);
    assertEquals("desk", broken.stage());
    assertEquals(1, broken.counter());
    assertEquals("li", broken.staff().orElseThrow());
    assertEquals(30, broken.limitSeconds());
  }

  @Test
  void itIsBrokenOnceHoweverLongItTakes() {
    run.after("take desk", "next 1", "start 1");
    run.seconds(500);
    assertEquals(1, broken());
    run.after("finish 1");
    assertEquals(500, run.last(Event.StageFinished.class).tookSeconds().orElseThrow());
  }

  @Test
  void atFourFifthsTheWindowGetsAQuietSign() {
    run.after("take desk", "next 1", "start 1");
    run.seconds(23);
    assertEquals(List.of(), signs());
    run.seconds(1);
    assertEquals(
        List.of(new Standards.Sign(1, run.state().inHand(1).orElseThrow().id(), "desk", 24, 30)),
        signs());
    assertEquals(0, broken());
    run.after("finish 1");
    assertEquals(List.of(), signs());
  }

  @Test
  void aCustomerOnHoldIsNotBeingServed() {
    run.after("take desk", "next 1", "start 1");
    run.seconds(20);
    run.after("hold 1");
    run.seconds(100);
    run.after("hold 1", "start 1");
    run.seconds(9);
    assertEquals(0, broken());
    run.seconds(1);
    assertEquals(1, broken());
    run.after("finish 1");
    assertEquals(30, run.last(Event.StageFinished.class).tookSeconds().orElseThrow());
  }

  @Test
  void aLongWaitIsBrokenAtNoWindow() {
    run.after("take desk");
    run.seconds(600);
    Event.StandardBroken broken = run.last(Event.StandardBroken.class);
    assertEquals("waiting", broken.kind());
    assertEquals(0, broken.counter());
  }

  @Test
  void aCallTellsHowLongTheWaitWas() {
    run.after("take desk");
    run.seconds(700);
    run.after("next 1");
    assertEquals(700, run.last(Event.TicketCalled.class).waitedSeconds().orElseThrow());
  }

  @Test
  void aWaitIsAccountedForOnce() {
    run.after("take desk", "next 1", "hold 1");
    run.seconds(700);
    run.after("hold 1");
    assertTrue(run.last(Event.TicketCalled.class).waitedSeconds().isEmpty());
    assertEquals(0, broken());
  }

  @Test
  void anUndoneCallDoesNotEndTheWait() {
    run.after("take desk");
    run.seconds(500);
    run.after("next 1", "undo 1");
    run.seconds(99);
    assertEquals(0, broken());
    run.seconds(1);
    assertEquals(1, broken());
    run.after("next 1");
    assertEquals(600, run.last(Event.TicketCalled.class).waitedSeconds().orElseThrow());
  }

  @Test
  void whenManyWaitLongTheHallApologizesOnceAndAsksForAnotherWindow() {
    run.after("take desk", "take desk", "take desk");
    run.seconds(20);
    run.after("take desk");
    run.seconds(640);
    assertEquals(4, broken());
    assertEquals(1, run.times(Event.WaitApologized.class));
    assertEquals("long-wait", run.last(Event.SupervisorAlarmed.class).reason());
  }

  @Test
  void theApologyIsRepeatedAfterAWhileForOthers() {
    run.after("take desk");
    run.seconds(600);
    run.after("take desk");
    run.seconds(600);
    assertEquals(2, run.times(Event.WaitApologized.class));
  }

  @Test
  void anOutageIsNeitherWaitingNorServing() {
    run.after("take desk", "take desk", "next 1", "start 1");
    run.seconds(10);
    run.command(new Command.Tick());
    run.after("supervisor 1");
    run.passUnpowered(Duration.ofMinutes(50));
    run.restart();
    run.seconds(19);
    assertEquals(0, broken());
    run.after("finish 1", "next 1");
    assertEquals(29, run.last(Event.StageFinished.class).tookSeconds().orElseThrow());
    assertEquals(29, run.last(Event.TicketCalled.class).waitedSeconds().orElseThrow());
  }

  @Test
  void aLeapOfTheClockIsNoTime() {
    run.after("take desk", "take desk", "next 1", "start 1");
    run.seconds(10);
    run.leap(HallRun.instant("2026-11-24T15:00"));
    run.tick();
    assertEquals(0, broken());
    run.leap(HallRun.instant("2026-11-24T08:30"));
    run.seconds(10);
    run.after("finish 1", "next 1");
    assertEquals(20, run.last(Event.StageFinished.class).tookSeconds().orElseThrow());
    assertEquals(20, run.last(Event.TicketCalled.class).waitedSeconds().orElseThrow());
  }

  @Test
  void aSuspensionFreezesCallsAndClocks() {
    run.after("take desk", "take desk", "next 1", "start 1");
    run.seconds(10);
    run.after("suspend");
    assertEquals("suspended", run.refused("next 2"));
    assertEquals("suspended", run.refused("take desk"));
    assertEquals("suspended", run.refused("recall 1"));
    assertEquals("suspended", run.refused("suspend"));
    run.seconds(3000);
    assertEquals(0, broken());
    run.after("resume");
    run.seconds(19);
    assertEquals(0, broken());
    assertEquals("A002", run.waiting("desk"));
    run.seconds(1);
    assertEquals(1, broken());
  }

  @Test
  void lunchDoesNotCount() {
    run.passUntil("2026-11-24T11:55");
    run.after("take desk");
    run.passUntil("2026-11-24T13:04:59");
    assertEquals(0, broken());
    run.passUntil("2026-11-24T13:05");
    assertEquals(1, broken());
  }

  @Test
  void aLeapDuringLunchIsNotCountedTwice() {
    run.passUntil("2026-11-24T11:55");
    run.after("take desk");
    run.passUntil("2026-11-24T12:30");
    run.leap(HallRun.instant("2026-11-24T12:50"));
    run.passUntil("2026-11-24T13:04:59");
    assertEquals(0, broken());
    run.passUntil("2026-11-24T13:05");
    assertEquals(1, broken());
  }

  private int broken() {
    return run.times(Event.StandardBroken.class);
  }

  private List<Standards.Sign> signs() {
    return Standards.signs(run.state(), run.wall());
  }
}
