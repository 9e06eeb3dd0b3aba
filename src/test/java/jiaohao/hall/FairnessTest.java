package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose turn it is where several stages, groups or members of staff are to be served. */
class FairnessTest {
  private static String hall(String counter) {
    return """
    [[service]]
    id = "heating"
    prefix = "A"
    name = "供暖"
    [[service]]
    id = "bills"
    prefix = "B"
    name = "缴费"
    [[service]]
    id = "questions"
    prefix = "C"
    name = "咨询"
    [[group]]
    id = "elderly"
    name = "老年人"
    [[staff]]
    id = "li"
    name = "李工"
    [[staff]]
    id = "wang"
    name = "王工"
    [[counter]]
    number = 1
    stages = ["heating", "bills", "questions"]
    """
        + counter;
  }

  private HallRun run = HallRun.opened(Halls.of(hall("")));

  private void hallOf(String counter) {
    run = HallRun.opened(Halls.of(hall(counter)));
  }

  @Test
  void theLongestWaitComesFirstWhateverTheStage() {
    hallOf("rule = \"longest\"");
    run.after("take questions", "take bills", "take heating", "take bills");
    nextTimes(4);
    assertEquals("C001 B001 A001 B002", run.called());
    assertTrue(
        run.last(Event.TicketCalled.class).why().contains("等候最久"),
        run.last(Event.TicketCalled.class).why());
  }

  @Test
  void aPrivilegedCustomerIsNotSaidToHaveWaitedLongest() {
    hallOf("rule = \"longest\"");
    run.after("take heating", "priority elderly", "take heating", "next 1");
    Event.TicketCalled called = run.last(Event.TicketCalled.class);
    assertEquals("A002", called.ticket().number());
    assertEquals("A002优先办理供暖,此项有人等候最久,由1号窗口先办", called.why());
  }

  @Test
  void sharesGiveEachStageItsPartEvenly() {
    hallOf("rule = \"shares\"\nshares = [2, 1, 1]");
    takeTimes(8, "heating", "bills", "questions");
    nextTimes(8);
    assertEquals("A001 B001 C001 A002 A003 B002 C002 A004", run.called());
    assertEquals("A004排在供暖最前面,每4次呼叫有2次办供暖", run.last(Event.TicketCalled.class).why());
  }

  @Test
  void aStageWhereNobodyWaitedSavesNothingUp() {
    hallOf("rule = \"shares\"\nshares = [2, 1, 1]");
    takeTimes(20, "bills");
    nextTimes(12);
    takeTimes(8, "heating");
    nextTimes(6);
    assertEquals(
        "A001 B013 A002 A003 B014 A004", run.called().substring(run.called().indexOf("A001")));
  }

  @Test
  void anUndoneCallTakesNoShare() {
    hallOf("rule = \"shares\"\nshares = [2, 1, 1]");
    takeTimes(8, "heating", "bills", "questions");
    run.after("next 1", "undo 1", "next 1", "undo 1", "next 1", "finish 1");
    nextTimes(3);
    assertEquals("A001 A001 A001 B001 C001 A002", run.called());
  }

  @Test
  void privilegedCustomersGoFirst() {
    run.after("take heating", "priority elderly", "take heating", "next 1");
    assertEquals("A002", run.inHand(1));
    assertTrue(run.last(Event.TicketCalled.class).why().contains("优先"));
  }

  @Test
  void nothingOfTheGroupIsToldInTheReason() {
    run.after("take heating", "priority elderly", "take heating", "next 1");
    assertFalse(run.last(Event.TicketCalled.class).why().contains("老年"));
  }

  @Test
  void anOrdinaryCustomerIsOvertakenByTwoInARowAtMost() {
    run.after("take heating", "take heating");
    for (int elderly = 0; elderly < 6; elderly++) {
      run.after("priority elderly", "take heating");
    }
    nextTimes(8);
    assertEquals("A003 A004 A001 A005 A006 A002 A007 A008", run.called());
  }

  @Test
  void theHallSaysHowManyMayOvertake() {
    run = HallRun.opened(Halls.of("[fairness]\novertake_most = 0\n" + hall("")));
    run.after("take heating", "priority elderly", "take heating");
    nextTimes(2);
    assertEquals("A001 A002", run.called());
  }

