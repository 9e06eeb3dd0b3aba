package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlValue;

/**
 * One table of a file, read strictly: each key that is asked for is known, {@link #end} reports the
 * rest. Nothing here throws; what is wrong goes to the problems and comes back empty.
 */
final class Section {
  private final TomlTable table;
  private final String path;
  private final Place place;
  private final Problems problems;
  private final Map<String, Place> places;
  private final Set<String> known = new LinkedHashSet<>();

  private Section(
      TomlTable table, String path, Place place, Problems problems, Map<String, Place> places) {
    this.table = table;
    this.path = path;
    this.place = place;
    this.problems = problems;
    this.places = places;
  }

  /** The file as a whole. */
  static Section root(TomlTable table, Problems problems, Map<String, Place> places) {
    return new Section(table, "", Place.START, problems, places);
  }

  /** Where the table begins. */
  Place place() {
    return place;
  }

  boolean has(String key) {
    return table.keySet().contains(key);
  }

  /** Every key of a table whose keys are data, in the order of the file. */
  List<Found<String>> keys() {
    return table.keySet().stream().map(key -> new Found<>(key, keyPlace(key))).toList();
  }

  /** The value of {@code key}, whatever it is. */
  Optional<Found<Object>> find(String key) {
    known.add(key);
    if (!has(key)) {
      return Optional.empty();
    }
    TomlValue value = table.entry(List.of(key)).value();
    Place where = placeOf(value.position(), keyPlace(key));
    places.put(path + key, where);
    return Optional.of(new Found<>(value.get(), where));
  }

  private Place keyPlace(String key) {
    return placeOf(table.entry(List.of(key)).position(), place);
  }

  private static Place placeOf(TomlPosition position, Place otherwise) {
    return position == null ? otherwise : new Place(position.line(), position.column());
  }

  /** Reports each of {@code keys} that is left out. */
  void require(String... keys) {
    for (String key : keys) {
      if (!has(key)) {
        problems.missing(
            place,
            both("缺少 " + Quoted.of(key), "missing key " + Quoted.of(key)) + in(),
            both("请补上", "add") + ": " + key + " = …");
      }
    }
  }

  private String in() {
    String name = path.replaceAll("\\[\\d+\\]|\\.$", "");
    return name.isEmpty() ? "" : " [" + name + "]";
  }

  Optional<Found<String>> words(String key) {
    return find(key).flatMap(found -> words(found));
  }

  Optional<Found<String>> words(Found<Object> found) {
    return typed(found, String.class, both("加引号的文字", "words in quotes"));
  }

  /** The value as {@code type}, or a problem that names both. */
  <T> Optional<Found<T>> typed(Found<?> found, Class<T> type, String expected) {
    if (type.isInstance(found.value())) {
      return Optional.of(new Found<>(type.cast(found.value()), found.place()));
    }
    String actual = Kinds.of(found.value());
    problems.error(
        found.place(),
        both("类型不对", "wrong type") + ": " + actual,
        both("应为", "expected") + ": " + expected);
    return Optional.empty();
  }

  /** A whole number within {@code least} and {@code most}, both included. */
  Optional<Found<Integer>> whole(String key, int least, int most) {
    return find(key).flatMap(found -> whole(found, least, most));
  }

  Optional<Found<Integer>> whole(Found<Object> found, int least, int most) {
    String expected = both("整数", "a whole number") + " " + least + "–" + most;
    Optional<Found<Long>> number = typed(found, Long.class, expected);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    long value = number.get().value();
    if (value < least || value > most) {
      problems.error(
          found.place(),
          both("数值超出范围", "out of range") + ": " + value,
          both("应为", "expected") + ": " + expected);
      return Optional.empty();
    }
    return Optional.of(new Found<>((int) value, found.place()));
  }

  /** true or false; false when the key is left out, or holds something else. */
  boolean flag(String key) {
    return marked(key).isPresent();
  }

  /** Where the key is said to be true; empty when it is false or left out. */
  Optional<Place> marked(String key) {
    return truth(key).filter(Found::value).map(Found::place);
  }

  Optional<Found<Boolean>> truth(String key) {
    return find(key)
        .flatMap(found -> typed(found, Boolean.class, both("true 或 false", "true or false")));
  }

  /** One of a few words, each of which stands for a value. */
  <E> Optional<Found<E>> oneOf(String key, Map<String, E> choices) {
    Optional<Found<String>> word = words(key);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    E choice = choices.get(word.get().value());
    if (choice == null) {
      refuse(word.get(), choices.keySet());
      return Optional.empty();
    }
    return Optional.of(new Found<>(choice, word.get().place()));
  }

