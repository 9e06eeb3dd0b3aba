package jiaohao.journal;

import jiaohao.hall.CallRule;

/** What chose a ticket, in the words of the format: the constants may be renamed, these not. */
final class CallRuleJson {
  private CallRuleJson() {}

  static String word(CallRule rule) {
    return switch (rule) {
      case PREFERENCE -> "preference";
      case LONGEST -> "longest";
      case SHARE -> "share";
      case STAND_IN -> "stand-in";
      case HELD -> "held";
      case MISSED -> "missed";
      case CHOSEN -> "chosen";
    };
  }

  static CallRule rule(String word) {
    return switch (word) {
      case "preference" -> CallRule.PREFERENCE;
      case "longest" -> CallRule.LONGEST;
      case "share" -> CallRule.SHARE;
      case "stand-in" -> CallRule.STAND_IN;
      case "held" -> CallRule.HELD;
      case "missed" -> CallRule.MISSED;
      case "chosen" -> CallRule.CHOSEN;
      default -> throw new IllegalArgumentException("\"rule\" is \"" + word + "\"");
    };
  }
}
