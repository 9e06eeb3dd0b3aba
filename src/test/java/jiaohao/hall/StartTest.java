package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void theFirstStartBeginsTheJournalTheDayAndThePlan() {
    List<Class<?>> kinds =
        HallRun.storm(Halls.station(), "2026-11-24T09:00").restart().facts().stream()
            .<Class<?>>map(fact -> fact.event().getClass())
            .toList();
    assertEquals(
        List.<Class<?>>of(
            Event.JournalStarted.class,
            Event.DayStarted.class,
            Event.KioskStarted.class,
            Event.HallAdopted.class),
        kinds);
  }

  @Test
  void aStartAfterAPowerCutSaysSo() {
    assertTrue(run.state().running());
    run.restart();
    assertTrue(run.all(Event.KioskStarted.class).getLast().unclean());
  }

  @Test
  void aStartAfterAnOrderlyStopSaysSo() {
    run.command(new Command.Stop());
    assertFalse(run.state().running());
    run.restart();
    assertFalse(run.all(Event.KioskStarted.class).getLast().unclean());
  }

  @Test
  void ticketsOutlastAPowerCutWhereTheyWere() {
    run.after("take inspection", "take inspection", "take questions", "next 1", "next 3", "hold 3");
    run.restart();
    assertEquals("A001", run.inHand(1));
    assertEquals("A002", run.waiting("checkin"));
    run.after("hold 3");
    assertEquals("B001", run.inHand(3));
  }

  @Test
  void devicesReportTheirFaultsAfresh() {
    run.command(new Command.RaiseFault("printer", "paper-end", true));
    run.restart();
    assertFalse(run.state().stopped("printer"));
  }

  @Test
  void aFaultIsRaisedAndClearedOnce() {
    Command raise = new Command.RaiseFault("printer", "paper-end", true);
    Command clear = new Command.ClearFault("printer", "paper-end");
    for (Command command : List.of(clear, raise, raise, clear, clear)) {
      run.command(command);
    }
    assertEquals(1, run.times(Event.FaultRaised.class));
    assertEquals(1, run.times(Event.FaultCleared.class));
  }

  @Test
  void aPausedWindowIsStillPausedAfterAPowerCut() {
    run.after("pause 1");
    run.restart();
    assertEquals("counter-paused", run.refused("next 1"));
  }
}
