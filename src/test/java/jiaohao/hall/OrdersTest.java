package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the centre may want of a hall, and what comes of it. */
class OrdersTest {
  private static final String HALL =
      """
      [[service]]
      id = "desk"
      prefix = "A"
      name = "业务"
      [[counter]]
      number = 1
      stages = ["desk"]
      """;

  private final Plan plan = Halls.of(HALL);
  private final HallRun run = HallRun.opened(plan);
  private int orders;

  private String order(Order order) {
    orders++;
    return order("o" + orders, order);
  }

  private String order(String id, Order order) {
    Decision decision = run.command(new Command.Order(id, "wang", order, "ref" + id));
    return decision.refusal().map(Refusal::code).orElse("");
  }

  private static Order.Issue issue(Optional<LocalTime> at) {
    return new Order.Issue("desk", at, Optional.empty(), false);
  }

  @Test
  void aNumberIssuedByTheCentreWaitsLikeAnyAndHasNoSlip() {
    assertEquals("", order(issue(Optional.empty())));
    assertEquals("A001", run.waiting("desk"));
    assertTrue(run.state().owed().isEmpty());
    assertEquals(0, run.audit().unsettledSlips().size());
    run.after("next 1", "finish 1");
    assertEquals(1, run.times(Event.TicketFinished.class));
  }

  @Test
  void anOrderThatArrivesTwiceIsCarriedOutOnce() {
    order("7f3c", issue(Optional.empty()));
    assertEquals("", order("7f3c", issue(Optional.empty())));
    assertEquals(1, run.times(Event.TicketIssued.class));
    assertEquals(1, run.times(Event.OrderTaken.class));
    String ticket = run.state().orders().taken().get("7f3c").orElseThrow();
    assertEquals("2026-11-24/A001", ticket);
  }

  @Test
  void aBookedNumberEntersAtItsTime() {
    order(issue(Optional.of(LocalTime.of(10, 30))));
    assertEquals("", run.waiting("desk"));
    run.passUntil("2026-11-24T10:30");
    assertEquals("A001", run.waiting("desk"));
    assertEquals("not-open-then", order(issue(Optional.of(LocalTime.of(9, 0)))));
  }

  @Test
  void whatWasChosenAtTheKioskIsForWhoeverStandsThere() {
    run.after("assist");
    order(issue(Optional.empty()));
    TicketId there = run.take("desk");
    assertTrue(run.ticket(there).assist());
    Ticket ordered = run.state().tickets().values().getFirst();
    assertTrue(!ordered.assist() && ordered.number().equals("A001"));
  }

  @Test
  void whoGaveAnOrderIsOnRecordAndARefusedOneIsNot() {
    order(new Order.Pause(1, true));
    assertEquals(new Event.OrderTaken("o1", "wang", "pause 1"), run.last(Event.OrderTaken.class));
    assertEquals("no-such-counter", order(new Order.Pause(7, true)));
    assertEquals(
        "no-such-service", order(new Order.Issue("x", Optional.empty(), Optional.empty(), false)));
    assertEquals("no-such-number", order(new Order.Reprint("A099")));
    assertEquals(1, run.times(Event.OrderTaken.class));
  }

  @Test
  void whatIsSoAlreadyStaysSo() {
    order(new Order.Pause(1, true));
    order(new Order.Pause(1, true));
    assertEquals(1, run.times(Event.CounterPaused.class));
    order(new Order.Pause(1, false));
    order(new Order.Suspend(false));
    order(new Order.Suspend(true));
    order(new Order.Suspend(true));
    assertEquals(1, run.times(Event.HallSuspended.class));
    assertEquals("suspended", run.refused("take desk"));
  }

  @Test
  void wordsAreShownUntilTheirTimeOrUntilTheyAreTakenAway() {
    Text words = Text.of("三号窗口在二楼", "Window 3 is upstairs");
    order(new Order.Post(words, Duration.ofMinutes(10)));
    assertEquals(Optional.of(words), run.state().orders().shown(run.wall()));
    run.seconds(600);
    assertEquals(Optional.empty(), run.state().orders().shown(run.wall()));
    order(new Order.Post(words, Duration.ofMinutes(10)));
    order(new Order.Post(words, Duration.ZERO));
    assertEquals(Optional.empty(), run.state().orders().shown(run.wall()));
  }

  @Test
  void aSlipIsPrintedOnceMoreAndASelfTestToo() {
    TicketId id = run.take("desk");
    order(new Order.Reprint("a001"));
    order(new Order.SelfTest(List.of(Text.of("各设备正常", "All devices in order"))));
    List<Notice> notices = run.state().notices().values();
    assertEquals(Optional.of(id), notices.getFirst().ticket());
    assertEquals(
        List.of(Notice.Kind.SLIP, Notice.Kind.SELF_TEST),
        notices.stream().map(Notice::kind).toList());
  }

  @Test
  void theCentresHallFileStaysInForceUntilTheTechnicianPutsAnotherOnTheBox() {
    Plan other = Halls.of(HALL.replace("业务", "受理"));
    order(new Order.Adopt(other, "# centre's"));
    run.restart(); // with the file that was there all the time
    assertEquals(Optional.of(other), run.state().plan());
    run.command(new Command.Start("test", plan, "# another"));
    assertEquals(Optional.of(plan), run.state().plan());
    assertEquals("# another", run.state().orders().files().inForce());
    assertEquals("# centre's", run.state().orders().files().before());
  }
}
