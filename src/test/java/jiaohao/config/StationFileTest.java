package jiaohao.config;

import static jiaohao.config.Examples.changed;
import static jiaohao.config.Examples.hall;
import static jiaohao.config.Examples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hall file says of visits through many posts, of fairness, dates and people. */
class StationFileTest {
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static Plan plan(String text) {
    Reading<Plan> reading = hall(text);
    assertEquals(List.of(), told(reading.problems()));
    return reading.value().orElseThrow();
  }

  @Test
  void theHallItselfIsRead() {
    Plan plan = plan(Examples.STATION);
    assertTrue(plan.startKey());
    assertTrue(plan.promise());
    assertEquals(List.of(Text.same("关电源"), Text.of("锁门", "lock the doors")), plan.closingChecks());
    assertEquals(
        new Plan.Fairness(
            Optional.of(new Plan.Missed(2, OptionalInt.of(6), 7)),
            4,
            5,
            300,
            List.of(new Plan.Group("elderly", Text.of("老人", "the elderly")))),
        plan.fairness());
    assertEquals(List.of(new Plan.Staff("lin", Text.same("林"))), plan.staff());
  }

  @Test
  void theCalendarIsRead() {
    Set<LocalDate> holidays = new TreeSet<>(Set.of(LocalDate.of(2027, 5, 1)));
    LocalDate.of(2027, 2, 15).datesUntil(LocalDate.of(2027, 2, 22)).forEach(holidays::add);
    assertEquals(
        new Calendar(
            List.of(
                new Calendar.Hours(WEEKDAYS, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new Calendar.Hours(
                    WEEKDAYS,
                    LocalTime.of(13, 0),
                    LocalTime.of(18, 0),
                    Optional.of(LocalTime.of(17, 30)))),
            holidays,
            Map.of(LocalDate.of(2027, 2, 14), DayOfWeek.MONDAY)),
        plan(Examples.STATION).calendar());
  }

  @Test
  void theWayOfAVisitIsRead() {
    Plan plan = plan(Examples.STATION);
    Plan.Service service = plan.services().getFirst();
    assertEquals(Route.of("checkin", "report+signature", "certificate"), service.route());
    assertEquals(
        new Plan.Limits(OptionalInt.of(200), OptionalInt.of(40), Optional.of(LocalTime.of(16, 30))),
        service.limits());
    Plan.Stage report = plan.stage("report").orElseThrow();
    assertEquals(false, report.announce());
    assertEquals(
        Optional.of(
            new Plan.Other(Text.same("不合格"), Plan.Other.Where.STAGE, "repair", true, false)),
        report.other());
    Plan.Stage repair = plan.stage("repair").orElseThrow();
    assertTrue(repair.outside() && repair.announce());
    assertEquals(Optional.of("checkin"), repair.then());
    assertEquals(Plan.Other.Where.END, plan.stage("signature").orElseThrow().other().get().where());
  }

  @Test
  void whatIsHandedOverIsRead() {
    Plan plan = plan(Examples.STATION);
    Plan.Stage checkIn = plan.stage("checkin").orElseThrow();
    Text name = Text.same("钥匙号");
    assertTrue(checkIn.byOwner());
    assertEquals(
        Optional.of(new Plan.Other(Text.same("材料不全"), Plan.Other.Where.HOLD, "", false, true)),
        checkIn.other());
    assertEquals(
        Optional.of(new Plan.Token(name, "key-tag", Plan.Token.Use.BIND)), checkIn.token());
    Plan.Stage certificate = plan.stage("certificate").orElseThrow();
    assertEquals(List.of(Text.same("检测报告")), certificate.papersAfter());
    assertEquals(
        Optional.of(new Plan.Token(name, "key-tag", Plan.Token.Use.MATCH)), certificate.token());
  }

  @Test
  void theRulesOfWindowsAreRead() {
    Plan plan = plan(Examples.STATION);
    assertEquals(
        new Plan.Counter(
            1,
            List.of("checkin", "repair", "report"),
            OptionalInt.empty(),
            Plan.Counter.Rule.SHARES,
            List.of(2, 1, 1)),
        plan.counters().getFirst());
    assertEquals(Plan.Counter.Rule.LONGEST, plan.counters().getLast().rule());
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Plan plan = plan(Examples.HALL);
    assertEquals(false, plan.startKey());
    assertEquals(false, plan.promise());
    assertEquals(List.of(), plan.closingChecks());
    assertEquals(Plan.Fairness.USUAL, plan.fairness());
    assertEquals(Plan.Limits.NONE, plan.services().getFirst().limits());
    assertTrue(plan.stages().stream().allMatch(Plan.Stage::announce));
    assertEquals(Plan.Counter.Rule.PREFERENCE, plan.counters().getFirst().rule());
    Plan missed = plan(Examples.HALL + "[missed]\n");
    assertEquals(
        Optional.of(new Plan.Missed(3, OptionalInt.empty(), 1)), missed.fairness().missed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # from                | to                        | place | says
          start_key = true      | start_key = "yes"         | 5:13  | expected: true 或 false / true or false
          start_key = true      | start_keys = true         | 5:1   | did you mean "start_key"?
          apology_every_s = 300 | apology_every_s = 59      | 6:19  | a whole number 60–7200
          promise = true        | promise = 1               | 7:11  | wrong type: 整数 1
          ["关电源",             | ["",                      | 8:19  | the name is empty
          last_ticket = "17:30" | last_ticket = "18:01"     | 17:15 | last_ticket 18:01 is outside the opening hours
          last_ticket = "17:30" | last_ticket = "13:00"     | 17:15 | expected after open, and not after close
          last_ticket = "17:30" | last_ticket = "1730"      | 17:15 | expected "00:00" to "23:59"
          from = "2027-02-15"   | from = "2027-2-15"        | 19:8  | expected a date such as "2027-02-15"
          from = "2027-02-15"   | from = "2027-02-30"       | 19:8  | invalid value "2027-02-30"
          from = "2027-02-15"   | from = 2027-02-15         | 19:8  | a date or time without quotes
          from = "2027-02-15"   | form = "2027-02-15"       | 18:1  | missing key "from" [holiday]
          from = "2027-02-15"   | form = "2027-02-15"       | 19:1  | did you mean "from"?
          to = "2027-02-21"     | to = "2027-02-14"         | 20:6  | the holiday ends on 2027-02-14, before it begins
          to = "2027-02-21"     | to = "2028-02-21"         | 20:6  | expected 366 days at most
          name = "春节"          | name = { zh = "春节" }     | 21:8  | no name in the hall's language en
          from = "2027-05-01"   | from = "2027-02-20"       | 23:8  | duplicate [[holiday]] 2027-02-20; 每天只能写一次,第一处在第 19 行
          as = "mon"            | as = "sun"                | 26:6  | there are no hours on sun
          as = "mon"            | as = "Mon"                | 26:6  | did you mean "mon"?
          as = "mon"            | as = "mon"\\n[[workday]]\\ndate = "2027-02-14"\\nas = "tue" | 28:8 | duplicate [[workday]] 2027-02-14
          date = "2027-02-14"   | date = "14.2.2027"        | 25:8  | expected a date
          overtake_most = 4     | overtake_most = 21        | 28:17 | a whole number 0–20
          back_after = 5        | back_after = 51           | 29:14 | a whole number 0–50
          calls = 2             | calls = 0                 | 31:9  | a whole number 1–9
          returns = 7           | returns = 10              | 33:11 | a whole number 0–9
          returns = 7           | return = 7                | 33:1  | did you mean "returns"?
          [missed]              | [[missed]]                | 30:1  | wrong type: 列表 / a list
          id = "elderly"        | id = "Elderly"            | 35:6  | did you mean "elderly"?
          id = "elderly"        | id = "lin"\\nname = "x"\\n[[group]]\\nid = "lin" | 38:6 | duplicate group id "lin"
          id = "lin"            | id = "lin"\\nname = "x"\\n[[staff]]\\nid = "lin" | 41:6 | duplicate staff id "lin"
          name = "林"            | nmae = "林"                | 39:1  | did you mean "name"?
          ["checkin", ["report", "signature"], "certificate"] | [["checkin", "report"], "certificate"] | 46:11 | a route cannot begin with stages side by side
          ["report", "signature"] | ["report"]              | 46:22 | a list of stages side by side has 1
          ["report", "signature"] | []                      | 46:22 | a list of stages side by side has 0
          ["report", "signature"] | ["report", "report"]    | 46:33 | duplicate stages "report"
          ["report", "signature"] | ["report", "checkin"]   | 46:33 | duplicate stages "checkin"
          ["report", "signature"] | ["report", ["signature", "x"]] | 46:33 | wrong type: 列表
          ["report", "signature"] | ["report", 7]           | 46:33 | wrong type: 整数 7
          daily_most = 200      | daily_most = 0            | 47:14 | a whole number 1–999
          at_once_most = 40     | at_once_most = "40"       | 48:16 | wrong type
          last_ticket = "16:30" | last_ticket = "12:30"     | 49:15 | last_ticket 12:30 is outside
          by_owner = true       | by_owner = "true"         | 53:12 | wrong type
          to = "hold", notice   | to = "holt", notice       | 54:31 | there is no stage "holt"; 是不是 / did you mean "hold"?
          name = "材料不全", to  | naem = "材料不全", to      | 54:11 | did you mean "name"?
          { name = "不合格", to = "end" } | "end"            | 63:9  | expected: { name = …, to = … }
          use = "bind"          | use = "bimd"             | 55:49 | did you mean "bind"?
          use = "bind"          | use = "match"             | 55:32 | warning: "key-tag" 要核对,但之前没有环节绑定
          use = "match"         | use = "bind"              | 55:32 | warning: 没有环节核对 "key-tag"
          kind = "key-tag", use = "match" | kind = "tag", use = "match" | 67:32 | "tag" must match, but no stage before binds it
          kind = "key-tag", use = "bind" | kind = "钥匙", use = "bind" | 55:32 | expected 1-32 of a-z
          announce = false      | announce = true           | 46:33 | 2 stages side by side call the customer
          to = "repair", meet   | to = "repairs", meet      | 59:30 | did you mean "repair"?
          id = "repair"         | id = "end"                | 69:6  | a stage cannot be called "end"
          outside = true        | outside = true\\nannounce = false | 70:11 | the customer is outside, not papers
          then = "checkin"      | then = "repair"           | 71:8  | no visit comes out again after "repair"
          then = "checkin"      | then = "chekin"           | 71:8  | there is no stage "chekin"; 是不是 / did you mean "checkin"?
          "checkin", "repair", "report"] | "checkin", "report"] | 59:30 | missing counter: none serves the stage "repair"
          rule = "shares"       | rule = "longest"          | 77:10 | shares without rule = "shares"
          rule = "shares"       | rule = "share"            | 76:8  | did you mean "shares"?
          shares = [2, 1, 1]    | shares = [2, 1]           | 77:10 | 2 shares for 3 stages
          shares = [2, 1, 1]    | shares = [2, 1, 100]      | 77:17 | a whole number 1–99
          shares = [2, 1, 1]    | shares = []               | 77:10 | the list is empty
          shares = [2, 1, 1]    | stand_in = 9              | 73:1  | missing key "shares" [counter]
          """)
  void everyFaultIsToldWithItsPlaceAndARemedy(String from, String to, String place, String says) {
    String text = changed(Examples.STATION, from.replace("\\n", "\n"), to.replace("\\n", "\n"));
    List<String> told = told(hall(text).problems());
    assertTrue(
        told.stream().anyMatch(line -> line.startsWith(place + ": ") && line.contains(says)),
        () -> "expected " + place + ": … " + says + "\nbut was told " + String.join("\n", told));
  }

  private static void assertWarned(String text, String says) {
    Reading<Plan> reading = hall(text);
    List<String> told = told(reading.problems());
    assertEquals(1, told.size(), () -> String.join("\n", told));
    assertTrue(told.getFirst().contains("warning: "), told.getFirst());
    assertTrue(told.getFirst().contains(says), told.getFirst());
    assertTrue(reading.value().isPresent());
  }

  @Test
  void whatDoesNothingIsWarnedOf() {
    String other = "other = { name = \"材料不全\", to = \"hold\", ";
    assertWarned(
        changed(Examples.STATION, other + "notice = true", other + "meet = true"),
        "no stage goes on side by side");
    assertWarned(changed(Examples.STATION, "papers = [\"行驶证\"]\n", ""), "has no papers to list");
    assertWarned(
        changed(Examples.STATION, "[[staff]]\nid = \"lin\"\nname = \"林\"\n", ""),
        "by_owner does nothing");
  }

  @Test
  void datesAndLastTicketsNeedOpeningHours() {
    String open = Examples.STATION.replaceAll("(?s)\\[\\[hours\\]\\].*?(?=\\[\\[holiday)", "");
    List<String> told = told(hall(open).problems());
    assertEquals(4, told.size(), () -> String.join("\n", told));
    assertTrue(told.stream().allMatch(line -> line.contains("the hall never closes")));
  }

  @Test
  void aStageReachedOnlyByOthersCountsAsVisitedAndOneReachedByNoneDoesNot() {
    String aside = "[[stage]]\nid = \"aside\"\nthen = \"repair\"\n";
    assertWarned(Examples.STATION + aside, "no service visits the stage \"aside\"");
  }

  @Test
  void aCircleWithASecondOutcomeThatEndsTheVisitComesOut() {
    String circle = changed(Examples.STATION, "papers_after", "then = \"checkin\"\npapers_after");
    List<String> told = told(hall(changed(circle, "to = \"end\"", "to = \"hold\"")).problems());
    assertEquals(2, told.size(), () -> String.join("\n", told));
    assertTrue(told.stream().allMatch(line -> line.contains("no visit comes out again")));
    assertEquals(List.of(), told(hall(circle).problems()));
  }

  @Test
  void whereATicketWithoutATokenMayPassOneServiceThatBindsIsEnough() {
    String walkIn =
        "[[service]]\nid = \"fetch\"\nprefix = \"C\"\nname = \"取件\"\nstages = [\"certificate\"]\n";
    assertWarned(Examples.STATION + walkIn, "must match, but no stage before binds it");
    String flagged = changed(Examples.STATION, "\"match\"", "\"match-or-flag\"");
    assertEquals(List.of(), told(hall(flagged + walkIn).problems()));
  }
}
