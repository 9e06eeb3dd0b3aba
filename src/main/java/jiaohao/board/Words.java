package jiaohao.board;

import java.time.LocalTime;
import java.util.List;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;

/**
 * The sentences a board shows, once in each language of the hall, in its order; languages other
 * than "zh" and "en" have no words and are left out.
 */
public final class Words {
  private static final Text EMERGENCY =
      Text.of(
          "请立即从安全出口离开,勿乘电梯,号码保留", "Leave now by the nearest exit. No lifts. Your number is kept");
  private static final Text ALL_GONE = Text.of("今日取号已结束", "No more tickets today");
  private static final Text STARTING = Text.of("正在启动,请稍候", "Starting, one moment");

  private final List<String> languages;
  private final Text customer;

  public Words(Plan plan) {
    this.languages = plan.languages();
    this.customer = plan.customer();
  }

  /** The hall pauses; who has a number keeps it. */
  public List<String> lunch(LocalTime from, LocalTime until) {
    String span = from + "–" + until;
    return in(Text.of("午休" + span + ",号码继续有效", "Lunch " + span + "; your number stays valid"));
  }

  /** No more numbers today, but those inside are served. */
  public List<String> closed() {
    return in(
        Text.of(
            "今日取号已结束,已取号的" + customer.in("zh") + "继续办理",
            "No more tickets today; ticket holders will be served"));
  }

  /** The day is over and everybody has left. */
  public List<String> allGone() {
    return in(ALL_GONE);
  }

  /** Everybody out. */
  public List<String> emergency() {
    return in(EMERGENCY);
  }

  private List<String> in(Text text) {
    return in(text, languages);
  }

  private static List<String> in(Text text, List<String> languages) {
    return languages.stream()
        .filter(language -> text.byLanguage().containsKey(language))
        .map(text::in)
        .toList();
  }

  /** Nothing is known yet. */
  static List<String> starting(List<String> languages) {
    return in(STARTING, languages);
  }

  /** A call: A012 → 3号窗口, or without the spaces. */
  static String call(Shown call, String language, boolean spaced) {
    if (call.counter() == Shown.NO_COUNTER) {
      return call.number();
    }
    String arrow = spaced ? " → " : "→";
    return call.number() + arrow + call.counter() + (language.equals("zh") ? "号窗口" : "");
  }

  /** How many wait. */
  static String waiting(int count, String language) {
    return language.equals("zh") ? "等候" + count + "人" : "Waiting " + count;
  }
}
