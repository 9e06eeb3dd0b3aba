package jiaohao.printer;

import java.util.List;

/** What a slip says around the facts, in the trade's usual wording. */
enum SlipWords {
  ZH("【补打】", "请备好:", "、", "过号请到服务台,", "无需重新取号"),
  EN("REPRINT 补打", "Have ready: ", ", ", "Missed your number? ", "See the desk");

  private final String reprint;
  private final String haveReady;
  private final String and;
  private final String missed;
  private final String thenWhat;

  SlipWords(String reprint, String haveReady, String and, String missed, String thenWhat) {
    this.reprint = reprint;
    this.haveReady = haveReady;
    this.and = and;
    this.missed = missed;
    this.thenWhat = thenWhat;
  }

  /** Chinese for "zh" and English for any other language, as everywhere in the firmware. */
  static SlipWords in(String language) {
    return language.equals("zh") ? ZH : EN;
  }

  /** Says that this number may be on paper already; 补打 in both languages, for the staff. */
  String reprint() {
    return reprint;
  }

  String ahead(int customers) {
    return this == ZH ? "前面" + customers + "位" : customers + " ahead";
  }

  /** In two clauses. */
  List<String> haveReady(List<String> papers) {
    return List.of(haveReady, String.join(and, papers));
  }

  /** In two clauses. */
  List<String> missed() {
    return List.of(missed, thenWhat);
  }
}
