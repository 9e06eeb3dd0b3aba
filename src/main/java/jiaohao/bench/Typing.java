package jiaohao.bench;

import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.web.Refused;

/**
 * What is typed or scanned at a desk: words that a mere key cannot mean, since they are about a
 * number, a stage, a token or a person; and what is decided for the whole hall.
 */
final class Typing {
  private Typing() {}

  /**
   * Reads what was typed.
   *
   * @throws Refused 404 when it is nothing that can be typed at a desk of this hall
   */
  static Verb read(String words, Plan plan) throws Refused {
    try {
      Verb verb = Verb.parse(words);
      if (typed(verb, plan)) {
        return verb;
      }
      throw none(words, "");
    } catch (IllegalArgumentException unreadable) {
      throw none(words, "; " + unreadable.getMessage());
    }
  }

  private static boolean typed(Verb verb, Plan plan) {
    return switch (verb) {
      case Verb.AtCounter key ->
          !key.key().object().isEmpty() && plan.counter(key.counter()).isPresent();
      case Verb.Priority group -> true;
      case Verb.ForStaff staff -> true;
      case Verb.Suspend suspend -> true;
      case Verb.Take take -> false;
      case Verb.Language language -> false;
      case Verb.Assist assist -> false;
    };
  }

  private static Refused none(String words, String expected) {
    return new Refused(404, "没有这个模拟按键 / no such simulated button: " + words + expected);
  }
}
