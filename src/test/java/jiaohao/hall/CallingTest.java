package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallingTest {
  private final HallRun run = HallRun.opened(Halls.station());

  @Test
  void whoeverCameFirstIsCalledFirst() {
    run.after("take inspection", "take inspection", "take inspection");
    run.after("next 1", "next 1", "next 1");
    assertEquals(List.of("A001", "A002", "A003"), called());
  }

  @Test
  void aWindowServesItsFirstStageBeforeItsSecond() {
    run.after("take inspection", "take questions", "next 3", "next 3");
    assertEquals(List.of("B001", "A001"), called());
  }

  @Test
  void aStandInTakesOverWhileTheOtherIsPaused() {
    run.after("take inspection", "take inspection", "next 1", "finish 1", "pause 1");
    run.after("next 2", "next 2");
    assertEquals(List.of("A001", "A002", "A001"), called());
  }

  @Test
  void neitherWindowsCustomersWaitForTheOthersToRunOut() {
    run.after("take inspection", "next 1", "finish 1", "take inspection", "pause 1");
    run.after("take inspection", "next 2", "next 2", "next 2");
    assertEquals(List.of("A001", "A001", "A002", "A003"), called());
  }

  @Test
  void aStandInLeavesTheOtherWindowsCustomersAloneOtherwise() {
    run.after("take inspection");
    assertEquals("nobody-waiting", run.refused("next 2"));
    run.after("pause 1", "pause 1");
    assertEquals("nobody-waiting", run.refused("next 2"));
  }

  @Test
  void theReasonNamesTheStageTheWindowPrefers() {
    run.after("take questions", "next 3");
    assertEquals("B001排在环节questions最前面,3号窗口先办此项", why());
  }

  @Test
  void theReasonOfALaterChoiceDoesNotCallItTheFirst() {
    run.after("take inspection", "next 3");
    assertEquals("A001排在环节checkin最前面,3号窗口优先办理的环节无人等候", why());
  }

  @Test
  void theReasonOfAStandInNamesTheWindowItStandsInFor() {
    run.after("take inspection", "pause 1", "next 2");
    assertEquals("A001排在环节checkin最前面,2号窗口代1号窗口办理", why());
  }

  @Test
  void theReasonsForHeldAndMissedOnesSayWhatTheyWere() {
    run.after("take questions", "next 3", "hold 3", "hold 3");
    assertTrue(why().contains("挂起"), why());
    run.after("miss 3", "recall 3");
    assertTrue(why().contains("过号"), why());
    assertFalse(why().contains("挂起"), why());
  }

  private List<String> called() {
    return run.all(Event.TicketCalled.class).stream()
        .map(called -> called.ticket().number())
        .toList();
  }

  private String why() {
    return run.all(Event.TicketCalled.class).getLast().why();
  }
}