  /** Reports a word that is none of {@code choices}. */
  void refuse(Found<String> word, Set<String> choices) {
    String listed = String.join(", ", choices.stream().map(Quoted::of).sorted().toList());
    refuse(
        word,
        Nearest.hint(word.value(), choices) + both("应为下列之一", "expected one of") + ": " + listed);
  }

  /** Reports a word of the wrong shape; a full-width character in it is named. */
  void refuse(Found<String> word, String expected) {
    int lookalike = Lookalikes.firstIn(word.value());
    String named = lookalike < 0 ? "" : ", " + Lookalikes.name(lookalike);
    problems.error(
        word.place(),
        both("无效的值 " + Quoted.of(word.value()), "invalid value " + Quoted.of(word.value())) + named,
        expected);
  }

  /** The elements of a list; empty after a problem, or when the key is left out. */
  List<Found<Object>> elements(String key) {
    Optional<Found<TomlArray>> array =
        find(key).flatMap(found -> typed(found, TomlArray.class, both("方括号列表", "a list in [ ]")));
    return array.map(list -> elements(key, list)).orElse(List.of());
  }

  /** The elements of a list that is itself a value, or an element, of {@code key}. */
  List<Found<Object>> elements(String key, Found<TomlArray> array) {
    List<Found<Object>> elements = new ArrayList<>();
    for (int index = 0; index < array.value().size(); index++) {
      TomlValue value = array.value().entry(index).value();
      Place where = placeOf(value.position(), array.place());
      places.put(path + key + "[" + index + "]", where);
      elements.add(new Found<>(value.get(), where));
    }
    return elements;
  }

  /** Like {@link #elements}; a list that is there must not be empty. */
  List<Found<Object>> someElements(String key) {
    List<Found<Object>> elements = elements(key);
    if (elements.isEmpty() && has(key) && table.get(List.of(key)) instanceof TomlArray) {
      problems.error(
          places.getOrDefault(path + key, place),
          both("列表是空的", "the list is empty"),
          both("至少写一项,或删去此键", "name at least one, or leave the key out"));
    }
    return elements;
  }

  /** The table {@code [key]}, or an inline one. */
  Optional<Section> section(String key) {
    return section(key, "[" + key + "]");
  }

  /** An inline table. */
  Optional<Section> section(String key, String expected) {
    return find(key)
        .flatMap(found -> typed(found, TomlTable.class, expected))
        .map(found -> inside(found, path + key));
  }

  /** The tables {@code [[key]]}. */
  List<Section> sections(String key) {
    Optional<Found<Object>> found = find(key);
    if (found.isPresent() && !(found.get().value() instanceof TomlArray)) {
      typed(found.get(), TomlArray.class, "[[" + key + "]]");
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    List<Found<Object>> elements = elements(key);
    for (int index = 0; index < elements.size(); index++) {
      String name = path + key + "[" + index + "]";
      typed(elements.get(index), TomlTable.class, "[[" + key + "]]")
          .ifPresent(table -> sections.add(inside(table, name)));
    }
    return sections;
  }

  /** {@code [key]} for the only one of its kind, or {@code [[key]]} for each of several. */
  List<Section> oneOrMore(String key) {
    boolean single = has(key) && table.get(List.of(key)) instanceof TomlTable;
    return single ? section(key).stream().toList() : sections(key);
  }

  Section inside(Found<TomlTable> inner, String innerPath) {
    return new Section(inner.value(), innerPath + ".", inner.place(), problems, places);
  }

  /** The path of one of this table's values, as {@link Reading#placeOf} takes it. */
  String pathOf(String key) {
    return path + key;
  }

  /** Reports every key that nobody asked for. */
  void end() {
    end(Set.of(), "");
  }

  /** Reports every key that nobody asked for; those of {@code elsewhere} get that remark. */
  void end(Set<String> elsewhere, String remark) {
    for (String key : table.keySet()) {
      if (!known.contains(key)) {
        String listed = String.join(", ", known);
        problems.error(
            keyPlace(key),
            both("未知的键 " + Quoted.of(key), "unknown key " + Quoted.of(key)) + in(),
            elsewhere.contains(key)
                ? remark
                : Nearest.hint(key, known) + both("应为下列之一", "expected one of") + ": " + listed);
      }
    }
  }
}
