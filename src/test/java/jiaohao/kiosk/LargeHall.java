package jiaohao.kiosk;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;

/**
 * An inspection station with papers that go side by side in silence, papers to take along and
 * papers that may be missing, staff, a rule for missed numbers, and a checklist.
 */
final class LargeHall {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private LargeHall() {}

  /** Open around the clock; a number is called {@code callsBeforeMissed} times, 0 for no rule. */
  static Plan plan(int callsBeforeMissed) {
    return plan(Calendar.ALWAYS, callsBeforeMissed);
  }

  /** Open every day but from noon to one, and from {@code close} on. */
  static Plan withLunch(LocalTime close) {
    EnumSet<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    return plan(
        Calendar.weekly(
            List.of(
                new Calendar.Hours(days, LocalTime.of(8, 0), LocalTime.NOON),
                new Calendar.Hours(days, LocalTime.of(13, 0), close))),
        0);
  }

  /** The posts in the middle call people, who go from one to the other as they like. */
  static Plan withoutSilence() {
    return plan(Calendar.ALWAYS, 0, true);
  }

  private static Plan plan(Calendar calendar, int callsBeforeMissed) {
    return plan(calendar, callsBeforeMissed, false);
  }

  private static Plan plan(Calendar calendar, int callsBeforeMissed, boolean allAnnounced) {
    Optional<Plan.Missed> missed =
        Optional.of(new Plan.Missed(callsBeforeMissed, OptionalInt.empty(), 1))
            .filter(rule -> rule.calls() > 0);
    return new Plan(
        "chebei-01",
        Text.of("城北机动车检测站", "North Vehicle Inspection"),
        ZONE,
        List.of("zh", "en"),
        LocalTime.of(4, 0),
        Plan.NoPaper.ANNOUNCE,
        600,
        15,
        false,
        Text.of("客户", "customers"),
        Plan.One.YI,
        Plan.Two.ER,
        calendar,
        new Plan.Fairness(missed, 2, 3, 600, List.of()),
        true,
        List.of(Text.of("关闭电源", "Power off"), Text.of("锁门", "Lock the doors")),
        SlipTemplate.USUAL,
        services(),
        stages(allAnnounced),
        counters(),
        List.of(new Plan.Staff("li", Text.of("小李", "Li"))));
  }

  private static List<Plan.Service> services() {
    return List.of(
        new Plan.Service(
            "inspection",
            'A',
            Text.of("年检", "Annual inspection"),
            List.of(Text.of("行驶证", "licence"), Text.of("车钥匙", "car key")),
            Route.of("checkin", "sheet+report", "certificate")),
        new Plan.Service(
            "questions", 'C', Text.of("咨询", "Questions"), List.of(), Route.of("questions")));
  }

  private static List<Plan.Stage> stages(boolean all) {
    Plan.Other notComplete =
        new Plan.Other(Text.of("材料不全", "Papers missing"), Plan.Other.Where.HOLD, "", false, true);
    List<Text> afterwards = List.of(Text.of("检测报告", "inspection report"));
    return List.of(
        stage("checkin", Text.of("报检", "Check-in"), true, Optional.of(notComplete), List.of()),
        stage("sheet", Text.of("签字", "Signature"), all, Optional.empty(), List.of()),
        stage("report", Text.of("出单", "Report"), all, Optional.empty(), List.of()),
        stage("certificate", Text.of("出证", "Certificate"), true, Optional.empty(), afterwards),
        stage("questions", Text.of("咨询", "Questions"), true, Optional.empty(), List.of()));
  }

  private static Plan.Stage stage(
      String id, Text name, boolean announce, Optional<Plan.Other> other, List<Text> papersAfter) {
    return new Plan.Stage(
        id,
        name,
        OptionalInt.of(30),
        OptionalInt.of(900),
        announce,
        false,
        false,
        Optional.empty(),
        other,
        papersAfter,
        Optional.empty());
  }

  private static List<Plan.Counter> counters() {
    return List.of(
        counter(1, "checkin", "questions"),
        counter(3, "sheet"),
        counter(4, "report"),
        counter(9, "certificate"));
  }

  private static Plan.Counter counter(int number, String... stages) {
    return new Plan.Counter(number, List.of(stages), OptionalInt.empty());
  }
}
