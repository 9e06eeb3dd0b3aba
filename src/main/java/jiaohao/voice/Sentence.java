package jiaohao.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One sentence of the firmware in one language, with places for what changes. Its pattern is the
 * written sentence, in Chinese with a bar between clips. Places: {number} is read character by
 * character, {counter} and {other} as numbers, {customer} is the hall's own word.
 */
final class Sentence {
  private static final String ENDS_OF_CLIPS = "[|\\s,.;!?]+";

  private final String language;
  private final String pattern;
  private final Numerals numerals;

  Sentence(String language, String pattern, Numerals numerals) {
    this.language = language;
    this.pattern = pattern;
    this.numerals = numerals;
  }

  /** What stands in the places; those a sentence does not have may be anything. */
  record Filling(String number, int counter, int other, String customer) {
    static Filling number(String number) {
      return new Filling(number, 0, 0, "");
    }
  }

  Utterance say(Filling filling) {
    return new Utterance(language, text(filling), tokens(filling));
  }

  private String text(Filling filling) {
    return pattern
        .replace("|", "")
        .replace("{number}", filling.number())
        .replace("{counter}", Integer.toString(filling.counter()))
        .replace("{other}", Integer.toString(filling.other()))
        .replace("{customer}", filling.customer());
  }

  private List<String> tokens(Filling filling) {
    List<String> tokens = new ArrayList<>();
    for (String clip : pattern.split(ENDS_OF_CLIPS, -1)) {
      switch (clip) {
        case "" -> {}
        case "{number}" -> tokens.addAll(numerals.singly(filling.number()));
        case "{counter}" -> tokens.addAll(numerals.count(filling.counter()));
        case "{other}" -> tokens.addAll(numerals.count(filling.other()));
        case "{customer}" -> tokens.add(filling.customer());
        default -> tokens.add(clip.toLowerCase(Locale.ROOT));
      }
    }
    return tokens;
  }

  /** The clips it always needs, whatever stands in its places. */
  Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (String clip : pattern.split(ENDS_OF_CLIPS, -1)) {
      if (!clip.isEmpty() && !clip.startsWith("{")) {
        words.add(clip.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
