package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.Text;
import org.tomlj.TomlTable;

/**
 * Reads names: a plain string is the same in every language, a table has one each and must have all
 * of the hall's.
 */
final class Names {
  /** Languages that every announcement exists in; others have no words. */
  static final List<String> SPOKEN = List.of("zh", "en");

  private final List<String> languages;
  private final Problems problems;

  Names(List<String> languages, Problems problems) {
    this.languages = languages;
    this.problems = problems;
  }

  Optional<Text> read(Section section, String key) {
    return section.find(key).flatMap(found -> read(section, key, found));
  }

  List<Text> readAll(Section section, String key) {
    List<Found<Object>> elements = section.elements(key);
    List<Text> names = new ArrayList<>();
    for (int index = 0; index < elements.size(); index++) {
      read(section, key + "[" + index + "]", elements.get(index)).ifPresent(names::add);
    }
    return names;
  }

  private Optional<Text> read(Section section, String key, Found<Object> found) {
    if (found.value() instanceof TomlTable table) {
      return perLanguage(section.inside(new Found<>(table, found.place()), section.pathOf(key)));
    }
    String expected = both("文字,或 { zh = …, en = … }", "words, or { zh = …, en = … }");
    return section
        .typed(found, String.class, expected)
        .filter(this::printable)
        .map(words -> Text.same(words.value()));
  }

  private Optional<Text> perLanguage(Section table) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String language : SPOKEN) {
      table
          .words(language)
          .filter(this::printable)
          .ifPresent(found -> words.put(language, found.value()));
    }
    table.end();
    reportMissing(table);
    return words.isEmpty() ? Optional.empty() : Optional.of(new Text(words));
  }

  private void reportMissing(Section table) {
    for (String language : languages) {
      if (!table.has(language)) {
        problems.missing(
            table.place(),
            both("缺少此语言的名称 " + language, "no name in the hall's language " + language),
            both("请补上", "add") + ": " + language + " = \"…\"");
      }
    }
  }

  private boolean printable(Found<String> words) {
    boolean fine =
        !words.value().isBlank() && words.value().chars().noneMatch(Character::isISOControl);
    if (!fine) {
      problems.error(
          words.place(),
          both("名称是空的或含有换行等控制字符", "the name is empty or holds a line break or control character"),
          both("请写成一行文字", "write one line of words"));
    }
    return fine;
  }
}
