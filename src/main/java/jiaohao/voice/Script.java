package jiaohao.voice;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jiaohao.hall.Plan;

/**
 * What there will be to say, so that its clips can be at hand before it is said.
 *
 * @param tokens by language, in the order languages are said
 * @param zone whose hours the volume goes by
 * @param made where clips may be made and kept for a box that was given no bank
 */
public record Script(Map<String, Set<String>> tokens, ZoneId zone, Optional<Path> made) {
  private static final String FOLDER = "voice";

  /** Everything this hall may have to say; letters only those its numbers begin with. */
  public static Script of(Plan plan, Path stateDir) {
    Map<String, Set<String>> tokens = new LinkedHashMap<>();
    for (String language : plan.languages()) {
      Set<String> needed = new TreeSet<>(new Wording(plan).vocabulary(language));
      needed.removeIf(token -> isLetter(token) && !isPrefix(token, plan));
      tokens.put(language, needed);
    }
    return new Script(tokens, plan.timezone(), Optional.of(stateDir.resolve(FOLDER)));
  }

  /** Only these utterances, for trying how they sound. */
  public static Script trying(List<Utterance> utterances) {
    Map<String, Set<String>> tokens = new LinkedHashMap<>();
    for (Utterance utterance : utterances) {
      tokens
          .computeIfAbsent(utterance.language(), language -> new TreeSet<>())
          .addAll(utterance.tokens());
    }
    return new Script(tokens, ZoneId.systemDefault(), Optional.empty());
  }

  private static boolean isLetter(String token) {
    return token.length() == 1 && token.charAt(0) >= 'A' && token.charAt(0) <= 'Z';
  }

  private static boolean isPrefix(String token, Plan plan) {
    return plan.services().stream().anyMatch(service -> service.prefix() == token.charAt(0));
  }
}
