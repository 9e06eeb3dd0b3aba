package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.SlipTemplate.Line;
import jiaohao.hall.Text;

/** Reads what stands on a slip: the table [slip]. */
final class SlipReader {
  private static final int HIGHEST_LOGO = 255;
  private static final Map<String, Boolean> LANGUAGES = Map.of("one", false, "both", true);
  private static final Map<String, Line> LINES =
      Map.of(
          "logo", Line.LOGO,
          "hall", Line.HALL,
          "number", Line.NUMBER,
          "service", Line.SERVICE,
          "ahead", Line.AHEAD,
          "papers", Line.PAPERS,
          "missed", Line.MISSED,
          "qr", Line.QR,
          "time", Line.TIME,
          "footer", Line.FOOTER);

  private final Names names;
  private final List<String> languages;
  private final Problems problems;

  /**
   * @param languages of the hall
   */
  SlipReader(Names names, List<String> languages, Problems problems) {
    this.names = names;
    this.languages = languages;
    this.problems = problems;
  }

  SlipTemplate read(Section root) {
    return root.section("slip").map(this::template).orElse(SlipTemplate.USUAL);
  }

  private SlipTemplate template(Section slip) {
    boolean bilingual = bilingual(slip);
    Optional<List<Found<Line>>> lines = lines(slip);
    Optional<Found<Integer>> logo = slip.whole("logo", 1, HIGHEST_LOGO);
    List<Text> footer = names.readAll(slip, "footer");
    slip.end();
    lines.ifPresent(listed -> {
      requireBoth(slip, listed, Line.LOGO, "logo", "logo = 1");
      requireBoth(slip, listed, Line.FOOTER, "footer", "footer = [\"…\"]");
    });
    return new SlipTemplate(
        lines.map(Found::values).orElse(SlipTemplate.USUAL.lines()),
        bilingual,
        logo.map(number -> OptionalInt.of(number.value())).orElse(OptionalInt.empty()),
        footer);
  }

  private boolean bilingual(Section slip) {
    Optional<Found<Boolean>> wanted = slip.oneOf("languages", LANGUAGES);
    boolean bilingual = wanted.map(Found::value).orElse(false);
    if (bilingual && languages.size() == 1) {
      problems.undeclared(
          wanted.get().place(),
          both("本厅只有一种语言", "the hall has only one language"),
          both(
              "请在 [hall] 的 languages 中再加一种,或写 \"one\"",
              "add another to languages in [hall], or write \"one\""));
    }
    return bilingual;
  }

  /** Empty when the file leaves them out, or names none that is known. */
  private Optional<List<Found<Line>>> lines(Section slip) {
    List<Found<String>> words = new ArrayList<>();
    for (Found<Object> element : slip.someElements("lines")) {
      slip.words(element).ifPresent(words::add);
    }
    new Ids(problems).unique(words, "line");
    List<Found<Line>> lines = new ArrayList<>();
    for (Found<String> word : words) {
      Line line = LINES.get(word.value());
      if (line == null) {
        slip.refuse(word, LINES.keySet());
      } else {
        lines.add(new Found<>(line, word.place()));
      }
    }
    if (!words.isEmpty() && words.stream().noneMatch(word -> word.value().equals("number"))) {
      missing(words.getFirst().place(), "number", "lines = [\"number\", …]");
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  /** A line that is listed needs its words, and words need a line to stand in. */
  private void requireBoth(
      Section slip, List<Found<Line>> listed, Line line, String key, String example) {
    Map<Line, Place> places = new HashMap<>();
    listed.forEach(found -> places.put(found.value(), found.place()));
    if (places.containsKey(line) && !slip.has(key)) {
      missing(places.get(line), key, example);
    } else if (!places.containsKey(line) && slip.has(key)) {
      slip.find(key)
          .ifPresent(found -> missing(found.place(), key, "lines = […, \"" + key + "\"]"));
    }
  }

  private void missing(Place place, String what, String add) {
    problems.error(
        place,
        both("号票上缺少 " + Quoted.of(what), "the slip lacks " + Quoted.of(what)),
        both("请补上", "add") + ": " + add);
  }
}
