package jiaohao.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days as a hall manager would tell them. */
class DayScriptsTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "jiaohao", "days");

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".day")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void theDayGoesAsTold(Path file) throws IOException {
    ScriptRunner.run(ScriptReader.read(file.toString(), Files.readAllLines(file)));
  }

  @Test
  void eachOfTheFiveHallsHasItsDay() throws IOException {
    List<String> names = scripts().stream().map(file -> file.getFileName().toString()).toList();
    KnownHalls.SHIPPED.forEach(
        hall -> assertTrue(names.contains(hall + ".day"), () -> hall + " is not in " + names));
  }

  private static String mistake(String... lines) {
    List<String> text = Stream.concat(Stream.of(head()), Stream.of(lines)).toList();
    return assertThrows(
            Script.Mistake.class, () -> ScriptRunner.run(ScriptReader.read("a.day", text)))
        .getMessage();
  }

  private static String[] head() {
    return new String[] {"hall every-rule", "clock 2026-11-24 08:40"};
  }

  @Test
  void aDayThatGoesOtherwiseIsToldWithItsLine() {
    assertEquals(
        "a.day:4: next 5 was to come to: calls B002; it came to: calls B001",
        mistake("08:41 take questions -> B001", "08:42 next 5 -> calls B002"));
    assertEquals(
        "a.day:3: waiting general: B001, but it is nobody",
        mistake("08:41 expect waiting general: B001"));
    assertEquals(
        "a.day:3: next 5 was to come to: done; it came to: refused nobody-waiting",
        mistake("08:41 next 5"));
  }

  @Test
  void aLineThatSaysNothingSensibleIsToldWithItsLine() {
    assertEquals(
        "a.day:4: it is 09:00 already; say \"next day\" before the next day's times",
        mistake("09:00", "08:59 take questions"));
    assertEquals(
        "a.day:3: expected: clock leaps +2 h, clock right, clock trusted, or clock untrusted",
        mistake("09:00 clock strikes"));
    assertTrue(mistake("take").startsWith("a.day:3: expected: take SERVICE"));
  }

  @Test
  void whatIsDoneWithoutPowerComesToNothing() {
    ScriptRunner.run(
        ScriptReader.read(
            "a.day",
            List.of(
                "hall every-rule",
                "clock 2026-11-24 08:40",
                "08:41 take questions -> B001",
                "      power cut 2 min",
                "08:42 take questions -> refused no-power",
                "08:44 expect waiting general: B001",
                "      take questions -> B002")));
  }
}
