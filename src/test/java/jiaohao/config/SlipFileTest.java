package jiaohao.config;

import static jiaohao.config.Examples.hall;
import static jiaohao.config.Examples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Plan;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.SlipTemplate.Line;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hall file says of slips. */
class SlipFileTest {
  private static final String SLIP =
      """
      languages = "both"
      lines = ["logo", "number", "service", "footer"]
      logo = 1
      footer = ["www.example.cn", { zh = "咨询 12123", en = "Help 12123" }]
      """;

  /** The table begins on line 1, what is in it on line 2. */
  private static Reading<Plan> with(String slip) {
    return hall("[slip]\n" + slip + Examples.HALL);
  }

  private static SlipTemplate read(String slip) {
    Reading<Plan> reading = with(slip);
    assertEquals(List.of(), reading.problems());
    return reading.value().orElseThrow().slip();
  }

  @Test
  void everyKeyIsRead() {
    assertEquals(
        new SlipTemplate(
            List.of(Line.LOGO, Line.NUMBER, Line.SERVICE, Line.FOOTER),
            true,
            OptionalInt.of(1),
            List.of(Text.same("www.example.cn"), Text.of("咨询 12123", "Help 12123"))),
        read(SLIP));
  }

  @Test
  void whatIsLeftOutIsAsUsual() {
    assertEquals(SlipTemplate.USUAL, hall(Examples.HALL).value().orElseThrow().slip());
    assertEquals(SlipTemplate.USUAL, read(""));
    assertEquals(SlipTemplate.USUAL, read("languages = \"one\"\n"));
    assertEquals(List.of(Text.same("谢谢")), read("footer = [\"谢谢\"]\n").footer());
  }

  @Test
  void theOtherLanguageIsThatOfTheHallWhichTheTicketIsNotIn() {
    Plan plan = with(SLIP).value().orElseThrow();
    assertEquals(Optional.of("zh"), plan.secondLanguage("en"));
    assertEquals(Optional.of("en"), plan.secondLanguage("zh"));
    assertEquals(Optional.empty(), with("").value().orElseThrow().secondLanguage("zh"));
  }

  @Test
  void twoLanguagesOnASlipNeedTwoInTheHall() {
    String one =
        "[slip]\nlanguages = \"both\"\n" + Examples.HALL.replace("[\"zh\", \"en\"]", "[\"zh\"]");
    List<String> told = told(hall(one).problems());
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.getFirst().startsWith("2:13: 本厅只有一种语言 / the hall has only one language"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # from                | to                 | place | says
          "both"                | "two"              | 2:13  | expected one of: "both", "one"
          languages             | language           | 2:1   | did you mean "languages"?
          "service"             | "servise"          | 3:28  | did you mean "service"?
          "service"             | "number"           | 3:28  | 重复的 line "number" / duplicate line "number"
          "number"              | "time"             | 3:10  | 号票上缺少 "number" / the slip lacks "number"
          ["logo",              | [                  | 4:8   | the slip lacks "logo"; 请补上 / add: lines = […, "logo"]
          , "footer"            |                    | 5:10  | the slip lacks "footer"
          logo = 1              |                    | 3:10  | the slip lacks "logo"; 请补上 / add: logo = 1
          logo = 1              | logo = 256         | 4:8   | a whole number 1–255
          "www.example.cn"      | ""                 | 5:11  | the name is empty
          , en = "Help 12123"   |                    | 5:29  | no name in the hall's language en
          """)
  void aMistakeIsToldWithItsPlace(String from, String to, String place, String says) {
    String broken = Examples.changed(SLIP, from, to == null ? "" : to);
    List<String> told = told(with(broken).problems());
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.getFirst().startsWith(place + ": "), told.getFirst());
    assertTrue(told.getFirst().contains(says), told.getFirst());
  }

  @Test
  void aSlipWithoutAnyLineIsAMistake() {
    List<String> told = told(with("lines = []\n").problems());
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.getFirst().contains("the list is empty"), told.getFirst());
  }
}
