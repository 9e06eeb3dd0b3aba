package jiaohao.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import jiaohao.voice.Sentence.Filling;

/**
 * The words of every announcement, in the trade's usual wording. Each method gives one utterance
 * for every language of the hall, in the hall's order, to be said one after the other; languages
 * other than "zh" and "en" have no words and are left out. Numbers are such as "A012", counters
 * 1–99.
 */
public final class Wording {
  private enum Phrase {
    CALL("请|{number}|号|到|{counter}|号|窗口", "Number {number}, window {counter}, please"),
    REMINDER("请|{number}|号|做好|准备", "Number {number}, please get ready"),
    MISSED("{number}|已|过号,请|到|服务台", "{number} was called; please see the desk"),
    APOLOGY(
        "各位|{customer},让|您|久等|了,感谢|您|的|耐心",
        "Sorry to keep you waiting. Thank you for your patience"),
    OPENED("{counter}|号|窗口|已|开放", "Window {counter} is now open"),
    PAUSED("{counter}|号|窗口|暂停|服务", "Window {counter} is paused"),
    PAUSED_STAND_IN(
        "{counter}|号|窗口|暂停|服务,请|到|{other}|号|窗口",
        "Window {counter} is paused; please use window {other}"),
    NUMBER("您|的|号码|是|{number}", "Your number is {number}"),
    NO_PAPER(
        "取号机|缺纸,您|的|号码|是|{number},请|记住",
        "Out of paper. Your number is {number}; please remember it"),
    OUT_OF_SERVICE("取号机|暂停|使用,请|到|服务台", "Ticket machine paused; please see the desk"),
    CLOSED(
        "今日|取号|已|结束,已|取号|的|{customer}|继续|办理",
        "No more tickets today; ticket holders will be served"),
    POWER_CUT("刚才|停电,抱歉,原|号码|有效", "Sorry for the power cut. Your number is still valid"),
    EMERGENCY(
        "请|立即|从|安全出口|离开,勿|乘|电梯,号码|保留",
        "Leave now by the nearest exit. No lifts. Your number is kept"),
    GOODBYE("您|的|业务|已|办好,请|慢走", "All done. Thank you, goodbye");

    private final String zh;
    private final String en;

    Phrase(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    String in(String language) {
      return language.equals("zh") ? zh : en;
    }
  }

  private final List<String> languages;
  private final Map<String, Numerals> numerals;
  private final Text customer;

  /**
   * Words for a hall.
   *
   * @param plan gives the languages, the hall's word for its customers, and how 1 is read
   */
  public Wording(Plan plan) {
    this(plan.languages(), plan.one(), plan.customer());
  }

  /**
   * Words for a hall.
   *
   * @param languages in which everything is said, in this order
   * @param one how the digit 1 is read in Mandarin
   * @param customer what the hall calls its customers
   */
  public Wording(List<String> languages, Plan.One one, Text customer) {
    this.numerals = Map.of("zh", Numerals.chinese(one), "en", Numerals.english());
    this.languages = languages.stream().filter(numerals::containsKey).toList();
    this.customer = customer;
  }

  /** Come to a counter: 请A012号到3号窗口. A repeated call says the same. */
  public List<Utterance> call(String number, int counter) {
    return say(Phrase.CALL, language -> new Filling(number, counter, 0, ""));
  }

  /** Your turn is near. */
  public List<Utterance> reminder(String number) {
    return say(Phrase.REMINDER, language -> Filling.number(number));
  }

  /** Nobody came for this number. */
  public List<Utterance> missed(String number) {
    return say(Phrase.MISSED, language -> Filling.number(number));
  }

  /** The wait is longer than the hall means it to be. */
  public List<Utterance> apology() {
    return plain(Phrase.APOLOGY);
  }

  /** A paused counter serves again. */
  public List<Utterance> opened(int counter) {
    return say(Phrase.OPENED, language -> new Filling("", counter, 0, ""));
  }

  /** A counter stops serving; {@code standIn} is the one that takes over. */
  public List<Utterance> paused(int counter, OptionalInt standIn) {
    Phrase phrase = standIn.isPresent() ? Phrase.PAUSED_STAND_IN : Phrase.PAUSED;
    return say(phrase, language -> new Filling("", counter, standIn.orElse(0), ""));
  }

  /** The number just issued, for someone who asked for help: 您的号码是A012. */
  public List<Utterance> yourNumber(String number) {
    return say(Phrase.NUMBER, language -> Filling.number(number));
  }

  /** The number just issued, which no slip says. */
  public List<Utterance> noPaper(String number) {
    return say(Phrase.NO_PAPER, language -> Filling.number(number));
  }

  /** No numbers can be had from this box. */
  public List<Utterance> outOfService() {
    return plain(Phrase.OUT_OF_SERVICE);
  }

  /** No more numbers today. */
  public List<Utterance> closed() {
    return plain(Phrase.CLOSED);
  }

  /** The power is back. */
  public List<Utterance> powerCut() {
    return plain(Phrase.POWER_CUT);
  }

  /** Everybody out. */
  public List<Utterance> emergency() {
    return plain(Phrase.EMERGENCY);
  }

  /** The visit is over. */
  public List<Utterance> goodbye() {
    return plain(Phrase.GOODBYE);
  }

  /** Every token that any announcement in this language can have; for making a bank of clips. */
  public Set<String> vocabulary(String language) {
    Set<String> words = new TreeSet<>();
    if (languages.contains(language)) {
      words.addAll(numerals.get(language).words());
      for (Phrase phrase : Phrase.values()) {
        words.addAll(sentence(phrase, language).words());
        if (phrase.in(language).contains("{customer}")) {
          words.add(customer.in(language));
        }
      }
    }
    return words;
  }

  private List<Utterance> plain(Phrase phrase) {
    return say(phrase, language -> new Filling("", 0, 0, customer.in(language)));
  }

  private List<Utterance> say(Phrase phrase, Function<String, Filling> filling) {
    List<Utterance> utterances = new ArrayList<>();
    for (String language : languages) {
      utterances.add(sentence(phrase, language).say(filling.apply(language)));
    }
    return utterances;
  }

  private Sentence sentence(Phrase phrase, String language) {
    return new Sentence(language, phrase.in(language), numerals.get(language));
  }
}
