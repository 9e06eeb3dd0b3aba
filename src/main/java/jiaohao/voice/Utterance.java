package jiaohao.voice;

import java.util.List;

/**
 * A sentence to be said.
 *
 * @param language "zh" or "en"
 * @param text as written: "请A012号到3号窗口"
 * @param tokens as read, clip by clip: 请, A, 零, 一, 二, 号, 到, 三, 号, 窗口
 */
public record Utterance(String language, String text, List<String> tokens) {
  public Utterance {
    tokens = List.copyOf(tokens);
  }
}
