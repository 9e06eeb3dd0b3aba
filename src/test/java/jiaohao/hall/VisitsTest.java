package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisitsTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void aVisitGoesThroughItsStagesUnderOneNumber() {
    TicketId id = run.take("inspection");
    run.after("next 1", "finish 1");
    assertEquals("A001", run.waiting("certificate"));
    run.after("next 2", "finish 2");
    assertEquals(List.of(id), ids(Event.TicketFinished.class));
    assertEquals(0, run.state().open());
    assertEquals(1, run.times(Event.TicketIssued.class));
  }

  @Test
  void theNextStageHasItsOwnLine() {
    run.after("take inspection", "take inspection");
    run.after("next 1", "next 3", "finish 3", "finish 1");
    assertEquals("A002 A001", run.waiting("certificate"));
  }

  @Test
  void theSecondOutcomeEndsTheVisit() {
    run.after("take inspection", "next 1", "finish-other 1");
    assertEquals("", run.waiting("certificate"));
    assertEquals("other", run.all(Event.StageFinished.class).getFirst().outcome());
    assertEquals(1, run.times(Event.TicketFinished.class));
  }

  @Test
  void whatFollowsAFinishedStageFollowsAtOnce() {
    run.after("take questions", "next 3");
    List<Fact> facts = run.press("finish 3").facts();
    int finished =
        facts.indexOf(
            facts.stream()
                .filter(fact -> fact.event() instanceof Event.StageFinished)
                .findFirst()
                .orElseThrow());
    assertTrue(facts.get(finished + 1).event() instanceof Event.TicketFinished);
  }

  @Test
  void theWindowRemembersWhomItServedLast() {
    TicketId id = run.take("questions");
    run.after("next 3", "finish 3");
    assertEquals(id, run.state().desk(3).last().ticket().orElseThrow());
  }

  @Test
  void everybodyIsToldHowManyAreAhead() {
    run.after("take inspection", "take inspection", "take questions", "next 1");
    run.after("take inspection");
    assertEquals(
        List.of(0, 1, 0, 1),
        run.all(Event.TicketIssued.class).stream().map(Event.TicketIssued::ahead).toList());
  }

  private List<TicketId> ids(Class<? extends Event.OfTicket> kind) {
    return run.all(kind).stream().map(event -> ((Event.OfTicket) event).ticket()).toList();
  }
}
