package jiaohao.voice;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jiaohao.hall.Text;

/** How what changes in a sentence is written, and read, in one language. */
final class Places {
  private static final DateTimeFormatter HOUR_MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final String language;
  private final Numerals numerals;

  Places(String language, Numerals numerals) {
    this.language = language;
    this.numerals = numerals;
  }

  /** A ticket's number, read character by character. */
  Place number(String number) {
    return new Place(number, numerals.singly(number));
  }

  /** A counter, 1–99. */
  Place counter(int counter) {
    return new Place(Integer.toString(counter), numerals.count(counter));
  }

  /** A name that has a clip of its own. */
  Place name(Text name) {
    String words = name.in(language);
    return new Place(words, List.of(words));
  }

  /** A stretch of the day: both ends are written, and only the second is read. */
  Place until(LocalTime from, LocalTime to) {
    return chinese()
        ? new Place(HOUR_MINUTE.format(from) + "–" + HOUR_MINUTE.format(to), chineseUntil(to))
        : new Place(englishSpan(from, to), englishUntil(to));
  }

  private boolean chinese() {
    return language.equals("zh");
  }

  private List<String> chineseUntil(LocalTime to) {
    List<String> clips = new ArrayList<>(List.of("到"));
    clips.addAll(chineseHour(to.getHour()));
    clips.add("点");
    if (to.getMinute() > 0) {
      clips.addAll(minute(to.getMinute(), numerals.singly("0")));
      clips.add("分");
    }
    return clips;
  }

  private List<String> chineseHour(int hour) {
    return switch (hour) {
      case 0 -> numerals.singly("0");
      case 2 -> List.of("两");
      default -> numerals.count(hour);
    };
  }

  /** 零五, thirty, oh five. */
  private List<String> minute(int minute, List<String> zero) {
    List<String> clips = new ArrayList<>(minute < 10 ? zero : List.of());
    clips.addAll(numerals.count(minute));
    return clips;
  }

  /** "12–1 pm", "11:30 am–1 pm". */
  private static String englishSpan(LocalTime from, LocalTime to) {
    String half = half(from).equals(half(to)) ? "" : " " + half(from);
    return english(from) + half + "–" + english(to) + " " + half(to);
  }

  private static String english(LocalTime time) {
    String minute = time.getMinute() > 0 ? ":" + HOUR_MINUTE.format(time).substring(3) : "";
    return englishHour(time) + minute;
  }

  private List<String> englishUntil(LocalTime to) {
    List<String> clips = new ArrayList<>(List.of("until"));
    clips.addAll(numerals.count(englishHour(to)));
    if (to.getMinute() > 0) {
      clips.addAll(minute(to.getMinute(), List.of("oh")));
    }
    clips.add(half(to));
    return clips;
  }

  private static int englishHour(LocalTime time) {
    return (time.getHour() + 11) % 12 + 1;
  }

  private static String half(LocalTime time) {
    return time.getHour() < 12 ? "am" : "pm";
  }

  /** Every clip that a number or a time may need. */
  Set<String> words() {
    Set<String> words = new TreeSet<>(numerals.words());
    words.addAll(chinese() ? List.of("到", "两", "点", "分") : List.of("until", "oh", "am", "pm"));
    return words;
  }
}
