package jiaohao.hall;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Words in the languages of the hall.
 *
 * @param byLanguage language code ("zh", "en") to words, in the order the hall file gives; not
 *     empty
 */
public record Text(Map<String, String> byLanguage) {
  public Text {
    byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    if (byLanguage.isEmpty()) {
      throw new IllegalArgumentException("a text needs words in one language at least");
    }
  }

  /** The two languages every sentence of the firmware itself exists in. */
  public static Text of(String zh, String en) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("zh", zh);
    words.put("en", en);
    return new Text(words);
  }

  /** Words that are the same in every language, such as a paper's name given once. */
  public static Text same(String words) {
    return new Text(Map.of("", words));
  }

  /** The words in {@code language}; failing that those for every language, Chinese, or any. */
  public String in(String language) {
    String words = byLanguage.get(language);
    if (words == null) {
      words = byLanguage.get("");
    }
    if (words == null) {
      words = byLanguage.get("zh");
    }
    return words != null ? words : byLanguage.values().iterator().next();
  }
}
