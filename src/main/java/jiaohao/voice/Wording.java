package jiaohao.voice;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;

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
    NOT_NOW("现在|不|取号,请|稍后|再|来", "No tickets now; please come back later"),
    NONE_LEFT("今日|号码|已|发完,请|到|服务台", "No numbers left today; please see the desk"),
    CROWDED("等候|人数|已|满,请|稍后|再|取号", "As many wait as can be served; please try again later"),
    POWER_CUT("刚才|停电,抱歉,原|号码|有效", "Sorry for the power cut. Your number is still valid"),
    EMERGENCY(
        "请|立即|从|安全出口|离开,勿|乘|电梯,号码|保留",
        "Leave now by the nearest exit. No lifts. Your number is kept"),
    LUNCH("午休|{until},号码|继续|有效", "Lunch {until}; your number stays valid"),
    TRANSFER("请|{number}|号|到|{stage}|等候|叫号", "Number {number}, please wait for {stage}"),
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
  private final Map<String, Places> places;
  private final Text customer;
  private final List<Text> stages;

  /**
   * Words for a hall.
   *
   * @param plan gives the languages, the hall's word for its customers, how digits are read, and
   *     the stages that people may be sent to
   */
  public Wording(Plan plan) {
    this(
        plan.languages(),
        plan.one(),
        plan.two(),
        plan.customer(),
        plan.stages().stream().map(Plan.Stage::name).toList());
  }

  /**
   * Words for a hall.
   *
   * @param languages in which everything is said, in this order
   * @param one how the digit 1 of a number is read in Mandarin
   * @param two how its digit 2 is
   * @param customer what the hall calls its customers
   * @param stages names of the stages that people may be sent to
   */
  public Wording(
      List<String> languages, Plan.One one, Plan.Two two, Text customer, List<Text> stages) {
    this.places =
        Map.of(
            "zh", new Places("zh", Numerals.chinese(one, two)),
            "en", new Places("en", Numerals.english()));
    this.languages = languages.stream().filter(places::containsKey).toList();
    this.customer = customer;
    this.stages = List.copyOf(stages);
  }

  /** Come to a counter: 请A012号到3号窗口. A repeated call says the same. */
  public List<Utterance> call(String number, int counter) {
    return say(
        Phrase.CALL, in -> Map.of("number", in.number(number), "counter", in.counter(counter)));
  }

  /** Your turn is near. */
  public List<Utterance> reminder(String number) {
    return say(Phrase.REMINDER, in -> Map.of("number", in.number(number)));
  }

  /** Nobody came for this number. */
  public List<Utterance> missed(String number) {
    return say(Phrase.MISSED, in -> Map.of("number", in.number(number)));
  }

  /** The wait is longer than the hall means it to be. */
  public List<Utterance> apology() {
    return plain(Phrase.APOLOGY);
  }

  /** A paused counter serves again. */
  public List<Utterance> opened(int counter) {
    return say(Phrase.OPENED, in -> Map.of("counter", in.counter(counter)));
  }

  /** A counter stops serving; {@code standIn} is the one that takes over. */
  public List<Utterance> paused(int counter, OptionalInt standIn) {
    return standIn.isPresent()
        ? say(
            Phrase.PAUSED_STAND_IN,
            in -> Map.of("counter", in.counter(counter), "other", in.counter(standIn.getAsInt())))
        : say(Phrase.PAUSED, in -> Map.of("counter", in.counter(counter)));
  }

  /** The number just issued, for someone who asked for help: 您的号码是A012. */
  public List<Utterance> yourNumber(String number) {
    return say(Phrase.NUMBER, in -> Map.of("number", in.number(number)));
  }

  /** The number just issued, which no slip says. */
  public List<Utterance> noPaper(String number) {
    return say(Phrase.NO_PAPER, in -> Map.of("number", in.number(number)));
  }

  /** No numbers can be had from this box. */
  public List<Utterance> outOfService() {
    return plain(Phrase.OUT_OF_SERVICE);
  }

  /**
   * Why a press at the ticket machine brought no number: {@code code} is the refusal's. Whoever
   * only has to wait for a slip or a moment is not talked to.
   */
  public List<Utterance> refused(String code) {
    return switch (code) {
      case "still-printing", "busy", "suspended" -> List.of();
      case "closed", "break" -> plain(Phrase.NOT_NOW);
      case "last-ticket" -> closed();
      case "daily-most", "numbers-used-up" -> plain(Phrase.NONE_LEFT);
      case "too-many-at-once" -> plain(Phrase.CROWDED);
      default -> outOfService();
    };
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

  /** The hall pauses; who has a number keeps it. Only when it goes on is read aloud. */
  public List<Utterance> lunch(LocalTime from, LocalTime until) {
    return say(Phrase.LUNCH, in -> Map.of("until", in.until(from, until)));
  }

  /** The staff have sent this number to another stage; it will be called from there. */
  public List<Utterance> transferred(String number, Text stage) {
    return say(Phrase.TRANSFER, in -> Map.of("number", in.number(number), "stage", in.name(stage)));
  }

  /** The visit is over. */
  public List<Utterance> goodbye() {
    return plain(Phrase.GOODBYE);
  }

  /** Every token that any announcement in this language can have; for making a bank of clips. */
  public Set<String> vocabulary(String language) {
    Set<String> words = new TreeSet<>();
    if (languages.contains(language)) {
      words.addAll(places.get(language).words());
      for (Phrase phrase : Phrase.values()) {
        words.addAll(vocabulary(sentence(phrase, language), places.get(language)));
      }
    }
    return words;
  }

  private Set<String> vocabulary(Sentence sentence, Places in) {
    Set<String> words = new TreeSet<>(sentence.words());
    if (sentence.has("customer")) {
      words.addAll(in.name(customer).tokens());
    }
    if (sentence.has("stage")) {
      stages.forEach(stage -> words.addAll(in.name(stage).tokens()));
    }
    return words;
  }

  private List<Utterance> plain(Phrase phrase) {
    return say(phrase, in -> Map.of("customer", in.name(customer)));
  }

  private List<Utterance> say(Phrase phrase, Function<Places, Map<String, Place>> filling) {
    List<Utterance> utterances = new ArrayList<>();
    for (String language : languages) {
      utterances.add(sentence(phrase, language).say(filling.apply(places.get(language))));
    }
    return utterances;
  }

  private static Sentence sentence(Phrase phrase, String language) {
    return new Sentence(language, phrase.in(language));
  }
}
