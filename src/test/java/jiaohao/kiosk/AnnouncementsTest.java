package jiaohao.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Optional;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Decision;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import org.junit.jupiter.api.Test;

/** What the hall is told about windows. */
class AnnouncementsTest {
  private static final String HALL =
      """
      [hall]
      id = "test"
      name = "测试大厅"
      languages = ["zh"]
      [[service]]
      id = "payment"
      prefix = "A"
      name = "收费"
      stages = ["payment", "archive"]
      [[stage]]
      id = "archive"
      announce = false
      [[counter]]
      number = 1
      stages = ["payment"]
      stand_in = 2
      [[counter]]
      number = 2
      stages = ["payment"]
      stand_in = 1
      [[counter]]
      number = 3
      stages = ["archive"]
      """;

  private final Plan plan = HallFile.parse("hall.toml", HALL.getBytes(UTF_8)).value().orElseThrow();
  private State state = State.EMPTY;

  AnnouncementsTest() {
    decide(new Command.Start("test", plan, HALL));
  }

  private Decision decide(Command command) {
    Instant now = Instant.parse("2026-11-02T02:00:00Z");
    Decision decision = Hall.decide(state, command, new Moment(now, true, Instant.EPOCH));
    state = decision.after();
    return decision;
  }

  /** What is said after a key was pressed. */
  private String said(String verb, Class<? extends Event> about) {
    Decision decision = decide(new Command.Press(Verb.parse(verb), "REF"));
    Event event =
        decision.facts().stream().map(Fact::event).filter(about::isInstance).findFirst().get();
    return Optional.of(event)
        .filter(it -> Announcements.concern(it, state))
        .flatMap(it -> Announcements.of(it, state, false, false))
        .map(announcement -> announcement.utterances().getFirst().text())
        .orElse("");
  }

  @Test
  void whoeverWaitsIsSentToTheStandIn() {
    assertEquals("1号窗口暂停服务,请到2号窗口", said("pause 1", Event.CounterPaused.class));
  }

  @Test
  void nobodyIsSentToAWindowThatIsPausedItself() {
    said("pause 2", Event.CounterPaused.class);
    String said = said("pause 1", Event.CounterPaused.class);
    assertEquals("1号窗口暂停服务", said);
    assertFalse(said.contains("2号"));
  }

  @Test
  void ofAWindowThatOnlyHandlesPapersNothingIsSaid() {
    assertEquals("", said("pause 3", Event.CounterPaused.class));
    assertEquals("", said("pause 3", Event.CounterResumed.class));
    said("pause 1", Event.CounterPaused.class);
    assertEquals("1号窗口已开放", said("pause 1", Event.CounterResumed.class));
  }
}
