package jiaohao.printer;

import java.util.List;
import jiaohao.hall.Expected;

/** What a slip says around the facts, in the trade's usual wording. */
enum SlipWords {
  ZH(
      "【补打】",
      "请备好:",
      "、",
      "过号请到服务台,",
      "无需重新取号",
      "办理后请携带以下材料",
      "还缺(请勾选)",
      "补齐后请持本单",
      "到服务台",
      "关闭检查",
      "签名:"),
  EN(
      "REPRINT 补打",
      "Have ready: ",
      ", ",
      "Missed your number? ",
      "See the desk",
      "Take these with you afterwards",
      "Still missing (tick)",
      "When complete, ",
      "bring this slip back",
      "Closing check",
      "Signed: ");

  private final String reprint;
  private final String haveReady;
  private final String and;
  private final String missed;
  private final String thenWhat;
  private final String takeAlong;
  private final String stillMissing;
  private final String whenComplete;
  private final String bringBack;
  private final String closingCheck;
  private final String signed;

  SlipWords(
      String reprint,
      String haveReady,
      String and,
      String missed,
      String thenWhat,
      String takeAlong,
      String stillMissing,
      String whenComplete,
      String bringBack,
      String closingCheck,
      String signed) {
    this.reprint = reprint;
    this.haveReady = haveReady;
    this.and = and;
    this.missed = missed;
    this.thenWhat = thenWhat;
    this.takeAlong = takeAlong;
    this.stillMissing = stillMissing;
    this.whenComplete = whenComplete;
    this.bringBack = bringBack;
    this.closingCheck = closingCheck;
    this.signed = signed;
  }

  /** Chinese for "zh" and English for any other language, as everywhere in the firmware. */
  static SlipWords in(String language) {
    return language.equals("zh") ? ZH : EN;
  }

  /** Says that this number may be on paper already; 补打 in every language, for the staff. */
  static String reprint(Look look) {
    return look.second().isPresent() ? "补打 REPRINT" : in(look.language()).reprint;
  }

  /** Stands under a QR code that leads to the ticket's own page. */
  String follow() {
    return this == ZH ? "扫码查看排队进度" : "Scan to follow your turn";
  }

  /** On a roll that was put in the right way round. */
  String paperOk() {
    return this == ZH ? "纸张正常" : "Paper OK";
  }

  /** Stands over what a self-test has found. */
  String selfTest() {
    return this == ZH ? "自检" : "Self-test";
  }

  /** In one or two clauses. */
  List<String> turn(Slip.Turn turn) {
    if (turn.appointment().isPresent()) {
      return List.of((this == ZH ? "预约" : "Booked for ") + turn.appointment().get());
    }
    int ahead = turn.ahead();
    String first = this == ZH ? "前面" + ahead + "位" : ahead + " ahead";
    return turn.expected()
        .map(expected -> List.of(first + (this == ZH ? "," : ", "), about(expected)))
        .orElse(List.of(first));
  }

  private String about(Expected expected) {
    int low = expected.lowMinutes();
    int high = expected.highMinutes();
    if (low == 0) {
      return this == ZH ? "约" + high + "分钟内" : "up to " + high + " min";
    }
    return this == ZH ? "约" + low + "-" + high + "分钟" : "about " + low + "-" + high + " min";
  }

  /** In two clauses. */
  List<String> haveReady(List<String> papers) {
    return List.of(haveReady, String.join(and, papers));
  }

  /** In two clauses. */
  List<String> missed() {
    return List.of(missed, thenWhat);
  }

  /** Stands over what the customer needs afterwards. */
  List<String> takeAlong() {
    return List.of(takeAlong);
  }

  /** Stands over the papers that a clerk ticks (补正). */
  List<String> stillMissing() {
    return List.of(stillMissing);
  }

  /** In two clauses: what to do with the ticked notice. */
  List<String> bringBack() {
    return List.of(whenComplete, bringBack);
  }

  /** Stands over what is looked at before the staff go home. */
  List<String> closingCheck() {
    return List.of(closingCheck);
  }

  /** Stands before the line for a signature. */
  String signed() {
    return signed;
  }
}
