package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jiaohao.config.DeviceFile.Button;
import jiaohao.config.DeviceFile.Pull;
import jiaohao.hall.Verb;

/** Reads the buttons of a device file. */
final class ButtonReader {
  /** A chip by name or label, which may itself hold colons, and the line's offset. */
  private static final Pattern LINE = Pattern.compile("(\\S+):(\\d{1,3})");

  private static final Map<String, Boolean> ACTIVE = Map.of("low", true, "high", false);
  private static final Map<String, Pull> PULLS =
      Map.of("up", Pull.UP, "down", Pull.DOWN, "none", Pull.NONE);

  /** A line of a GPIO chip. */
  private record Line(String chip, int offset) {}

  private final Section root;
  private final Problems problems;
  private final List<Found<String>> lines = new ArrayList<>();

  ButtonReader(Section root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** The buttons that could be read. */
  List<Button> read() {
    List<Button> buttons = new ArrayList<>();
    List<Section> sections = root.sections("button");
    for (int index = 0; index < sections.size(); index++) {
      button(sections.get(index), index).ifPresent(buttons::add);
    }
    new Ids(problems).unique(lines, "button line");
    return buttons;
  }

  private Optional<Button> button(Section section, int index) {
    section.require("line", "press");
    Optional<Line> line = section.words("line").flatMap(found -> line(section, found, index));
    boolean activeLow = section.oneOf("active", ACTIVE).map(Found::value).orElse(true);
    Pull pull = section.oneOf("pull", PULLS).map(Found::value).orElse(Pull.UP);
    Optional<Found<Verb>> press = verb(section, "press");
    Optional<Found<Verb>> held = verb(section, "held");
    section.end();
    if (press.isPresent() && held.isPresent()) {
      checkHeld(press.get(), held.get());
    }
    if (line.isEmpty() || press.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Button(
            line.get().chip(),
            line.get().offset(),
            activeLow,
            pull,
            press.get().value(),
            held.map(Found::value)));
  }

  private Optional<Line> line(Section section, Found<String> found, int index) {
    if (found.value().equals(DeviceFile.SIMULATED)) {
      return Optional.of(new Line(DeviceFile.SIMULATED, index));
    }
    Matcher parts = LINE.matcher(found.value());
    if (!parts.matches() || parts.group(1).equals(DeviceFile.SIMULATED)) {
      section.refuse(
          found,
          both(
              "应为 芯片:线号,如 \"gpiochip0:17\",或 \"simulated\"",
              "expected CHIP:LINE such as \"gpiochip0:17\", or \"simulated\""));
      return Optional.empty();
    }
    Line line = new Line(parts.group(1), Integer.parseInt(parts.group(2)));
    lines.add(new Found<>(line.chip() + ":" + line.offset(), found.place()));
    return Optional.of(line);
  }

  private Optional<Found<Verb>> verb(Section section, String key) {
    return section.words(key).flatMap(words -> verb(section, words));
  }

  private static Optional<Found<Verb>> verb(Section section, Found<String> words) {
    Optional<Verb.Key> typed = typed(words.value());
    if (typed.isPresent()) {
      String verb = typed.get().word();
      section.refuse(
          words,
          both(
              verb + " 在柜台输入或扫描,按键只能表示不带内容的动作",
              verb + " is typed or scanned at a desk with its words, a button says a bare verb"));
      return Optional.empty();
    }
    try {
      return Optional.of(new Found<>(Verb.parse(words.value()), words.place()));
    } catch (IllegalArgumentException e) {
      section.refuse(words, hint(words.value()) + both("应为按键动作", e.getMessage()));
      return Optional.empty();
    }
  }

  /** The verb, if it is one that a mere button cannot mean: words are to be said with it. */
  private static Optional<Verb.Key> typed(String words) {
    String[] parts = words.strip().split("\\s+", -1);
    return Stream.of(Verb.Key.values())
        .filter(key -> key.word().equals(parts[0]))
        .filter(key -> !key.bare() || (!key.object().isEmpty() && parts.length > 2))
        .findFirst();
  }

  /** The first word is the one that is misspelt. */
  private static String hint(String words) {
    List<String> known =
        new ArrayList<>(
            List.of("take", "language", "assist", "priority", "for", "suspend", "resume"));
    Stream.of(Verb.Key.values()).filter(Verb.Key::bare).map(Verb.Key::word).forEach(known::add);
    String first = words.strip().replaceFirst("(?s)\\s.*", "");
    return known.contains(first) ? "" : Nearest.hint(first, known);
  }

  private void checkHeld(Found<Verb> press, Found<Verb> held) {
    if (press.value().equals(held.value())) {
      problems.error(
          held.place(),
          both("长按与短按相同", "held means the same as press"),
          both("请改为别的动作,或删去 held", "give it another meaning, or leave held out"));
    }
  }
}