  @Test
  void whoeverWasCalledByMistakeHasBeenOvertakenAsOftenAsBefore() {
    run.after("take heating");
    for (int elderly = 0; elderly < 4; elderly++) {
      run.after("priority elderly", "take heating");
    }
    nextTimes(2);
    run.after("next 1", "undo 1");
    assertEquals("A001", run.waiting("heating").substring(0, 4));
    run.after("next 1");
    assertEquals("A001", run.inHand(1), "two have gone before already");
  }

  @Test
  void aPrivilegedCustomerWhoCameFirstOvertakesNobody() {
    run.after("priority elderly", "take heating", "take heating");
    run.after("priority elderly", "take heating", "priority elderly", "take heating");
    run.after("priority elderly", "take heating");
    nextTimes(4);
    assertEquals("A001 A003 A004 A002", run.called());
  }

  @Test
  void customersOfAMemberOfStaffWaitForThatPerson() {
    hallOf("[[counter]]\nnumber = 2\nstages = [\"heating\"]");
    run.after("sign-on 1 li", "sign-on 2 wang", "for wang", "take heating", "take heating");
    run.after("next 1");
    assertEquals("A002", run.inHand(1));
    run.after("next 1");
    assertEquals("", run.inHand(1), "li leaves wang's customer alone");
    run.after("next 2");
    assertEquals("A001", run.inHand(2));
  }

  @Test
  void aPersonsOwnCustomersComeBeforeOthersButNotWithoutEnd() {
    run.after("sign-on 1 li", "take heating");
    for (int own = 0; own < 3; own++) {
      run.after("for li", "take heating");
    }
    nextTimes(4);
    assertEquals("A002 A003 A001 A004", run.called());
  }

  @Test
  void whoseMemberOfStaffIsNotThereIsServedLikeEverybody() {
    run.after("for li", "take heating", "take heating");
    nextTimes(2);
    assertEquals("A001 A002", run.called());
  }

  @Test
  void theStandInServesThePersonsCustomersWhileThatWindowIsPaused() {
    run =
        HallRun.opened(
            Halls.of(
                hall("").replace("number = 1", "number = 1\nstand_in = 2")
                    + "[[counter]]\nnumber = 2\nstages = [\"bills\"]"));
    run.after("sign-on 1 li", "for li", "take heating", "pause 1", "next 2");
    assertEquals("A001", run.inHand(2));
    assertEquals(CallRule.STAND_IN, run.last(Event.TicketCalled.class).rule().orElseThrow());
  }

  @Test
  void aStageMayBringCustomersBackToWhoeverServedThemFirst() {
    run =
        HallRun.opened(
            Halls.of(
                """
                [[service]]
                id = "sale"
                prefix = "A"
                name = "看房"
                stages = ["talk", "contract"]
                [[stage]]
                id = "contract"
                by_owner = true
                [[staff]]
                id = "li"
                name = "李工"
                [[staff]]
                id = "wang"
                name = "王工"
                [[counter]]
                number = 1
                stages = ["contract", "talk"]
                [[counter]]
                number = 2
                stages = ["contract", "talk"]
                """));
    run.after("sign-on 1 li", "sign-on 2 wang", "take sale", "next 1", "finish 1");
    assertEquals("nobody-waiting", run.refused("next 2"));
    run.after("next 1");
    assertEquals("A001", run.inHand(1));
    assertEquals(
        new Ticket.Owner(1, Optional.of("li")),
        run.state().inHand(1).orElseThrow().owner().orElseThrow());
  }

  @Test
  void everyCallSaysWhichRuleChoseIt() {
    run.after("take heating", "next 1", "hold 1", "hold 1", "miss 1", "recall 1", "finish 1");
    run.after("take bills", "call 1 B001");
    assertEquals(
        List.of(CallRule.PREFERENCE, CallRule.HELD, CallRule.MISSED, CallRule.CHOSEN),
        run.all(Event.TicketCalled.class).stream().map(c -> c.rule().orElseThrow()).toList());
  }

  private void takeTimes(int times, String... services) {
    for (int time = 0; time < times; time++) {
      for (String service : services) {
        run.after("take " + service);
      }
    }
  }

  private void nextTimes(int times) {
    for (int time = 0; time < times; time++) {
      run.after("next 1");
    }
  }
}
