package jiaohao.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One sentence of the firmware in one language, with places for what changes, such as {number}. Its
 * pattern is the written sentence, in Chinese with a bar between clips.
 */
final class Sentence {
  /** A clip, or a comma or such, which is none. */
  private static final Pattern CLIP_OR_STOP = Pattern.compile("[^|\\s,.;!?]+|[,.;!?]");

  private static final String STOPS = ",.;!?";

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
    List<String> tokens = new ArrayList<>();
    Set<Integer> clauses = new TreeSet<>();
    for (String clip : clipsAndStops()) {
      if (STOPS.contains(clip)) {
        clauses.add(tokens.size());
      } else if (clip.startsWith("{")) {
        tokens.addAll(places.get(clip.substring(1, clip.length() - 1)).tokens());
      } else {
        tokens.add(clip.toLowerCase(Locale.ROOT));
      }
    }
    return new Utterance(language, text(places), tokens, clauses);
  }

  private String text(Map<String, Place> places) {
    String text = pattern.replace("|", "");
    for (Map.Entry<String, Place> place : places.entrySet()) {
      text = text.replace("{" + place.getKey() + "}", place.getValue().text());
    }
    return text;
  }

  /** The clips it always needs, whatever stands in its places. */
  Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (String clip : clipsAndStops()) {
      if (!clip.startsWith("{") && !STOPS.contains(clip)) {
        words.add(clip.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  boolean has(String place) {
    return pattern.contains("{" + place + "}");
  }

  private List<String> clipsAndStops() {
    return CLIP_OR_STOP.matcher(pattern).results().map(MatchResult::group).toList();
  }
}
