package jiaohao.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a token is put together of smaller ones, where it has no clip of its own. */
final class Spelling {
  /** What Mandarin calls the letters, by the names that banks of recorded syllables use. */
  private static final Map<String, List<String>> SYLLABLES =
      Map.ofEntries(
          Map.entry("A", List.of("_ei1")),
          Map.entry("B", List.of("_bi4")),
          Map.entry("C", List.of("_xi1")),
          Map.entry("D", List.of("_di4")),
          Map.entry("E", List.of("_yi4")),
          Map.entry("F", List.of("_ai4", "_fu2")),
          Map.entry("G", List.of("_ji4")),
          Map.entry("H", List.of("_ei1", "_chi2")),
          Map.entry("I", List.of("_ai4")),
          Map.entry("J", List.of("_zhei4")),
          Map.entry("K", List.of("_kei1")),
          Map.entry("L", List.of("_ai2", "_le5")),
          Map.entry("M", List.of("_ai2", "_mu3")),
          Map.entry("N", List.of("_en1")),
          Map.entry("O", List.of("_ou1")),
          Map.entry("P", List.of("_pi4")),
          Map.entry("Q", List.of("_kou1")),
          Map.entry("R", List.of("_a1", "_er2")),
          Map.entry("S", List.of("_ai2", "_si1")),
          Map.entry("T", List.of("_ti4")),
          Map.entry("U", List.of("_you1")),
          Map.entry("V", List.of("_wei1")),
          Map.entry("X", List.of("_ai4", "_ke4", "_si1")),
          Map.entry("Y", List.of("_wai4")),
          Map.entry("Z", List.of("_zei4")),
          Map.entry("幺", List.of("_yao1")));

  private static final Map<Character, String> ENGLISH_DIGITS =
      Map.of(
          '0', "zero", '1', "one", '2', "two", '3', "three", '4', "four", '5', "five", '6', "six",
          '7', "seven", '8', "eight", '9', "nine");

  private static final String CHINESE_DIGITS = "零一二三四五六七八九";

  private Spelling() {}

  /** The syllables of a Mandarin letter or of 幺; empty for any other token. */
  static List<String> syllables(String token, String language) {
    return language.equals("zh") ? SYLLABLES.getOrDefault(token, List.of()) : List.of();
  }

  /** The characters of a Mandarin token, the words of an English one, its digits as read. */
  static List<String> parts(String token, String language) {
    List<String> parts = new ArrayList<>();
    if (language.equals("zh")) {
      token
          .codePoints()
          .filter(Character::isLetterOrDigit)
          .forEach(character -> parts.add(chinese(character)));
    } else {
      for (String word : token.split("[^\\p{L}\\p{N}]+", -1)) {
        english(word, parts);
      }
    }
    return parts.equals(List.of(token)) ? List.of() : parts;
  }

  private static String chinese(int character) {
    return character >= '0' && character <= '9'
        ? CHINESE_DIGITS.substring(character - '0', character - '0' + 1)
        : Character.toString(Character.toUpperCase(character));
  }

  private static void english(String word, List<String> parts) {
    if (word.chars().allMatch(character -> character >= '0' && character <= '9')) {
      word.chars().forEach(digit -> parts.add(ENGLISH_DIGITS.get((char) digit)));
    } else {
      parts.add(word.length() == 1 ? word : word.toLowerCase(Locale.ROOT));
    }
  }
}
