package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who works where; numbers asked for, sent on and put back; what customers think of it. */
class RolesTest {
  private static final String HALL =
      """
      [[service]]
      id = "checkin"
      prefix = "A"
      name = "报检"
      [[service]]
      id = "questions"
      prefix = "B"
      name = "咨询"
      [[staff]]
      id = "li"
      name = "李工"
      [[staff]]
      id = "wang"
      name = "王工"
      [[counter]]
      number = 1
      stages = ["checkin"]
      stand_in = 2
      [[counter]]
      number = 2
      stages = ["questions"]
      """;

  private final HallRun run = HallRun.opened(Halls.of(HALL));

  @Test
  void aPersonIsAtOneWindowAtATime() {
    run.after("sign-on 1 li", "sign-on 2 li");
    assertEquals(Optional.empty(), run.state().desk(1).staff());
    assertEquals(Optional.of("li"), run.state().desk(2).staff());
  }

  @Test
  void aWindowHasOnePerson() {
    run.after("sign-on 1 li", "sign-on 1 wang");
    assertEquals(Optional.of("wang"), run.state().desk(1).staff());
    assertEquals("signed-on-already", run.refused("sign-on 1 wang"));
    run.after("sign-off 1");
    assertEquals("nobody-signed-on", run.refused("sign-off 1"));
    assertEquals("no-such-staff", run.refused("sign-on 1 zhao"));
  }

  @Test
  void aStandInTakesOverAndGivesBack() {
    run.after("take checkin", "take checkin", "pause 1", "next 2");
    assertEquals("A001", run.inHand(2));
    run.after("pause 1", "next 2");
    assertEquals("", run.inHand(2));
    run.after("next 1");
    assertEquals("A002", run.inHand(1));
  }

  @Test
  void whenTheLastWindowOfAStagePausesTheSupervisorIsTold() {
    run.after("pause 2");
    Event.SupervisorAlarmed alarm = run.last(Event.SupervisorAlarmed.class);
    assertEquals(new Event.SupervisorAlarmed("stage-unserved", "questions", 2), alarm);
  }

  @Test
  void aPausedWindowWithAStandInIsNoAlarm() {
    run.after("pause 1");
    assertEquals(0, run.times(Event.SupervisorAlarmed.class));
  }

  @Test
  void whenAAndBAreBothAwayTheSupervisorIsTold() {
    run.after("pause 1", "pause 2");
    assertEquals(
        List.of(
            new Event.SupervisorAlarmed("pair-away", "", 2),
            new Event.SupervisorAlarmed("stage-unserved", "questions", 2),
            new Event.SupervisorAlarmed("stage-unserved", "checkin", 2)),
        run.all(Event.SupervisorAlarmed.class));
  }

  @Test
  void anOpinionBelongsToTheTicketFinishedThereLastAndIsGivenOnce() {
    assertEquals("nobody-to-rate", run.refused("rate-good 1"));
    run.after("take checkin", "next 1", "finish 1", "rate-fair 1");
    Event.Rated rated = run.last(Event.Rated.class);
    assertEquals("A001", rated.ticket().number());
    assertEquals(2, rated.rating());
    assertEquals("nobody-to-rate", run.refused("rate-poor 1"));
  }

  @Test
  void whoeverServesFirstAnswersForTheVisit() {
    run.after("sign-on 1 li", "take checkin", "next 1", "start 1");
    assertEquals(
        Optional.of(new Ticket.Owner(1, Optional.of("li"))),
        run.state().inHand(1).orElseThrow().owner());
  }

  @Test
  void aCustomerSentElsewhereKeepsNumberTimeOfIssueAndPlaceByIt() {
    run.after("take checkin");
    run.seconds(60);
    run.after("take questions", "next 1", "transfer 1 questions");
    assertEquals("A001 B001", run.waiting("questions"));
    Event.TicketTransferred moved = run.last(Event.TicketTransferred.class);
    assertEquals(1, moved.counter());
    assertEquals(Optional.of("checkin"), moved.from());
    run.after("next 2", "finish 2");
    assertEquals(1, run.times(Event.TicketFinished.class));
  }

  @Test
  void nobodyIsSentWhereThereIsNothing() {
    run.after("take checkin", "next 1");
    assertEquals("no-such-stage", run.refused("transfer 1 nowhere"));
    assertEquals("there-already", run.refused("transfer 1 checkin"));
    assertEquals("nobody-in-hand", run.refused("transfer 2 checkin"));
  }

  @Test
  void aWindowMayCallAChosenNumberOfItsStages() {
    run.after("take checkin", "take checkin", "call 1 A002");
    assertEquals("A002", run.inHand(1));
    assertTrue(run.last(Event.TicketCalled.class).why().contains("指定"));
  }

  @Test
  void aNumberIsNotTakenOutOfAnothersHands() {
    run.after("take checkin", "take questions", "next 1");
    assertEquals("in-hand", run.refused("call 1 A001"));
    assertEquals("not-for-this-window", run.refused("call 2 A001"));
    assertEquals("no-such-number", run.refused("call 2 A099"));
  }

  @Test
  void aHeldNumberMayBeAskedForToo() {
    run.after("take checkin", "next 1", "hold 1", "call 1 A001");
    assertEquals("A001", run.inHand(1));
  }

  @Test
  void whoIsNotReadyYetLetsThreeOthersGoFirst() {
    for (int customer = 0; customer < 5; customer++) {
      run.after("take checkin");
    }
    run.after("next 1", "back 1");
    assertEquals("A002 A003 A004 A001 A005", run.waiting("checkin"));
  }

  @Test
  void heldOnesArePutBackInLineByTheirNumber() {
    run.after("take checkin", "next 1", "hold 1", "back 2 A001");
    assertEquals("A001", run.waiting("checkin"));
    assertTrue(run.state().desk(1).held().isEmpty());
    assertEquals("not-aside", run.refused("back 2 A001"));
  }

  @Test
  void aHeldNumberAskedForElsewhereByMistakeLiesAgainWhereItLay() {
    run.after("pause 1", "take checkin", "next 2", "hold 2", "pause 1");
    run.after("call 1 A001", "undo 1");
    assertEquals(1, run.state().desk(2).held().size());
    assertEquals(0, run.state().desk(1).held().size());
  }

  @Test
  void aCustomerPutBackWhileBeingServedIsNotServedAnewByTheClock() {
    run.after("take checkin", "next 1", "start 1");
    run.seconds(20);
    run.after("back 1");
    run.seconds(100);
    run.after("next 1", "start 1");
    run.seconds(10);
    run.after("finish 1");
    assertEquals(30, run.last(Event.StageFinished.class).tookSeconds().orElseThrow());
  }
}
