package jiaohao.config;

import static jiaohao.config.Examples.changed;
import static jiaohao.config.Examples.hall;
import static jiaohao.config.Examples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import jiaohao.hall.Calendar;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HallFileTest {
  @Test
  void everyKeyIsRead() {
    Reading<Plan> reading = hall(Examples.HALL);
    assertEquals(List.of(), reading.problems());
    assertEquals(Examples.HALL, reading.source());
    Text checkIn = Text.of("报检", "Check-in");
    Text enquiry = Text.same("咨询 Enquiry");
    Plan expected =
        new Plan(
            "chebei-01",
            Text.of("城北机动车检测站", "North Vehicle Inspection"),
            ZoneId.of("Asia/Shanghai"),
            List.of("zh", "en"),
            LocalTime.of(4, 0),
            Plan.NoPaper.ANNOUNCE,
            600,
            20,
            Text.of("顾客", "customers"),
            Plan.One.YAO,
            List.of(
                new Calendar.Hours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                    LocalTime.of(8, 30),
                    LocalTime.of(17, 0))),
            List.of(
                new Plan.Service(
                    "inspection",
                    'A',
                    Text.of("年检", "Annual inspection"),
                    List.of(Text.same("行驶证"), Text.of("车钥匙", "car key")),
                    Route.of("checkin", "certificate")),
                new Plan.Service("enquiry", 'C', enquiry, List.of(), Route.of("enquiry"))),
            List.of(
                new Plan.Stage("checkin", checkIn, OptionalInt.of(30), OptionalInt.of(900)),
                new Plan.Stage(
                    "certificate",
                    Text.same("certificate"),
                    OptionalInt.empty(),
                    OptionalInt.empty()),
                new Plan.Stage("enquiry", enquiry, OptionalInt.empty(), OptionalInt.empty())),
            List.of(
                new Plan.Counter(1, List.of("checkin", "enquiry"), OptionalInt.of(2)),
                new Plan.Counter(2, List.of("certificate"), OptionalInt.empty())));
    assertEquals(expected, reading.value().orElseThrow());
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Plan plan =
        hall("""
        [hall]
        id = "h"
        name = "大厅"
        [[service]]
        id = "s"
        prefix = "A"
        name = "业务"
        [[counter]]
        number = 99
        stages = ["s"]
        """)
            .value()
            .orElseThrow();
    assertEquals(ZoneId.of("Asia/Shanghai"), plan.timezone());
    assertEquals(List.of("zh"), plan.languages());
    assertEquals(LocalTime.of(4, 0), plan.dayStarts());
    assertEquals(Plan.NoPaper.ANNOUNCE, plan.noPaper());
    assertEquals(600, plan.reprintWithinSeconds());
    assertEquals(15, plan.walkSeconds());
    assertEquals(Text.of("客户", "customers"), plan.customer());
    assertEquals(Plan.One.YI, plan.one());
    assertEquals(List.of(), plan.calendar().hours());
    assertEquals("业务", plan.stage("s").orElseThrow().name().in("zh"));
  }

  @Test
  void aDayRangeMayGoOverTheWeeksEnd() {
    String text = changed(Examples.HALL, "\"mon-sat\"", "\"sat-mon\"");
    assertEquals(
        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
        hall(text).value().orElseThrow().calendar().hours().getFirst().days());
  }

  @Test
  void hoursThatTouchDoNotOverlap() {
    String before = "[[hours]]\ndays = \"sat\"\nopen = \"08:00\"\nclose = \"08:30\"\n";
    String after = "[[hours]]\ndays = \"sat\"\nopen = \"17:00\"\nclose = \"18:00\"\n";
    assertEquals(List.of(), hall(Examples.HALL + before + after).problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # from                  | to                         | place | says
          id = "chebei-01"        | id = "Chebei_01"           | 2:6   | did you mean "chebei-01"?
          id = "chebei-01"        | id = "城北"                 | 2:6   | invalid value "城北"
          id = "chebei-01"        | id = ""                    | 2:6   | expected 1-32 of a-z
          id = "chebei-01"        | id = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" | 2:6 | too long: 33 characters
          id = "chebei-01"        | id = 1                     | 2:6   | wrong type: 整数 1 / the whole number 1
          id = "chebei-01"        | colour = "red"             | 1:1   | missing key "id" [hall]
          walk_s = 20             | colour = "red"             | 9:1   | unknown key "colour" [hall]; 应为下列之一 / expected one of: id,
          walk_s = 20             | wlak_s = 20                | 9:1   | did you mean "walk_s"?
          walk_s = 20             | walk_s = 601               | 9:10  | out of range: 601
          walk_s = 20             | walk_s = -1                | 9:10  | out of range: -1
          walk_s = 20             | walk_s = 2.5               | 9:10  | the decimal number 2.5
          walk_s = 20             | walk_s = "20"              | 9:10  | the words "20"
          walk_s = 20             | walk_s = 99999999999999999 | 9:10  | out of range
          walk_s = 20             | one = "yi"                 | 11:1  | duplicate key "one"
          one = "yao"             | one = "two"                | 11:7  | expected one of: "yao", "yi"
          one = "yao"             | ports.printer = 1          | 11:1  | unknown key "ports"
          no_paper = "announce"   | no_paper = "anounce"       | 7:12  | did you mean "announce"?
          no_paper = "announce"   | no_paper = true            | 7:12  | the boolean true
          reprint_within_s = 600  | reprint_within_s = 86401   | 8:20  | out of range
          timezone = "Asia/Shanghai" | timezone = "Asia/Shanghia" | 4:12 | did you mean "Asia/Shanghai"?
          timezone = "Asia/Shanghai" | timezone = "Asia/Beijing"  | 4:12 | did you mean "Asia/Shanghai"?
          timezone = "Asia/Shanghai" | timezone = "+08:00"     | 4:12  | expected an IANA zone
          ["zh", "en"]            | ["zh", "fr"]               | 5:20  | no announcements exist in language "fr"
          ["zh", "en"]            | ["zh", "zh"]               | 5:20  | duplicate languages "zh"
          ["zh", "en"]            | []                         | 5:13  | the list is empty
          ["zh", "en"]            | "zh"                       | 5:13  | wrong type: 文字 "zh"
          ["zh", "en"]            | ["zh", 7]                  | 5:20  | wrong type: 整数 7
          day_starts = "04:00"    | day_starts = "25:00"       | 6:14  | expected "00:00" to "23:59"
          day_starts = "04:00"    | day_starts = "4:00"        | 6:14  | did you mean "04:00"?
          day_starts = "04:00"    | day_starts = "04：00"      | 6:14  | full-width colon ：
          day_starts = "04:00"    | day_starts = 04:00:00      | 6:14  | a date or time without quotes
          day_starts = "04:00"    | day_starts = "09:00"       | 6:14  | warning: 号码在营业时间内
          { zh = "顾客", en = "customers" } | { zh = "顾客" }   | 10:12 | no name in the hall's language en
          { zh = "顾客", en = "customers" } | { zh = "顾客", en = "c", fr = "d" } | 10:35 | unknown key "fr"
          { zh = "顾客", en = "customers" } | { zh = "顾客", en = " " } | 10:30 | the name is empty
          { zh = "顾客", en = "customers" } | "a\\nb"           | 10:12 | line break
          { zh = "顾客", en = "customers" } | 5                | 10:12 | wrong type
          "mon-sat"               | "Mon-Sat"                  | 13:8  | did you mean "mon-sat"?
          "mon-sat"               | "mon,sat"                  | 13:8  | a range such as "mon-sat"
          "mon-sat"               | "mon-sat-sun"              | 13:8  | invalid value
          "mon-sat"               | "周一"                      | 13:8  | invalid value "周一"
          "mon-sat"               | "mon－sat"                 | 13:8  | full-width character －
          open = "08:30"          | open = "17:00"             | 15:9  | close 17:00 is not after open 17:00
          open = "08:30"          | open = 08:30               | 14:13 | a date or time without quotes
          close = "17:00"         | close = "24:00"            | 15:9  | expected "00:00" to "23:59"
          close = "17:00"         | until = "17:00"            | 12:1  | missing key "close" [hours]
          id = "enquiry"          | id = "inspection"          | 24:6  | duplicate service id "inspection"
          prefix = "C"            | prefix = "A"               | 25:10 | duplicate prefix "A"; 每个只能用一次,第一处在第 19 行
          prefix = "C"            | prefix = "c"               | 25:10 | expected one capital letter A-Z
          prefix = "C"            | prefix = "AB"              | 25:10 | expected one capital letter A-Z
          prefix = "C"            | prefix = "Ａ"              | 25:10 | full-width character Ａ
          prefix = "C"            | prefix = C                 | 25:10 | the words are not in quotes
          papers = ["行驶证",       | papers = ["行驶证", 3,      | 21:18 | wrong type: 整数 3
          en = "car key"          | fr = "clé"                 | 21:32 | unknown key "fr"
          stages = ["checkin", "certificate"] | stages = ["checkin", "checkin"] | 22:22 | duplicate stages "checkin"
          stages = ["checkin", "certificate"] | stages = []    | 22:10 | the list is empty
          stages = ["checkin", "certificate"] | stages = ["checkin", "certificate", "x y"] | 22:37 | did you mean "x-y"?
          stages = ["checkin", "certificate"] | stages = ["checkin", "certificate", "photo"] | 22:37 | missing counter: none serves the stage "photo"
          id = "checkin"          | id = "chekin"              | 29:6  | warning: 没有业务经过环节 "chekin"
          id = "checkin"          | nam = "x"                  | 28:1  | missing key "id" [stage]
          limit_s = 30            | limit_s = 0                | 31:11 | out of range: 0
          wait_limit_s = 900      | wait_limit_s = -900        | 32:16 | out of range: -900
          number = 2              | number = 1                 | 39:10 | duplicate counter number "1"
          number = 2              | number = 100               | 39:10 | a whole number 1–99
          number = 2              | number = "2"               | 39:10 | wrong type
          stages = ["checkin", "enquiry"] | stages = ["checkin", "enquiri"] | 36:22 | no service visits a stage "enquiri"; 是不是 / did you mean "enquiry"?
          stages = ["checkin", "enquiry"] | stages = "checkin" | 36:10 | wrong type
          stages = ["certificate"] | name = "x"                | 38:1  | missing key "stages" [counter]
          stages = ["certificate"] | stages = []               | 40:10 | the list is empty
          stand_in = 2            | stand_in = 3               | 37:12 | there is no counter 3; 应为下列之一 / expected one of: 1, 2
          stand_in = 2            | stand_in = 1               | 37:12 | a counter cannot stand in for itself
          [hall]                  | [[hall]]                   | 1:1   | wrong type: 列表 / a list; 应为 / expected: [hall]
          [hall]                  | [hal]                      | 1:1   | did you mean "hall"?
          [[stage]]               | [stage]                    | 28:1  | wrong type: 表 / a table; 应为 / expected: [[stage]]
          [[stage]]               | [[stage]                   | 28:8  | write [[NAME]]
          [[stage]]               | [printer]                  | 28:1  | this belongs in the device file
          [[stage]]               | [hall]                     | 28:1  | duplicate table "[hall]"
          limit_s = 30            | limit_s = 030              | 31:11 | a number has no leading zeros
          limit_s = 30            | limit_s =                  | 31:10 | the value is missing
          limit_s = 30            | limit_s 30                 | 31:9  | not followed by =
          limit_s = 30            | limit_s: 30                | 31:8  | a colon after the key
          limit_s = 30            | = 30                       | 31:1  | neither a key nor a table
          limit_s = 30            | limit_s = 30 40            | 31:14 | something follows the value
          limit_s = 30            | limit_s = "30              | 31:14 | the string is not closed
          limit_s = 30            | name = \"""30              | 31:8  | the string is not closed
          papers = ["行驶证",       | papers = ["行驶证"          | 21:17 | no comma between two values
          "Annual inspection" }   | "Annual inspection", }     | 20:45 | a comma before the closing }
          "Annual inspection" }   | "Annual inspection"        | 21:1  | no comma between two values
          stages = ["certificate"] | stages = ["certificate"  | 40:10 | the bracket is not closed
          "Annual inspection"     | "D:\\inspection"           | 20:29 | a wrong backslash
          """)
  void everyFaultIsToldWithItsPlaceAndARemedy(String from, String to, String place, String says) {
    List<String> told = told(hall(changed(Examples.HALL, from, to)).problems());
    assertTrue(
        told.stream().anyMatch(line -> line.startsWith(place + ": ") && line.contains(says)),
        () -> "expected " + place + ": … " + says + "\nbut was told " + String.join("\n", told));
  }

  @Test
  void allFaultsAreToldAtOnceInTheOrderOfTheFile() {
    String text = Examples.HALL;
    text = changed(text, "id = \"chebei-01\"", "id = \"Chebei\"");
    text = changed(text, "walk_s = 20", "walk_s = 20 m");
    text = changed(text, "prefix = \"C\"", "prefix = \"1\"");
    text = changed(text, "limit_s = 30\n", "limit_s = \"30\"\nlimits = 5\n");
    text = changed(text, "stand_in = 2", "stand_in = 1");
    List<String> places =
        hall(text).problems().stream().map(it -> it.line() + ":" + it.column()).toList();
    assertEquals(List.of("2:6", "9:13", "25:10", "31:11", "32:1", "38:12"), places);
  }

  @Test
  void aBrokenHeaderIsTheOnlyThingTold() {
    String text = changed(Examples.HALL, "[[service]]\nid = \"enq", "[[service]\nid = \"enq");
    List<String> told = told(hall(text).problems());
    assertEquals(1, told.size(), () -> String.join("\n", told));
    assertTrue(told.getFirst().startsWith("23:10: "), told.getFirst());
  }

  @Test
  void aHeaderThatLostItsBeginningIsTheOnlyThingTold() {
    String text = changed(Examples.HALL, "[[service]]\nid = \"enq", "service]]\nid = \"enq");
    List<String> told = told(hall(text).problems());
    assertEquals(1, told.size(), () -> String.join("\n", told));
    assertTrue(told.getFirst().startsWith("23:8: "), told.getFirst());
  }

  @Test
  void whatABrokenLineMayHaveDeclaredIsNotMissed() {
    String text = changed(Examples.HALL, "id = \"enquiry\"", "id = \"enquiry");
    List<String> told = told(hall(text).problems());
    assertEquals(1, told.size(), () -> String.join("\n", told));
    assertTrue(told.getFirst().startsWith("24:14: "), told.getFirst());
  }

  @Test
  void overlappingHoursAreToldAtTheSecond() {
    String more = "[[hours]]\ndays = \"sat-sun\"\nopen = \"16:59\"\nclose = \"18:00\"\n";
    List<String> told = told(hall(Examples.HALL + more).problems());
    assertEquals(1, told.size(), () -> String.join("\n", told));
    assertTrue(told.getFirst().startsWith("43:8: "), told.getFirst());
    assertTrue(told.getFirst().contains("overlapping hours on sat; "), told.getFirst());
    assertTrue(told.getFirst().contains("on line 14"), told.getFirst());
  }

  @Test
  void aWarningDoesNotRefuseTheFile() {
    Reading<Plan> reading = hall(changed(Examples.HALL, "id = \"checkin\"", "id = \"photo\""));
    assertEquals(1, reading.problems().size());
    assertTrue(reading.problems().getFirst().warning());
    assertTrue(reading.value().isPresent());
  }

  @Test
  void anEmptyHallSaysWhatAHallNeeds() {
    List<String> told = told(hall("[hall]\n").problems());
    for (String missing : List.of("\"id\"", "\"name\"", "[[service]]", "[[counter]]")) {
      assertTrue(told.stream().anyMatch(line -> line.contains(missing)), () -> missing + told);
    }
  }
}
