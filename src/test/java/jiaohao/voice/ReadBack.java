package jiaohao.voice;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes down what is heard, from the clips alone; digits as digits, however they are read. A text
 * in the same spelling is what {@link #spelled} makes of what was to be said.
 */
final class ReadBack {
  private static final Map<String, String> DIGITS =
      Map.ofEntries(
          Map.entry("零", "0"),
          Map.entry("一", "1"),
          Map.entry("幺", "1"),
          Map.entry("二", "2"),
          Map.entry("两", "2"),
          Map.entry("三", "3"),
          Map.entry("四", "4"),
          Map.entry("五", "5"),
          Map.entry("六", "6"),
          Map.entry("七", "7"),
          Map.entry("八", "8"),
          Map.entry("九", "9"),
          Map.entry("zero", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"));

  private static final List<String> TEENS =
      List.of(
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private ReadBack() {}

  /** What was heard, without spaces and stops, in small letters. */
  static String heard(List<String> tokens) {
    StringBuilder heard = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
      String before = i > 0 ? tokens.get(i - 1) : "";
      heard.append(written(before, tokens.get(i), next));
    }
    return spelled(heard.toString());
  }

  private static String written(String before, String token, String next) {
    if (token.equals("十")) {
      boolean tensSaid = DIGITS.containsKey(before);
      boolean onesFollow = DIGITS.containsKey(next);
      return tensSaid ? (onesFollow ? "" : "0") : (onesFollow ? "1" : "10");
    }
    if (TEENS.contains(token)) {
      return Integer.toString(10 + TEENS.indexOf(token));
    }
    if (TENS.contains(token)) {
      int tens = 2 + TENS.indexOf(token);
      return DIGITS.containsKey(next) ? "" + tens : tens + "0";
    }
    return DIGITS.getOrDefault(token, token);
  }

  static String spelled(String text) {
    return text.replaceAll("[\\s,.;,。-]", "").toLowerCase(Locale.ROOT);
  }
}
