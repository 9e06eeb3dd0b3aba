package jiaohao.hall;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;

/** Small halls for tests, and ways to alter them. */
final class Halls {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private Halls() {}

  /** A hall spelled as in its file; the head is added. */
  static Plan of(String toml) {
    return withHead("", toml);
  }

  /** The same with more lines for its head. */
  static Plan withHead(String head, String toml) {
    String file = "[hall]\nid = \"h\"\nname = \"大厅\"\n" + head + "\n" + toml;
    Reading<Plan> reading = HallFile.parse("hall.toml", file.getBytes(StandardCharsets.UTF_8));
    return reading.value().orElseThrow(() -> new AssertionError(reading.problems() + "\n" + file));
  }

  /**
   * A vehicle-inspection station: an inspection passes check-in and certificate, questions have a
   * stage of their own. Window 1 checks in, and window 2 stands in for it after its certificates;
   * window 3 answers questions and helps out at the check-in.
   */
  static Plan station() {
    return new Plan(
        "chebei-01",
        Text.of("城北机动车检测站", "North Vehicle Inspection"),
        SHANGHAI,
        List.of("zh", "en"),
        LocalTime.of(4, 0),
        Plan.NoPaper.ANNOUNCE,
        600,
        15,
        Text.same("客户"),
        Plan.One.YAO,
        List.of(),
        List.of(
            service("inspection", 'A', "checkin", "certificate"),
            service("questions", 'B', "questions")),
        Stream.of("checkin", "certificate", "questions").map(Halls::stage).toList(),
        List.of(
            counter(1, 2, "checkin"),
            counter(2, 0, "certificate"),
            counter(3, 0, "questions", "checkin")));
  }

  static Plan.Service service(String id, char prefix, String... stages) {
    return new Plan.Service(
        id, prefix, Text.of("业务" + id, "Service " + id), List.of(), Route.of(stages));
  }

  static Plan.Stage stage(String id) {
    return new Plan.Stage(
        id, Text.of("环节" + id, "Stage " + id), OptionalInt.of(30), OptionalInt.of(900));
  }

  /** A window; {@code standIn} 0 for none. */
  static Plan.Counter counter(int number, int standIn, String... stages) {
    return new Plan.Counter(
        number, List.of(stages), IntStream.of(standIn).filter(other -> other != 0).findFirst());
  }

  /** Mondays to Saturdays, half past eight to five. */
  static List<Calendar.Hours> officeHours() {
    return List.of(
        new Calendar.Hours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
            LocalTime.of(8, 30),
            LocalTime.of(17, 0)));
  }

  static Plan with(Plan plan, Plan.NoPaper noPaper) {
    return altered(
        plan, noPaper, plan.calendar().hours(), plan.services(), plan.stages(), plan.counters());
  }

  static Plan withHours(Plan plan, List<Calendar.Hours> hours) {
    return altered(plan, plan.noPaper(), hours, plan.services(), plan.stages(), plan.counters());
  }

  static Plan withServices(Plan plan, Plan.Service... services) {
    return altered(
        plan,
        plan.noPaper(),
        plan.calendar().hours(),
        List.of(services),
        plan.stages(),
        plan.counters());
  }

  static Plan withStages(Plan plan, String... stages) {
    List<Plan.Stage> all = Stream.of(stages).map(Halls::stage).toList();
    return altered(
        plan, plan.noPaper(), plan.calendar().hours(), plan.services(), all, plan.counters());
  }

  static Plan withCounters(Plan plan, Plan.Counter... counters) {
    return altered(
        plan,
        plan.noPaper(),
        plan.calendar().hours(),
        plan.services(),
        plan.stages(),
        List.of(counters));
  }

  private static Plan altered(
      Plan plan,
      Plan.NoPaper noPaper,
      List<Calendar.Hours> hours,
      List<Plan.Service> services,
      List<Plan.Stage> stages,
      List<Plan.Counter> counters) {
    return new Plan(
        plan.id(),
        plan.name(),
        plan.timezone(),
        plan.languages(),
        plan.dayStarts(),
        noPaper,
        plan.reprintWithinSeconds(),
        plan.walkSeconds(),
        plan.customer(),
        plan.one(),
        hours,
        services,
        stages,
        counters);
  }
}
