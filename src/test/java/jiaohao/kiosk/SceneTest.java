package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import org.junit.jupiter.api.Test;

class SceneTest {
  private static final String HOURS =
      """
      [[hours]]
      days = "mon-sun"
      open = "08:30"
      close = "12:00"
      [[hours]]
      days = "mon-sun"
      open = "13:00"
      close = "17:00"
      last_ticket = "16:30"
      """;

  private final Plan plan = plan();
  private State state = State.EMPTY;

  private static Plan plan() {
    String hall = Box.HALL.formatted("customer = { zh = \"顾客\", en = \"customers\" }") + HOURS;
    return HallFile.parse("hall.toml", hall.getBytes(StandardCharsets.UTF_8)).value().orElseThrow();
  }

  @Test
  void withinHoursThereIsTheTimeTheNameAndHowManyWait() {
    at("09:05", new Command.Start("test", plan, ""));
    at("09:05", take("inspection"));
    at("09:05", take("questions"));
    Scene scene = at("09:06", new Command.Tick());
    assertEquals(List.of(), scene.notices());
    assertEquals("09:06", scene.around().clock());
    assertEquals(List.of("城北机动车检测站", "North Vehicle Inspection"), scene.around().names());
    assertEquals(2, scene.around().waiting());
    Scene second = new Scene(state, plan, wall("09:06"), Set.of(2));
    assertEquals(1, second.around().waiting(), "only those this board's windows call");
  }

  @Test
  void beforeTheHallOpensItIsToldWhenItDoes() {
    at("08:00", new Command.Start("test", plan, ""));
    List<String> notices = at("08:10", new Command.Tick()).notices();
    assertEquals(2, notices.size(), notices::toString);
    assertTrue(notices.getFirst().contains("08:30"), notices::toString);
    assertEquals(List.of(), at("08:30", new Command.Tick()).notices());
  }

  @Test
  void lunchIsToldInEveryLanguage() {
    at("11:59", new Command.Start("test", plan, ""));
    Scene scene = at("12:01", new Command.Tick());
    assertEquals(
        List.of("午休12:00–13:00,号码继续有效", "Lunch 12:00–13:00; your number stays valid"),
        scene.notices());
    assertEquals(List.of(), at("13:00", new Command.Tick()).notices());
  }

  @Test
  void afterTheLastTicketThoseInsideAreServedAndThenAllHaveGone() {
    at("16:00", new Command.Start("test", plan, ""));
    at("16:00", take("questions"));
    assertEquals(List.of(), at("16:29", new Command.Tick()).notices());
    assertEquals(
        List.of("今日取号已结束,已取号的顾客继续办理", "No more tickets today; ticket holders will be served"),
        at("16:30", new Command.Tick()).notices());
    at("17:05", key("next 1"));
    at("17:06", key("finish 1"));
    Scene scene = at("17:07", new Command.Tick());
    assertTrue(state.closed());
    assertEquals(List.of("今日取号已结束", "No more tickets today"), scene.notices());
  }

  @Test
  void anEmergencyIsUrgent() {
    at("09:00", new Command.Start("test", plan, ""));
    Scene scene = at("09:01", key("suspend"));
    assertTrue(scene.urgent());
    assertEquals("请立即从安全出口离开,勿乘电梯,号码保留", scene.notices().getFirst());
    assertEquals(List.of(), at("09:02", key("resume")).notices());
  }

  @Test
  void aClockInDoubtShowsNoTimeAndClosesNothing() {
    decide(wall("18:00"), false, new Command.Start("test", plan, ""));
    Scene scene = new Scene(state, plan, wall("18:00"), Set.of());
    assertEquals("", scene.around().clock());
    assertEquals(List.of(), scene.notices());
  }

  private Scene at(String time, Command command) {
    Instant wall = wall(time);
    decide(wall, true, command);
    return new Scene(state, plan, wall, Set.of());
  }

  private void decide(Instant wall, boolean trusted, Command command) {
    Moment moment = new Moment(wall, trusted, wall.minus(Duration.ofHours(20)));
    state = Hall.decide(state, command, moment).after();
    state = Hall.decide(state, new Command.Tick(), moment).after();
  }

  private Instant wall(String time) {
    return LocalDateTime.parse("2026-11-25T" + time).atZone(plan.timezone()).toInstant();
  }

  private static Command take(String service) {
    return new Command.Press(new Verb.Take(service), "REF");
  }

  private static Command key(String verb) {
    return new Command.Press(Verb.parse(verb), "");
  }
}
