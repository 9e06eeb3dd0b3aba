package jiaohao.config;

import static jiaohao.config.Examples.changed;
import static jiaohao.config.Examples.hall;
import static jiaohao.config.Examples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jiaohao.hall.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors on Windows and Chinese input methods leave in a file is called by its name. */
class WindowsEditorTest {
  private static void assertOnly(Reading<Plan> reading, String place, String says) {
    List<String> told = told(reading.problems());
    assertEquals(1, told.size(), () -> String.join("\n", told));
    assertTrue(told.getFirst().startsWith(place + ": "), told.getFirst());
    assertTrue(told.getFirst().contains(says), told.getFirst());
  }

  private static Reading<Plan> encoded(String text, Charset charset) {
    return HallFile.parse("hall.toml", text.getBytes(charset));
  }

  @Test
  void gbkIsToldOnceAtItsFirstCharacter() {
    Reading<Plan> reading = encoded(Examples.HALL, Charset.forName("GBK"));
    assertOnly(reading, "3:16", "GBK");
    assertTrue(reading.value().isEmpty());
  }

  @Test
  void damagedUtf8IsNotCalledGbk() {
    byte[] bytes = Examples.HALL.getBytes(StandardCharsets.UTF_8);
    int hanzi = Examples.HALL.indexOf('城');
    bytes[hanzi] = (byte) 0xFF;
    assertOnly(HallFile.parse("hall.toml", bytes), "3:16", "this byte is not UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
  void utf16IsToldOnce(String charset) {
    assertOnly(encoded(Examples.HALL, Charset.forName(charset)), "1:1", "UTF-16");
  }

  @Test
  void aByteOrderMarkIsWarnedOfAndDropped() {
    Reading<Plan> reading = hall("\uFEFF" + Examples.HALL);
    assertOnly(reading, "1:1", "warning: 文件开头有 UTF-8 BOM");
    assertEquals(Examples.HALL, reading.source());
    assertEquals(hall(Examples.HALL).value(), reading.value());
  }

  @Test
  void crlfIsFine() {
    Reading<Plan> reading = hall(Examples.HALL.replace("\n", "\r\n"));
    assertEquals(List.of(), reading.problems());
    assertEquals(hall(Examples.HALL).value(), reading.value());
  }

  @Test
  void aLargeHallMayHaveCrlfToo() {
    Reading<Plan> reading = hall(Examples.STATION.replace("\n", "\r\n"));
    assertEquals(List.of(), reading.problems());
    assertEquals(hall(Examples.STATION).value(), reading.value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # from              | to                  | place | says
          from = "2027-02-15" | from = “2027-02-15” | 19:8  | full-width quote “
          from = "2027-02-15" | from = "2027－02－15" | 19:8  | full-width character －
          to = "hold", notice | to = "hold"， notice | 54:37 | full-width comma ，
          "report", "sig      | "report"，"sig       | 46:31 | full-width comma ，
          start_key = true    | start_key ＝ true    | 5:11  | full-width equals sign ＝
          """)
  void inALargeHallFullWidthSyntaxIsNamedToo(String from, String to, String place, String says) {
    assertOnly(hall(changed(Examples.STATION, from, to)), place, says);
  }

  @Test
  void crlfDoesNotMovePlaces() {
    String text = changed(Examples.HALL, "limit_s = 30", "limit_s = 0").replace("\n", "\r\n");
    assertOnly(hall(text), "31:11", "out of range");
  }

  @Test
  void loneReturnsAreToldOnce() {
    assertOnly(hall(Examples.HALL.replace('\n', '\r')), "1:7", "CR");
  }

  @Test
  void aNulByteIsToldOnceAtItsPlace() {
    assertOnly(hall(changed(Examples.HALL, "walk_s = 20", "walk_s = 2\0")), "9:11", "NUL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # from           | to                         | place | says
          id = "chebei-01" | id = “chebei-01”           | 2:6   | full-width quote “
          id = "chebei-01" | id = ＂chebei-01＂         | 2:6   | full-width quote ＂
          id = "chebei-01" | id = ‘chebei-01’           | 2:6   | full-width quote ‘
          id = "chebei-01" | id = ”chebei-01”           | 2:6   | full-width quote ”
          id = "chebei-01" | id = "chebei-01”           | 2:16  | full-width quote ”
          id = "chebei-01" | id = “chebei-01"           | 2:6   | full-width quote “
          id = "chebei-01" | id ＝ "chebei-01"          | 2:4   | full-width equals sign ＝
          id = "chebei-01" | id： "chebei-01"           | 2:3   | full-width colon ：
          id = "chebei-01" | id　= "chebei-01"          | 2:3   | special space U+3000
          ["zh", "en"]     | ["zh"，"en"]               | 5:18  | full-width comma ，
          ["zh", "en"]     | ["zh"、"en"]               | 5:18  | full-width comma 、
          ["zh", "en"]     | 【"zh", "en"]              | 5:13  | full-width bracket 【
          ["zh", "en"]     | ["zh", "en"］              | 5:24  | full-width bracket ］
          [[stage]]        | 【[stage]]                 | 28:1  | full-width bracket 【
          limit_s = 30     | limit_s = ３０              | 31:11 | full-width character ３
          one = "yao"      | one = "yao" ”              | 11:13 | full-width quote ”
          zh = "报检", en   | zh = "报检”, en             | 30:18 | full-width quote ”
          zh = "报检", en   | zh = “报检”, en             | 30:15 | full-width quote “
          """)
  void fullWidthSyntaxIsNamedAndHidesNothingElse(
      String from, String to, String place, String says) {
    assertOnly(hall(changed(Examples.HALL, from, to)), place, says);
  }

  @Test
  void everyWrongQuoteIsToldAtOnce() {
    String text = changed(Examples.HALL, "id = \"enquiry\"", "id = “enquiry”");
    text = changed(text, "prefix = \"C\"", "prefix = “C”");
    text = changed(text, "limit_s = 30", "limit_s ＝ 0");
    List<String> places =
        hall(text).problems().stream().map(it -> it.line() + ":" + it.column()).toList();
    assertEquals(List.of("24:6", "25:10", "31:9", "31:11"), places);
  }

  @Test
  void fullWidthCharactersInsideWordsAreJustWords() {
    String text = changed(Examples.HALL, "\"年检\"", "\"按“年检”,请【看】＝：\"");
    assertEquals(List.of(), hall(text).problems());
  }

  @Test
  void aSlipBesideQuotedWordsIsNotBlamedOnThem() {
    String text =
        changed(Examples.HALL, "\"年检\", en = \"Annual inspection\"", "\"按“年检”, 请\", en = abc");
    assertOnly(hall(text), "20:32", "the words are not in quotes");
  }

  @Test
  void aFileCutShortByAPowerCutIsToldWithoutATrace() {
    byte[] whole = Examples.HALL.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream cut = new ByteArrayOutputStream();
    cut.write(whole, 0, 200);
    cut.writeBytes(new byte[200]);
    Reading<Plan> reading = HallFile.parse("hall.toml", cut.toByteArray());
    assertEquals(1, reading.problems().size());
    assertTrue(reading.problems().getFirst().wrong().contains("NUL"));
  }
}
