package jiaohao.year;

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
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;

/**
 * A hall of no particular kind that has a bit of every rule: side by side and back again, silent
 * posts, tokens, shares, groups, lunch, limits, stand-ins, customers of their own.
 */
final class Station {
  private static final Optional<String> ON = Optional.empty();

  private Station() {}

  static Plan plan() {
    return new Plan(
        "every-rule",
        Text.of("样样站", "Every-rule station"),
        ZoneId.of("Asia/Shanghai"),
        List.of("zh", "en"),
        LocalTime.of(4, 0),
        Plan.NoPaper.ANNOUNCE,
        600,
        15,
        false,
        Text.of("客户", "customers"),
        Plan.One.YAO,
        Plan.Two.ER,
        calendar(),
        new Plan.Fairness(
            Optional.of(new Plan.Missed(2, OptionalInt.of(3), 1)),
            2,
            3,
            600,
            List.of(
                new Plan.Group("elderly", Text.of("老人", "elderly")),
                new Plan.Group("soldier", Text.of("军人", "serving soldiers")))),
        true,
        List.of(Text.of("断电", "power off"), Text.of("锁门", "doors locked")),
        SlipTemplate.USUAL,
        List.of(
            service("inspection", 'A', "checkin", "cashier", "report+signature", "certificate"),
            new Plan.Service(
                "questions",
                'B',
                Text.of("咨询", "Questions"),
                List.of(Text.of("身份证", "identity card")),
                Route.of("general"),
                new Plan.Limits(OptionalInt.of(45), OptionalInt.of(12), Optional.empty())),
            new Plan.Service(
                "invoice",
                'C',
                Text.of("发票", "Invoices"),
                List.of(),
                Route.of("invoice"),
                new Plan.Limits(
                    OptionalInt.empty(), OptionalInt.empty(), Optional.of(LocalTime.of(16, 30))))),
        List.of(
            people("checkin", 60, 600, ON, Optional.empty(), token(Plan.Token.Use.BIND)),
            people("cashier", 45, 900, ON, Optional.empty(), Optional.empty()),
            papers("report", 90, other(Plan.Other.Where.STAGE, "repair", true)),
            papers("signature", 60, other(Plan.Other.Where.STAGE, "exterior", false)),
            papers("exterior", 120, Optional.empty()),
            new Plan.Stage(
                "repair",
                Text.of("维修", "Repair"),
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                true,
                false,
                Optional.of("report"),
                Optional.empty(),
                List.of(),
                Optional.empty()),
            people("certificate", 60, 900, ON, Optional.empty(), token(Plan.Token.Use.MATCH)),
            people(
                "general", 180, 900, ON, other(Plan.Other.Where.HOLD, "", false), Optional.empty()),
            new Plan.Stage(
                "invoice",
                Text.of("开票", "Invoice"),
                OptionalInt.of(90),
                OptionalInt.of(600),
                true,
                false,
                true,
                Optional.empty(),
                other(Plan.Other.Where.END, "", false),
                List.of(),
                Optional.empty())),
        List.of(
            counter(1, 2, Plan.Counter.Rule.PREFERENCE, List.of(), "checkin", "repair"),
            counter(2, 1, Plan.Counter.Rule.PREFERENCE, List.of(), "cashier", "checkin"),
            counter(3, 4, Plan.Counter.Rule.PREFERENCE, List.of(), "report"),
            counter(4, 3, Plan.Counter.Rule.LONGEST, List.of(), "signature", "exterior"),
            counter(5, 0, Plan.Counter.Rule.LONGEST, List.of(), "general", "invoice"),
            counter(9, 10, Plan.Counter.Rule.PREFERENCE, List.of(), "certificate"),
            counter(
                10,
                9,
                Plan.Counter.Rule.SHARES,
                List.of(2, 1, 1),
                "general",
                "invoice",
                "certificate")),
        List.of(staff("li"), staff("wang"), staff("zhao"), staff("qian"), staff("sun")));
  }

  private static Calendar calendar() {
    Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    return new Calendar(
        List.of(
            new Calendar.Hours(weekdays, LocalTime.of(8, 30), LocalTime.NOON),
            new Calendar.Hours(
                weekdays,
                LocalTime.of(13, 0),
                LocalTime.of(17, 0),
                Optional.of(LocalTime.of(16, 45))),
            new Calendar.Hours(
                EnumSet.of(DayOfWeek.SATURDAY), LocalTime.of(9, 0), LocalTime.of(13, 0))),
        Set.of(LocalDate.of(2027, 10, 1), LocalDate.of(2027, 10, 2)),
        Map.of(LocalDate.of(2027, 10, 10), DayOfWeek.FRIDAY));
  }

  private static Plan.Staff staff(String id) {
    return new Plan.Staff(id, Text.same(id));
  }

  private static Plan.Service service(String id, char prefix, String... route) {
    return new Plan.Service(
        id,
        prefix,
        Text.of("年检", "Annual inspection"),
        List.of(Text.of("行驶证", "licence"), Text.of("车钥匙", "car key")),
        Route.of(route));
  }

  private static Optional<Plan.Token> token(Plan.Token.Use use) {
    return Optional.of(new Plan.Token(Text.of("钥匙号", "key tag"), "key", use));
  }

  private static Optional<Plan.Other> other(Plan.Other.Where where, String stage, boolean meet) {
    boolean notice = where == Plan.Other.Where.HOLD;
    return Optional.of(new Plan.Other(Text.of("不合格", "not passed"), where, stage, meet, notice));
  }

  private static Plan.Stage people(
      String id,
      int limit,
      int waitLimit,
      Optional<String> then,
      Optional<Plan.Other> other,
      Optional<Plan.Token> token) {
    return stage(id, limit, OptionalInt.of(waitLimit), true, then, other, token);
  }

  private static Plan.Stage papers(String id, int limit, Optional<Plan.Other> other) {
    Optional<String> then = id.equals("exterior") ? Optional.of("signature") : Optional.empty();
    return stage(id, limit, OptionalInt.empty(), false, then, other, Optional.empty());
  }

  private static Plan.Stage stage(
      String id,
      int limit,
      OptionalInt waitLimit,
      boolean announce,
      Optional<String> then,
      Optional<Plan.Other> other,
      Optional<Plan.Token> token) {
    return new Plan.Stage(
        id,
        Text.of("环节" + id, "Stage " + id),
        OptionalInt.of(limit),
        waitLimit,
        announce,
        false,
        false,
        then,
        other,
        id.equals("certificate") ? List.of(Text.of("检测报告", "report")) : List.of(),
        token);
  }

  private static Plan.Counter counter(
      int number, int standIn, Plan.Counter.Rule rule, List<Integer> shares, String... stages) {
    return new Plan.Counter(
        number,
        List.of(stages),
        standIn == 0 ? OptionalInt.empty() : OptionalInt.of(standIn),
        rule,
        shares);
  }
}
