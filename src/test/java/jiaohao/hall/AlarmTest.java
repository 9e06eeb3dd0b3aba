package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the supervisor should see to, as long as it is so. */
class AlarmTest {
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
      [[stage]]
      id = "questions"
      name = "咨询"
      wait_limit_s = 600
      [[counter]]
      number = 1
      stages = ["checkin"]
      stand_in = 2
      [[counter]]
      number = 2
      stages = ["questions"]
      """;

  private final HallRun run = HallRun.opened(Halls.of(HALL));

  private List<Alarm> alarms() {
    return Alarm.all(run.state(), run.wall());
  }

  @Test
  void aQuietHallHasNone() {
    run.after("take checkin", "take questions", "next 1", "pause 1");
    assertEquals(List.of(), alarms());
  }

  @Test
  void whoeverCallsTheSupervisorIsSeenForFiveMinutes() {
    run.after("supervisor 2");
    run.seconds(299);
    assertEquals(List.of(new Alarm(Alarm.CALLED, "", 2)), alarms());
    run.seconds(2);
    assertEquals(List.of(), alarms());
  }

  @Test
  void aPairThatIsAwayAndWhatNobodyServesAreSeenUntilSomebodyIsBack() {
    run.after("pause 1", "pause 2");
    assertEquals(
        List.of(
            new Alarm(Alarm.PAIR_AWAY, "", 1),
            new Alarm(Alarm.STAGE_UNSERVED, "questions", 0),
            new Alarm(Alarm.STAGE_UNSERVED, "checkin", 0)),
        alarms());
    run.after("pause 2");
    assertEquals(List.of(), alarms());
  }

  @Test
  void aLongWaitIsSeenUntilTheCustomerIsCalled() {
    run.after("take questions");
    run.seconds(599);
    assertEquals(List.of(), alarms());
    run.seconds(1);
    assertEquals(List.of(new Alarm(Alarm.LONG_WAIT, "questions", 0)), alarms());
    run.after("next 2");
    assertEquals(List.of(), alarms());
  }
}
