package jiaohao.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One sentence of the firmware in one language, with places for what changes, such as {number}. Its
 * pattern is the written sentence, in Chinese with a bar between clips.
 */
final class Sentence {
  private static final String ENDS_OF_CLIPS = "[|\\s,.;!?]+";

  private final String language;
  private final String pattern;

  Sentence(String language, String pattern) {
    this.language = language;
    this.pattern = pattern;
  }

  /**
   * The sentence as it is said.
   *
   * @param places by name; one for each that the sentence has
   */
  Utterance say(Map<String, Place> places) {
    return new Utterance(language, text(places), tokens(places));
  }

  private String text(Map<String, Place> places) {
    String text = pattern.replace("|", "");
    for (Map.Entry<String, Place> place : places.entrySet()) {
      text = text.replace("{" + place.getKey() + "}", place.getValue().text());
    }
    return text;
  }

  private List<String> tokens(Map<String, Place> places) {
    List<String> tokens = new ArrayList<>();
    for (String clip : clips()) {
      if (clip.startsWith("{")) {
        tokens.addAll(places.get(clip.substring(1, clip.length() - 1)).tokens());
      } else {
        tokens.add(clip.toLowerCase(Locale.ROOT));
      }
    }
    return tokens;
  }

  /** The clips it always needs, whatever stands in its places. */
  Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (String clip : clips()) {
      if (!clip.startsWith("{")) {
        words.add(clip.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  boolean has(String place) {
    return pattern.contains("{" + place + "}");
  }

  private List<String> clips() {
    List<String> clips = new ArrayList<>(List.of(pattern.split(ENDS_OF_CLIPS, -1)));
    clips.removeIf(String::isEmpty);
    return clips;
  }
}
