package jiaohao.config;

import static jiaohao.config.Examples.changed;
import static jiaohao.config.Examples.device;
import static jiaohao.config.Examples.hall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
  private static List<String> together(String hall, String device) {
    return Checks.together(hall(hall), device(device)).stream().map(Problem::toString).toList();
  }

  private static void assertOnly(List<String> told, String place, String says) {
    assertEquals(1, told.size(), () -> String.join("\n", told));
    assertTrue(told.getFirst().startsWith(place + ": "), told.getFirst());
    assertTrue(told.getFirst().contains(says), told.getFirst());
  }

  @Test
  void filesThatFitEachOtherPass() {
    assertEquals(List.of(), together(Examples.HALL, Examples.DEVICE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          held = "undo 1"     | held = "take inspektion" | 35:8  | did you mean "inspection"?
          held = "undo 1"     | held = "undo 9"          | 35:8  | no counter "9" in hall.toml
          held = "language en" | held = "language ja"    | 26:8  | no language "ja" in hall.toml; 应为下列之一 / expected one of: zh, en
          counters = [1, 2]   | counters = [1, 12]       | 12:12 | no counter "12" in hall.toml
          """)
  void whatTheHallDoesNotHaveIsToldInTheDeviceFile(
      String from, String to, String place, String says) {
    List<String> told = together(Examples.HALL, changed(Examples.DEVICE, from, to));
    assertOnly(told, "device.toml:" + place, says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          priority elderli | did you mean "elderly"?
          for lon          | no staff "lon" in hall.toml; 是不是 / did you mean "lin"?
          """)
  void groupsAndStaffAreLookedFor(String verb, String says) {
    List<String> told = together(Examples.STATION, keyboard(verb));
    assertOnly(told, "device.toml:5:9", says);
  }

  @Test
  void aHallWithoutGroupsIsSaidToHaveNone() {
    List<String> told = together(Examples.HALL, keyboard("priority elderly"));
    assertTrue(told.toString().contains("add one there first: [[group]]"), told.toString());
  }

  @Test
  void groupsAndStaffOfTheHallPass() {
    assertEquals(List.of(), together(Examples.STATION, keyboard("priority elderly")));
    assertEquals(List.of(), together(Examples.STATION, keyboard("for lin")));
    assertEquals(List.of(), together(Examples.STATION, keyboard("suspend")));
  }

  /** Worked from the pages, but for one button at the door and one more. */
  private static String keyboard(String verb) {
    return """
    [console]
    listen = "127.0.0.1:8081"
    [[button]]
    line = "a:1"
    press = "%s"
    [[button]]
    line = "a:2"
    press = "take inspection"
    """
        .formatted(verb);
  }

  @Test
  void countersOfTheOnlyBoardAreLookedFor() {
    String text = "[board]\nspi = \"simulated\"\nchips = 1\ncounters = [7]\n";
    assertOnly(together(Examples.HALL, text), "device.toml:4:12", "no counter \"7\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"K", "M", "V", "W", "X"})
  void prefixesThatDigitsCannotShowAreRefusedInTheHallFile(String prefix) {
    String text = changed(Examples.HALL, "prefix = \"C\"", "prefix = \"" + prefix + "\"");
    List<Problem> problems = Checks.together(hall(text), device(Examples.DEVICE));
    assertOnly(problems.stream().map(Problem::toString).toList(), "hall.toml:25:10", "cannot show");
    assertEquals(false, problems.getFirst().warning());
  }

  @ParameterizedTest
  @CsvSource({"B,8", "O,0", "I,1", "S,5"})
  void prefixesThatLookLikeDigitsAreWarnedOf(String prefix, String digit) {
    String text = changed(Examples.HALL, "prefix = \"C\"", "prefix = \"" + prefix + "\"");
    assertOnly(
        together(text, Examples.DEVICE), "hall.toml:25:10: warning", "easily read as " + digit);
  }

  @Test
  void aMatrixShowsEveryPrefix() {
    String text = changed(Examples.HALL, "prefix = \"C\"", "prefix = \"W\"");
    String matrix = "[board]\nspi = \"simulated\"\nchips = 2\nface = \"matrix\"\n";
    assertEquals(List.of(), together(text, matrix));
  }

  @Test
  void aServiceWithoutAButtonIsWarnedOf() {
    String text = changed(Examples.DEVICE, "press = \"take enquiry\"", "press = \"assist\"");
    assertOnly(
        together(Examples.HALL, text), "hall.toml:24:6: warning", "no button \"take enquiry\"");
  }

  @Test
  void aCounterWithoutANextKeyIsWarnedOfWhereOthersHaveKeys() {
    String text = changed(Examples.DEVICE, "press = \"next 2\"", "press = \"pause 2\"");
    assertOnly(together(Examples.HALL, text), "hall.toml:39:10: warning", "no button \"next 2\"");
  }

  @Test
  void aHallWorkedFromThePagesNeedsNoCounterKeys() {
    String text =
        """
        [[button]]
        line = "a:1"
        press = "take inspection"
        [[button]]
        line = "a:2"
        press = "take enquiry"
        """;
    String pages = "[console]\nlisten = \"127.0.0.1:8081\"\n";
    assertEquals(List.of(), together(Examples.HALL, pages + text));
    List<String> withoutPages = together(Examples.HALL, text);
    assertFalse(withoutPages.isEmpty());
    assertTrue(
        withoutPages.stream().allMatch(line -> line.contains("warning")), withoutPages.toString());
  }

  @Test
  void aFileThatIsWrongByItselfIsNotHeldAgainstTheOther() {
    assertEquals(List.of(), together("[hall]\n", Examples.DEVICE));
  }
}
