package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jiaohao.hall.Adherence.Kept;
import jiaohao.hall.Adherence.Share;
import org.junit.jupiter.api.Test;

class AdherenceTest {
  private static final String STATION =
      """
      [[service]]
      id = "inspection"
      prefix = "A"
      name = "年检"
      stages = ["checkin", "entry"]
      [[stage]]
      id = "checkin"
      name = "报检"
      limit_s = 30
      wait_limit_s = 60
      [[stage]]
      id = "entry"
      name = "登录"
      limit_s = 60
      announce = false
      [[counter]]
      number = 1
      stages = ["checkin"]
      [[counter]]
      number = 2
      stages = ["entry"]
      [[staff]]
      id = "li"
      name = "李"
      """;
  private static final Share NONE = new Share(0, 0, 0);

  private final List<Fact> facts = new ArrayList<>();
  private final HallRun run = run("walk_s = 10");

  private HallRun run(String head) {
    HallRun opened = HallRun.storm(Halls.withHead(head, STATION), "2026-11-24T09:00");
    opened.watch(facts::add);
    opened.restart();
    return opened;
  }

  @Test
  void servicesAndWaitsAreAccountedForByPostWindowAndPerson() {
    run.after("sign-on 1 li", "take inspection", "take inspection", "next 1");
    pass(30);
    run.after("next 1");
    pass(55);
    run.after("finish 1");
    Kept checkin = new Kept(new Share(2, 1, 15), new Share(2, 2, 0));
    assertEquals(Map.of("checkin", checkin), figures().stages());
    assertEquals(Map.of(1, checkin), figures().counters());
    assertEquals(Map.of("li", checkin), figures().staff());
    assertEquals(checkin, figures().wholeDay());
  }

  @Test
  void aLimitThatIsReachedIsBroken() {
    run.after("take inspection");
    pass(60);
    run.after("next 1");
    pass(39);
    run.after("finish 1");
    assertEquals(new Kept(new Share(1, 1, 0), new Share(1, 0, 0)), figures().wholeDay());
  }

  @Test
  void anUndoneCallHasNotEndedTheWait() {
    run.after("take inspection", "next 1", "undo 1");
    assertEquals(NONE, figures().wholeDay().waits());
    pass(70);
    run.after("next 1");
    assertEquals(new Share(1, 0, 10), figures().wholeDay().waits());
  }

  @Test
  void aWaitIsAccountedForOnceHoweverOftenTheNumberIsCalled() {
    run.after("take inspection", "next 1", "miss 1", "recall 1", "hold 1", "hold 1", "finish 1");
    assertEquals(new Share(1, 1, 0), figures().wholeDay().waits());
    assertEquals(new Share(1, 1, 0), figures().wholeDay().services());
  }

  @Test
  void timeThatDoesNotCountIsNobodysFault() {
    run.after("take inspection", "next 1");
    pass(20);
    run.after("suspend");
    pass(600);
    run.after("resume");
    run.passUnpowered(Duration.ofMinutes(20));
    run.restart();
    run.after("finish 1");
    assertEquals(new Share(1, 1, 0), figures().wholeDay().services());
  }

  @Test
  void papersAreTimedFromTheMomentTheyAreTakenAndOutagesLeftOut() {
    run.after("take inspection", "next 1", "finish 1", "next 2");
    pass(50);
    run.passUnpowered(Duration.ofMinutes(20));
    run.restart();
    pass(5);
    run.after("finish 2");
    assertEquals(new Share(1, 1, 0), figures().stages().get("entry").services());
    run.after("take inspection", "next 1", "finish 1", "next 2");
    pass(50);
    run.after("start 2");
    pass(25);
    run.after("finish 2");
    assertEquals(new Share(2, 1, 15), figures().stages().get("entry").services());
  }

  @Test
  void whatNobodyTimedIsNotAccountedFor() {
    facts.clear();
    HallRun withKey = run("start_key = true");
    withKey.after("take inspection", "next 1");
    withKey.pass(Duration.ofMinutes(5));
    withKey.after("finish 1", "take inspection", "next 1", "start 1");
    withKey.pass(Duration.ofSeconds(33));
    withKey.after("finish 1");
    assertEquals(new Share(1, 0, 3), figures().wholeDay().services());
  }

  @Test
  void aStandardIsTheOneTheTicketCameUnder() {
    run.after("take inspection");
    run.adopt(Halls.withHead("walk_s = 10", STATION.replace("wait_limit_s = 60", "")));
    run.after("take inspection");
    pass(61);
    run.after("next 1", "next 1");
    assertEquals(new Share(1, 0, 1), figures().wholeDay().waits());
  }

  @Test
  void eachDayHasItsOwn() {
    run.after("take inspection", "next 1");
    run.passUntil("2026-11-25T09:00");
    run.after("finish 1");
    assertEquals(NONE, figures().wholeDay().services());
    assertEquals(1, figures().wholeDay().waits().accounted());
    Adherence next = of(LocalDate.of(2026, 11, 25));
    assertEquals(1, next.wholeDay().services().accounted());
    assertEquals(NONE, next.wholeDay().waits());
  }

  @Test
  void aLeapIsNotTimeThatPassedNorIsItTakenBackByTheNextStart() {
    run.after("take inspection");
    run.leap(run.wall().minusSeconds(600));
    run.tick();
    run.restart();
    pass(70);
    run.after("next 1");
    assertEquals(new Share(1, 0, 10), figures().wholeDay().waits());
  }

  @Test
  void aStandardThatIsUsedUpTheMomentABreakBeginsIsBroken() {
    facts.clear();
    HallRun lunch =
        run(
            """
            [[hours]]
            days = "tue"
            open = "08:00"
            close = "12:00"
            [[hours]]
            days = "tue"
            open = "13:00"
            close = "17:00"
            """);
    lunch.passUntil("2026-11-24T11:59");
    lunch.after("take inspection");
    lunch.passUntil("2026-11-24T12:10");
    lunch.after("next 1");
    assertEquals(new Share(1, 0, 0), figures().wholeDay().waits());
    assertEquals(
        1, facts.stream().filter(it -> it.event() instanceof Event.StandardBroken).count());
  }

  private void pass(int seconds) {
    run.pass(Duration.ofSeconds(seconds));
  }

  private Adherence figures() {
    return of(LocalDate.of(2026, 11, 24));
  }

  private Adherence of(LocalDate day) {
    Adherence adherence = new Adherence(day);
    facts.forEach(adherence::see);
    return adherence;
  }
}
