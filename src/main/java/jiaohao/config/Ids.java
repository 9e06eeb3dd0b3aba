package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads ids, of halls, services, stages, people and devices alike: [a-z0-9-]{1,32}. */
final class Ids {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]+");
  private static final int LONGEST = 32;

  private final Problems problems;

  Ids(Problems problems) {
    this.problems = problems;
  }

  /** The id, even of a wrong shape, since others may refer to it as it stands. */
  Optional<Found<String>> read(Section section, String key) {
    Optional<Found<String>> id = section.words(key);
    id.ifPresent(found -> checkShape(section, found));
    return id;
  }

  /** A list of ids, none twice. */
  List<Found<String>> readSome(Section section, String key) {
    List<Found<String>> ids = readAll(section, section.someElements(key));
    unique(ids, key);
    return ids;
  }

  List<Found<String>> readAll(Section section, List<Found<Object>> elements) {
    List<Found<String>> ids =
        elements.stream().flatMap(element -> section.words(element).stream()).toList();
    ids.forEach(found -> checkShape(section, found));
    return ids;
  }

  private void checkShape(Section section, Found<String> id) {
    int length = id.value().codePointCount(0, id.value().length());
    if (length > LONGEST) {
      problems.error(
          id.place(),
          both("编号太长: " + length + " 个字符", "the id is too long: " + length + " characters"),
          both("最多 32 个字符", "expected 32 at most"));
    } else if (!SHAPE.matcher(id.value()).matches()) {
      String lower = id.value().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
      String hint = SHAPE.matcher(lower).matches() ? Nearest.hint(id.value(), List.of(lower)) : "";
      section.refuse(
          id, hint + both("只用小写字母、数字和连字符, 1–32 个", "expected 1-32 of a-z, 0-9 and hyphen"));
    }
  }

  /** Reports every value that was there before. */
  void unique(List<? extends Found<?>> values, String what) {
    Map<Object, Place> first = new HashMap<>();
    for (Found<?> found : values) {
      Place before = first.putIfAbsent(found.value(), found.place());
      if (before != null) {
        String value = Quoted.of(String.valueOf(found.value()));
        problems.error(
            found.place(),
            both("重复的 " + what + " " + value, "duplicate " + what + " " + value),
            both(
                "每个只能用一次,第一处在第 " + before.line() + " 行",
                "each may be used once, the first is on line " + before.line()));
      }
    }
  }
}
