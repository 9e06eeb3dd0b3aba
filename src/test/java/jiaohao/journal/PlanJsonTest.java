package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jiaohao.config.HallFile;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonTest {
  /** As the first version wrote it: nothing of what came later. */
  private static final String FIRST_VERSION =
      """
      {"id":"desk","name":"服务台","timezone":"Asia/Shanghai","languages":["zh"],\
      "day_starts":"04:00","no_paper":"refuse","reprint_within_s":600,"walk_s":20,\
      "customer":"顾客","one":"yao",\
      "service":[{"id":"desk","prefix":"A","name":"服务台","stages":["desk"]}],\
      "stage":[{"id":"desk","name":"服务台"}],"counter":[{"number":1,"stages":["desk"]}]}\
      """;

  private static final String EVERY_KEY =
      """
      {"id":"desk","name":"服务台","timezone":"Asia/Shanghai","languages":["zh"],\
      "day_starts":"04:00","no_paper":"refuse","reprint_within_s":600,"walk_s":20,\
      "customer":"顾客","one":"yao","two":"liang","start_key":true,"promise":true,"closing_checks":["关灯"],\
      "slip":{"lines":["number","logo","footer"],"bilingual":true,"logo":2,\
      "footer":["谢谢",{"zh":"慢走","en":"Goodbye"}]},\
      "hours":[{"days":["mon"],"open":"09:00","close":"18:00","last_ticket":"17:30"}],\
      "holiday":["2027-02-15","2027-02-16"],"workday":[{"date":"2027-02-14","as":"mon"}],\
      "apology_every_s":300,"fairness":{"overtake_most":4,"back_after":5},\
      "missed":{"calls":3,"back_after":5,"returns":1},"group":[{"id":"elderly","name":"老人"}],\
      "service":[{"id":"desk","prefix":"A","name":"服务台","stages":["desk","a+b"],\
      "daily_most":200,"at_once_most":40,"last_ticket":"16:30"}],\
      "stage":[{"id":"desk","name":"服务台","limit_s":30,"outside":true,"by_owner":true,\
      "then":"a","other":{"name":"不合格","to":"b","meet":true,"notice":true},\
      "papers_after":["报告"],"token":{"name":"钥匙号","kind":"key-tag","use":"bind"}},\
      {"id":"a","name":"甲","announce":false,"other":{"name":"不办","to":"end"},\
      "token":{"name":"钥匙号","kind":"key-tag","use":"match"}},\
      {"id":"b","name":"乙","announce":false,"other":{"name":"挂起","to":"hold"},\
      "token":{"name":"钥匙号","kind":"key-tag","use":"match-or-flag"}}],\
      "counter":[{"number":1,"stages":["desk","a"],"rule":"shares","shares":[2,1]},\
      {"number":2,"stages":["b"],"stand_in":1,"rule":"longest"}],\
      "staff":[{"id":"lin","name":"林"}]}\
      """;

  private static String spelled(Plan plan) {
    JsonLine line = new JsonLine();
    PlanJson.write(line, plan);
    return line.toString();
  }

  private static Plan read(String line) {
    return PlanJson.read(JsonFields.parse(line));
  }

  @Test
  void everyKeyIsSpelledAndRead() {
    assertEquals(EVERY_KEY, spelled(everyKey()));
    assertEquals(everyKey(), read(EVERY_KEY));
  }

  @Test
  void aPlanOfTheFirstVersionIsStillSpelledAsItWas() {
    Plan plan = read(FIRST_VERSION);
    assertEquals(FIRST_VERSION, spelled(plan));
    assertEquals(Plan.Fairness.USUAL, plan.fairness());
    assertEquals(SlipTemplate.USUAL, plan.slip());
    assertEquals(true, plan.stages().getFirst().announce());
  }

  @Test
  void whatASlipSaysAsUsualIsNotSpelled() {
    String footer = FIRST_VERSION.replace("\"yao\",", "\"yao\",\"slip\":{\"footer\":[\"谢谢\"]},");
    Plan plan = read(footer);
    assertEquals(footer, spelled(plan));
    assertEquals(SlipTemplate.USUAL.lines(), plan.slip().lines());
  }

  @Test
  void aLineOfTheSlipThatNobodyKnowsIsRefused() {
    String strange =
        FIRST_VERSION.replace("\"yao\",", "\"yao\",\"slip\":{\"lines\":[\"advert\"]},");
    assertThrows(IllegalArgumentException.class, () -> read(strange));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "vehicle-inspection",
        "heating",
        "property",
        "supermarket",
        "service-desk"
      })
  void everyShippedHallComesBackEqual(String name) {
    Path file = Path.of("device/halls", name + ".toml");
    Plan plan = HallFile.read(file).value().orElseThrow();
    assertEquals(plan, read(spelled(plan)));
  }

  private static Plan everyKey() {
    return new Plan(
        "desk",
        Text.same("服务台"),
        ZoneId.of("Asia/Shanghai"),
        List.of("zh"),
        LocalTime.of(4, 0),
        Plan.NoPaper.REFUSE,
        600,
        20,
        true,
        Text.same("顾客"),
        Plan.One.YAO,
        Plan.Two.LIANG,
        calendar(),
        new Plan.Fairness(
            Optional.of(new Plan.Missed(3, OptionalInt.of(5), 1)),
            4,
            5,
            300,
            List.of(new Plan.Group("elderly", Text.same("老人")))),
        true,
        List.of(Text.same("关灯")),
        new SlipTemplate(
            List.of(SlipTemplate.Line.NUMBER, SlipTemplate.Line.LOGO, SlipTemplate.Line.FOOTER),
            true,
            OptionalInt.of(2),
            List.of(Text.same("谢谢"), Text.of("慢走", "Goodbye"))),
        List.of(
            new Plan.Service(
                "desk",
                'A',
                Text.same("服务台"),
                List.of(),
                Route.of("desk", "a+b"),
                new Plan.Limits(
                    OptionalInt.of(200), OptionalInt.of(40), Optional.of(LocalTime.of(16, 30))))),
        stages(),
        List.of(
            new Plan.Counter(
                1,
                List.of("desk", "a"),
                OptionalInt.empty(),
                Plan.Counter.Rule.SHARES,
                List.of(2, 1)),
            new Plan.Counter(
                2, List.of("b"), OptionalInt.of(1), Plan.Counter.Rule.LONGEST, List.of())),
        List.of(new Plan.Staff("lin", Text.same("林"))));
  }

  private static Calendar calendar() {
    return new Calendar(
        List.of(
            new Calendar.Hours(
                EnumSet.of(DayOfWeek.MONDAY),
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                Optional.of(LocalTime.of(17, 30)))),
        Set.of(LocalDate.of(2027, 2, 15), LocalDate.of(2027, 2, 16)),
        Map.of(LocalDate.of(2027, 2, 14), DayOfWeek.MONDAY));
  }

  private static List<Plan.Stage> stages() {
    return List.of(
        new Plan.Stage(
            "desk",
            Text.same("服务台"),
            OptionalInt.of(30),
            OptionalInt.empty(),
            true,
            true,
            true,
            Optional.of("a"),
            Optional.of(new Plan.Other(Text.same("不合格"), Plan.Other.Where.STAGE, "b", true, true)),
            List.of(Text.same("报告")),
            token(Plan.Token.Use.BIND)),
        papers("a", "甲", "不办", Plan.Other.Where.END, Plan.Token.Use.MATCH),
        papers("b", "乙", "挂起", Plan.Other.Where.HOLD, Plan.Token.Use.MATCH_OR_FLAG));
  }

  private static Plan.Stage papers(
      String id, String name, String other, Plan.Other.Where where, Plan.Token.Use use) {
    return new Plan.Stage(
        id,
        Text.same(name),
        OptionalInt.empty(),
        OptionalInt.empty(),
        false,
        false,
        false,
        Optional.empty(),
        Optional.of(new Plan.Other(Text.same(other), where, "", false, false)),
        List.of(),
        token(use));
  }

  private static Optional<Plan.Token> token(Plan.Token.Use use) {
    return Optional.of(new Plan.Token(Text.same("钥匙号"), "key-tag", use));
  }
}
