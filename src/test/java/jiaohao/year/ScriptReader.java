package jiaohao.year;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jiaohao.hall.Plan;

/**
 * Reads day scripts. A script names its hall and the day it begins, and then tells line by line
 * what is done when, and what comes of it:
 *
 * <pre>
 * hall vehicle-inspection        # a shipped hall file; or: hall file PATH
 * clock 2026-11-24 08:40         # the box is switched on
 * 08:41     take inspection      -> A001
 * 08:42     next 1               -> calls A001
 *           next 3               -> refused nobody-waiting
 * 12:00     power cut 3 min
 * 16:59     expect waiting certificate: A002 A001
 * next day
 * 08:30     expect waiting certificate: nobody
 * </pre>
 *
 * <p>A line without a time happens at the time of the line before. What is done must not be
 * refused, unless the line says so. A hash begins a remark.
 */
final class ScriptReader {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final Pattern TIMED =
      Pattern.compile("(\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d{1,3})?)?)(?:\\s+(.*))?");

  private final String name;
  private final List<Script.Line> lines = new ArrayList<>();
  private Optional<Plan> plan = Optional.empty();
  private Optional<Instant> begin = Optional.empty();
  private LocalDateTime now = LocalDateTime.MIN;
  private int number;

  private ScriptReader(String name) {
    this.name = name;
  }

  /**
   * Reads a script.
   *
   * @throws Script.Mistake at the first line that says nothing sensible
   */
  static Script read(String name, List<String> text) {
    ScriptReader reader = new ScriptReader(name);
    text.forEach(reader::line);
    Plan plan = reader.plan.orElseThrow(() -> reader.mistake("expected: hall NAME"));
    Instant begin = reader.begin.orElseThrow(() -> reader.mistake("expected: clock DATE TIME"));
    return new Script(name, plan, begin, reader.lines);
  }

  private Script.Mistake mistake(String words) {
    return new Script.Mistake(name, number, words);
  }

  private void line(String text) {
    number++;
    int remark = text.indexOf('#');
    String words = (remark < 0 ? text : text.substring(0, remark)).strip();
    if (words.isEmpty()) {
      return;
    }
    try {
      said(words);
    } catch (IllegalArgumentException | DateTimeParseException wrong) {
      throw mistake(wrong.getMessage());
    }
  }

  private void said(String words) {
    if (plan.isEmpty()) {
      plan = Optional.of(hall(words));
    } else if (begin.isEmpty()) {
      now = clock(words);
      begin = Optional.of(instant());
    } else if (words.equals("next day")) {
      now = now.toLocalDate().plusDays(1).atStartOfDay();
    } else {
      timed(words);
    }
  }

  private static Plan hall(String words) {
    if (words.startsWith("hall file ")) {
      return KnownHalls.read(Path.of(words.substring("hall file ".length()).strip()));
    }
    if (words.startsWith("hall ")) {
      return KnownHalls.plan(words.substring("hall ".length()).strip());
    }
    throw new IllegalArgumentException("expected first: hall NAME, or hall file PATH");
  }

  private static LocalDateTime clock(String words) {
    String expected = "expected second: clock 2026-11-24 08:40";
    if (!words.startsWith("clock ")) {
      throw new IllegalArgumentException(expected);
    }
    try {
      return LocalDateTime.parse(words.substring("clock ".length()).strip(), CLOCK);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException(expected, wrong);
    }
  }

  private Instant instant() {
    return now.atZone(plan.orElseThrow().timezone()).toInstant();
  }

  private void timed(String words) {
    Matcher timed = TIMED.matcher(words);
    String rest = words;
    if (timed.matches()) {
      LocalTime time =
          LocalTime.parse(timed.group(1).length() == 4 ? "0" + timed.group(1) : timed.group(1));
      LocalDate date = now.toLocalDate();
      if (date.atTime(time).isBefore(now)) {
        throw new IllegalArgumentException(
            "it is "
                + now.toLocalTime()
                + " already; say \"next day\" before the next day's times");
      }
      now = date.atTime(time);
      rest = timed.group(2) == null ? "" : timed.group(2).strip();
    }
    lines.add(new Script.Line(number, instant(), step(rest)));
  }

  private static Script.Step step(String words) {
    if (words.isEmpty()) {
      return new Script.Step.Wait();
    }
    if (words.startsWith("expect ")) {
      return new Script.Step.Expect(words.substring("expect ".length()).strip());
    }
    String[] parts = words.split("->", 2);
    Optional<String> comesTo = parts.length == 2 ? Optional.of(parts[1].strip()) : Optional.empty();
    return new Script.Step.Do(Action.parse(parts[0].strip()), comesTo);
  }
}
