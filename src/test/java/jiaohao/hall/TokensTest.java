package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Key tags: handed out at one window, asked for at another. */
class TokensTest {
  private static final String HALL =
      """
      [[service]]
      id = "inspection"
      prefix = "A"
      name = "年检"
      stages = ["checkin", "certificate"]
      [[stage]]
      id = "checkin"
      token = { name = "钥匙号", kind = "key-tag", use = "bind" }
      [[stage]]
      id = "certificate"
      token = { name = "钥匙号", kind = "key-tag", use = "match" }
      [[counter]]
      number = 1
      stages = ["checkin"]
      [[counter]]
      number = 9
      stages = ["certificate"]
      """;

  private HallRun run = HallRun.opened(Halls.of(HALL));

  @Test
  void thePapersAreHandedOverForTheRightTag() {
    checkIn("K17");
    run.after("next 9", "match 9 K17", "finish 9");
    assertEquals(1, run.times(Event.TokenMatched.class));
  }

  @Test
  void nothingIsHandedOverBeforeTheTagWasShown() {
    checkIn("K17");
    run.after("next 9");
    assertEquals("not-shown", run.refused("finish 9"));
    assertEquals("not-shown", run.refused("next 9"));
    assertEquals("A001", run.inHand(9));
  }

  @Test
  void anotherTagIsRefusedAndThatIsOnRecord() {
    checkIn("K17");
    checkIn("K18");
    run.after("next 9");
    assertEquals("mismatch", run.refused("match 9 K18"));
    Event.TokenMismatched mismatch = run.last(Event.TokenMismatched.class);
    assertEquals("A001", mismatch.ticket().number());
    assertEquals("K18", mismatch.token());
    assertEquals("not-shown", run.refused("finish 9"));
  }

  @Test
  void aTagHangsOnOneKeyOnly() {
    checkIn("K17");
    run.after("take inspection", "next 1");
    assertEquals("token-taken", run.refused("bind 1 K17"));
  }

  @Test
  void aTagIsFreeAgainOnceItsCarHasLeft() {
    checkIn("K17");
    run.after("next 9", "match 9 K17", "finish 9");
    checkIn("K17");
  }

  @Test
  void aWrongTagIsReboundAsLongAsTheCustomerIsThere() {
    run.after("take inspection", "next 1", "bind 1 K71", "bind 1 K17", "finish 1");
    run.after("next 9", "match 9 K17", "finish 9");
  }

  @Test
  void aLostSlipOrTagIsSettledAtTheDeskAndOnRecord() {
    checkIn("K17");
    run.after("next 9", "lost-slip 9", "finish 9");
    assertEquals("key-tag", run.last(Event.LossSettled.class).kind());
  }

  @Test
  void aTicketWithoutATagIsRefusedWhereTheHallSaysSo() {
    run.after("take inspection", "next 1", "finish 1", "next 9");
    assertEquals("never-bound", run.refused("finish 9"));
    assertEquals("never-bound", run.refused("match 9 K17"));
  }

  @Test
  void aTicketWithoutATagPassesAndIsFlaggedWhereTheHallSaysSo() {
    run = HallRun.opened(Halls.of(HALL.replace("\"match\"", "\"match-or-flag\"")));
    run.after("take inspection", "next 1", "finish 1", "next 9", "finish 9");
    assertEquals("A001", run.last(Event.TokenMissing.class).ticket().number());
  }

  @Test
  void aWindowWithoutTagsTakesNone() {
    run.after("take inspection", "next 1");
    assertEquals("no-token-here", run.refused("match 1 K17"));
  }

  @Test
  void theSecondOutcomeHandsNothingOver() {
    String failed = "id = \"certificate\"\nother = { name = \"不合格\", to = \"end\" }";
    run = HallRun.opened(Halls.of(HALL.replace("id = \"certificate\"", failed)));
    checkIn("K17");
    run.after("next 9", "finish-other 9");
    assertEquals(0, run.state().open());
    assertEquals(Event.OTHER, run.last(Event.StageFinished.class).outcome());
  }

  @Test
  void aStageWithoutASecondOutcomeHasNoWayRoundTheTag() {
    checkIn("K17");
    run.after("next 9");
    assertEquals("not-shown", run.refused("finish-other 9"));
    assertEquals("A001", run.inHand(9));
  }

  @Test
  void whyATicketIsCalledNeverTellsItsTag() {
    checkIn("K17");
    run.after("next 9");
    assertFalse(run.last(Event.TicketCalled.class).why().contains("K17"));
  }

  private void checkIn(String tag) {
    run.after("take inspection", "next 1", "bind 1 " + tag, "finish 1");
  }
}
