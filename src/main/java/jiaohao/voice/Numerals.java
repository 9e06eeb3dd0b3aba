package jiaohao.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jiaohao.hall.Plan;

/** How numbers are read aloud, clip by clip. */
final class Numerals {
  private static final List<String> ZH = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九");
  private static final String ZH_TEN = "十";
  private static final String ZH_TELEPHONE_ONE = "幺";
  private static final String ZH_PAIR = "两";

  private static final List<String> EN =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
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
  private static final List<String> EN_TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private final boolean chinese;
  private final Plan.One one;
  private final Plan.Two two;

  private Numerals(boolean chinese, Plan.One one, Plan.Two two) {
    this.chinese = chinese;
    this.one = one;
    this.two = two;
  }

  static Numerals chinese(Plan.One one, Plan.Two two) {
    return new Numerals(true, one, two);
  }

  static Numerals english() {
    return new Numerals(false, Plan.One.YI, Plan.Two.ER);
  }

  /** A ticket's number: letters as such, digits one by one, and a zero is never the letter O. */
  List<String> singly(String number) {
    return number.chars().mapToObj(character -> character((char) character)).toList();
  }

  private String character(char character) {
    if (character < '0' || character > '9') {
      return Character.toString(character);
    }
    if (chinese && character == '1' && one == Plan.One.YAO) {
      return ZH_TELEPHONE_ONE;
    }
    if (chinese && character == '2' && two == Plan.Two.LIANG) {
      return ZH_PAIR;
    }
    return (chinese ? ZH : EN).get(character - '0');
  }

  /** A counter's number, 1–99, as one counts: 三, 十, 十二, 二十一; twelve, twenty one. */
  List<String> count(int number) {
    return chinese ? countChinese(number) : countEnglish(number);
  }

  private static List<String> countChinese(int number) {
    List<String> clips = new ArrayList<>();
    if (number >= 20) {
      clips.add(ZH.get(number / 10));
    }
    if (number >= 10) {
      clips.add(ZH_TEN);
    }
    if (number % 10 != 0) {
      clips.add(ZH.get(number % 10));
    }
    return clips;
  }

  private static List<String> countEnglish(int number) {
    if (number < EN.size()) {
      return List.of(EN.get(number));
    }
    String tens = EN_TENS.get(number / 10);
    return number % 10 == 0 ? List.of(tens) : List.of(tens, EN.get(number % 10));
  }

  /** Every clip that a number may need: letters, digits, tens. */
  Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      words.add(Character.toString(letter));
    }
    words.addAll(singly("0123456789"));
    for (int number = 1; number <= 99; number++) {
      words.addAll(count(number));
    }
    return words;
  }
}
