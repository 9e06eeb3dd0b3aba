package jiaohao.voice;

import java.util.List;

/**
 * What stands in a place of a sentence.
 *
 * @param text as written: "12:00–13:00"
 * @param tokens as read, clip by clip: 到, 十, 三, 点
 */
record Place(String text, List<String> tokens) {
  Place {
    tokens = List.copyOf(tokens);
  }
}
