package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What hardly ever happens, and has to be right nevertheless: storms found each of these. */
class RareTurnsTest {
  private static final Plan FAIR = StormHalls.FAIR;

  @Test
  void ofStagesWithEqualSharesThePreferredOneIsFirst() {
    HallRun run = HallRun.opened(Halls.station());
    run.after("take inspection", "take inspection", "next 1", "finish 1");
    run.adopt(StormHalls.TURNS_BY_SHARES);
    run.after("next 2");
    assertEquals("A001", run.inHand(2));
  }

  @Test
  void theCustomersOfAStandInOvertakeNobodyAtAStageThatIsNotTheirs() {
    HallRun run = HallRun.opened(FAIR).after("sign-on 3 li", "pause 1", "take questions");
    run.after("for li", "take questions", "next 3");
    assertEquals("B001", run.inHand(3));
  }
}
