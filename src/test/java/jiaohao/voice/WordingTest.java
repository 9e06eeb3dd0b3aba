package jiaohao.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Text CUSTOMER = Text.of("客户", "customers");
  private static final Text CHECK_IN = Text.of("报检", "Check-in");
  private static final Text STORE = Text.same("前台 A");

  private final Wording wording = wording(Plan.One.YI, "zh", "en");

  @Test
  void aCallIsSaidInEveryLanguageOfTheHall() {
    assertEquals(
        List.of(
            new Utterance(
                "zh", "请A012号到3号窗口", List.of("请", "A", "零", "一", "二", "号", "到", "三", "号", "窗口")),
            new Utterance(
                "en",
                "Number A012, window 3, please",
                List.of("number", "A", "zero", "one", "two", "window", "three", "please"),
                Set.of(5, 7))),
        wording.call("A012", 3));
  }

  @Test
  void theHallsOrderOfLanguagesIsKept() {
    List<Utterance> call = wording(Plan.One.YI, "en", "zh").call("A012", 3);
    assertEquals(List.of("en", "zh"), call.stream().map(Utterance::language).toList());
  }

  @Test
  void aLanguageWithoutWordsIsLeftOut() {
    assertEquals(1, wording(Plan.One.YI, "zh", "ug").call("A012", 3).size());
  }

  @Test
  void theHallChoosesHowOneIsReadInNumbersButNotInCounters() {
    Wording yao = wording(Plan.One.YAO, "zh");
    assertEquals(
        List.of("请", "A", "零", "幺", "幺", "号", "到", "十", "一", "号", "窗口"),
        yao.call("A011", 11).getFirst().tokens());
    assertEquals(List.of("一", "号", "窗口", "已", "开放"), yao.opened(1).getFirst().tokens());
  }

  @Test
  void theHallChoosesHowTwoIsReadInNumbersButNotInCounters() {
    Wording liang =
        new Wording(List.of("zh", "en"), Plan.One.YAO, Plan.Two.LIANG, CUSTOMER, List.of());
    List<Utterance> call = liang.call("A212", 22);
    assertEquals(
        List.of("请", "A", "两", "幺", "两", "号", "到", "二", "十", "二", "号", "窗口"),
        call.getFirst().tokens());
    assertEquals("请A212号到22号窗口", call.getFirst().text());
    assertEquals(List.of("A", "two", "one", "two"), call.getLast().tokens().subList(1, 5));
  }

  @Test
  void theClausesOfASentenceAreKnownAfterItsPlacesAreFilled() {
    assertEquals(Set.of(2, 10), wording.noPaper("A012").getFirst().clauses());
    assertEquals(Set.of(3, 10), wording.noPaper("A012").getLast().clauses());
    assertEquals(Set.of(), wording.opened(21).getFirst().clauses());
  }

  @Test
  void countersAreReadAsPeopleCount() {
    assertEquals(List.of("三"), zhCounter(3));
    assertEquals(List.of("十"), zhCounter(10));
    assertEquals(List.of("十", "二"), zhCounter(12));
    assertEquals(List.of("二", "十"), zhCounter(20));
    assertEquals(List.of("九", "十", "九"), zhCounter(99));
    assertEquals(List.of("ten"), enCounter(10));
    assertEquals(List.of("twelve"), enCounter(12));
    assertEquals(List.of("twenty"), enCounter(20));
    assertEquals(List.of("ninety", "nine"), enCounter(99));
  }

  @Test
  void aZeroIsNeverReadAsTheLetterO() {
    for (int ordinal = 1; ordinal <= 999; ordinal++) {
      String number = "A%03d".formatted(ordinal);
      for (Utterance utterance : wording.call(number, 1)) {
        assertFalse(utterance.tokens().contains("O"), utterance.toString());
        assertFalse(utterance.tokens().contains("oh"), utterance.toString());
      }
    }
    assertEquals(
        List.of("number", "O", "zero", "zero", "one"),
        wording.call("O001", 1).get(1).tokens().subList(0, 5));
  }

  @Test
  void digitsAreReadOneByOne() {
    assertEquals(
        List.of("number", "B", "one", "one", "nine"),
        wording.reminder("B119").get(1).tokens().subList(0, 5));
    assertEquals(
        List.of("请", "B", "一", "一", "九", "号"),
        wording.reminder("B119").get(0).tokens().subList(0, 6));
  }

  @Test
  void everyAnnouncementIsWrittenAsAgreed() {
    assertTexts(wording.reminder("A012"), "请A012号做好准备", "Number A012, please get ready");
    assertTexts(wording.missed("A012"), "A012已过号,请到服务台", "A012 was called; please see the desk");
    assertTexts(
        wording.apology(),
        "各位客户,让您久等了,感谢您的耐心",
        "Sorry to keep you waiting. Thank you for your patience");
    assertTexts(wording.opened(2), "2号窗口已开放", "Window 2 is now open");
    assertTexts(wording.paused(3, OptionalInt.empty()), "3号窗口暂停服务", "Window 3 is paused");
    assertTexts(
        wording.paused(3, OptionalInt.of(2)),
        "3号窗口暂停服务,请到2号窗口",
        "Window 3 is paused; please use window 2");
    assertTexts(wording.yourNumber("A012"), "您的号码是A012", "Your number is A012");
    assertTexts(
        wording.noPaper("A012"),
        "取号机缺纸,您的号码是A012,请记住",
        "Out of paper. Your number is A012; please remember it");
    assertTexts(
        wording.outOfService(), "取号机暂停使用,请到服务台", "Ticket machine paused; please see the desk");
    assertTexts(
        wording.closed(),
        "今日取号已结束,已取号的客户继续办理",
        "No more tickets today; ticket holders will be served");
    assertTexts(
        wording.powerCut(), "刚才停电,抱歉,原号码有效", "Sorry for the power cut. Your number is still valid");
    assertTexts(
        wording.emergency(),
        "请立即从安全出口离开,勿乘电梯,号码保留",
        "Leave now by the nearest exit. No lifts. Your number is kept");
    assertTexts(
        wording.lunch(LocalTime.of(12, 0), LocalTime.of(13, 0)),
        "午休12:00–13:00,号码继续有效",
        "Lunch 12–1 pm; your number stays valid");
    assertTexts(
        wording.transferred("A012", CHECK_IN),
        "请A012号到报检等候叫号",
        "Number A012, please wait for Check-in");
    assertTexts(wording.goodbye(), "您的业务已办好,请慢走", "All done. Thank you, goodbye");
  }

  @Test
  void theHallsOwnWordForItsCustomersIsUsed() {
    Wording shop =
        new Wording(List.of("zh"), Plan.One.YI, Plan.Two.ER, Text.of("顾客", "guests"), List.of());
    assertEquals("各位顾客,让您久等了,感谢您的耐心", shop.apology().getFirst().text());
    assertTrue(shop.apology().getFirst().tokens().contains("顾客"));
  }

  @Test
  void aStagesNameIsOneClip() {
    assertEquals(
        List.of(
            List.of("请", "A", "零", "一", "二", "号", "到", "前台 A", "等候", "叫号"),
            List.of("number", "A", "zero", "one", "two", "please", "wait", "for", "前台 A")),
        wording.transferred("A012", STORE).stream().map(Utterance::tokens).toList());
  }

  @Test
  void ofABreakItsEndIsRead() {
    assertEquals(
        List.of(
            List.of("午休", "到", "十", "三", "点", "号码", "继续", "有效"),
            List.of("lunch", "until", "one", "pm", "your", "number", "stays", "valid")),
        wording.lunch(LocalTime.of(12, 0), LocalTime.of(13, 0)).stream()
            .map(Utterance::tokens)
            .toList());
    assertEquals("到 十 三 点 三 十 分 / until one thirty pm", until(13, 30));
    assertEquals("到 十 二 点 零 五 分 / until twelve oh five pm", until(12, 5));
    assertEquals("到 零 点 四 十 五 分 / until twelve forty five am", until(0, 45));
    assertEquals("到 两 点 / until two am", until(2, 0));
  }

  private String until(int hour, int minute) {
    List<Utterance> lunch = wording.lunch(LocalTime.MIDNIGHT, LocalTime.of(hour, minute));
    List<String> zh = lunch.get(0).tokens();
    List<String> en = lunch.get(1).tokens();
    return String.join(" ", zh.subList(1, zh.indexOf("号码")))
        + " / "
        + String.join(" ", en.subList(1, en.indexOf("your")));
  }

  @Test
  void bothEndsOfABreakAreWrittenAsPeopleWriteThem() {
    assertTexts(
        wording.lunch(LocalTime.of(11, 30), LocalTime.of(13, 5)),
        "午休11:30–13:05,号码继续有效",
        "Lunch 11:30 am–1:05 pm; your number stays valid");
  }

  @Test
  void chineseClipsJoinedAreTheWrittenWords() {
    for (Utterance utterance : everything(wording)) {
      if (utterance.language().equals("zh") && !utterance.text().matches(".*\\d.*")) {
        assertEquals(utterance.text().replace(",", ""), String.join("", utterance.tokens()));
      }
    }
  }

  @Test
  void theVocabularyHasEveryTokenThatIsEverSaid() {
    for (String language : List.of("zh", "en")) {
      Set<String> vocabulary = wording.vocabulary(language);
      for (Utterance utterance : everything(wording)) {
        if (utterance.language().equals(language)) {
          List<String> missing = new ArrayList<>(utterance.tokens());
          missing.removeAll(vocabulary);
          assertEquals(List.of(), missing, utterance.text());
        }
      }
    }
    assertEquals(Set.of(), wording.vocabulary("ug"));
    assertFalse(wording.vocabulary("en").contains("customers"), "no English sentence says it");
  }

  private static List<Utterance> everything(Wording wording) {
    List<Utterance> everything = new ArrayList<>();
    for (int counter = 1; counter <= 99; counter++) {
      everything.addAll(wording.call("A%03d".formatted(counter * 10 + 1), counter));
      everything.addAll(wording.opened(counter));
      everything.addAll(wording.paused(counter, OptionalInt.of(100 - counter)));
      everything.addAll(wording.paused(counter, OptionalInt.empty()));
    }
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      everything.addAll(wording.reminder(letter + "987"));
      everything.addAll(wording.missed(letter + "654"));
      everything.addAll(wording.yourNumber(letter + "321"));
      everything.addAll(wording.noPaper(letter + "000"));
    }
    everything.addAll(wording.apology());
    everything.addAll(wording.outOfService());
    everything.addAll(wording.closed());
    everything.addAll(wording.powerCut());
    everything.addAll(wording.emergency());
    everything.addAll(wording.goodbye());
    for (int minute = 0; minute < 24 * 60; minute++) {
      LocalTime end = LocalTime.MIDNIGHT.plusMinutes(minute);
      everything.addAll(wording.lunch(LocalTime.MIDNIGHT, end));
    }
    for (Text stage : List.of(CHECK_IN, STORE)) {
      everything.addAll(wording.transferred("Z999", stage));
    }
    return everything;
  }

  private static void assertTexts(List<Utterance> utterances, String... texts) {
    assertEquals(List.of(texts), utterances.stream().map(Utterance::text).toList());
  }

  private List<String> zhCounter(int counter) {
    List<String> tokens = wording.opened(counter).get(0).tokens();
    return tokens.subList(0, tokens.indexOf("号"));
  }

  private List<String> enCounter(int counter) {
    List<String> tokens = wording.opened(counter).get(1).tokens();
    return tokens.subList(1, tokens.indexOf("is"));
  }

  private static Wording wording(Plan.One one, String... languages) {
    return new Wording(List.of(languages), one, Plan.Two.ER, CUSTOMER, List.of(CHECK_IN, STORE));
  }
}
