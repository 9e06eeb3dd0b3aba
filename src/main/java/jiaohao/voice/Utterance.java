package jiaohao.voice;

import java.util.List;
import java.util.Set;

/**
 * A sentence to be said.
 *
 * @param language "zh" or "en"
 * @param text as written: "请A012号到3号窗口"
 * @param tokens as read, clip by clip: 请, A, 零, 一, 二, 号, 到, 三, 号, 窗口
 * @param clauses places among the tokens, from 1, of those a comma or full stop comes before
 */
public record Utterance(String language, String text, List<String> tokens, Set<Integer> clauses) {
  public Utterance {
    tokens = List.copyOf(tokens);
    clauses = Set.copyOf(clauses);
  }

  /** A sentence said in one breath. */
  public Utterance(String language, String text, List<String> tokens) {
    this(language, text, tokens, Set.of());
  }
}
