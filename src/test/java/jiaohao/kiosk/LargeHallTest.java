package jiaohao.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Command;
import jiaohao.hall.Decision;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import jiaohao.journal.Journal;
import jiaohao.journal.StateLock;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.Trouble;
import jiaohao.testing.Await;
import jiaohao.voice.Script;
import jiaohao.voice.SimulatedSpeaker;
import jiaohao.voice.Speaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a large hall prints, shows, says and tells: notices, silent posts, breaks, suspensions. */
class LargeHallTest {
  @TempDir private Path stateDir;

  /** A hall that runs, and what its devices put out. */
  private static final class Running implements AutoCloseable {
    final Wiring wiring;
    final Firmware firmware;

    Running(Wiring wiring, Path stateDir) throws Exception {
      this.wiring = wiring;
      this.firmware = wiring.start(stateDir);
    }

    State state() {
      return firmware.kiosk().state();
    }

    Answer press(String verb) throws Exception {
      Command.Press press = new Command.Press(Verb.parse(verb), "REF");
      return firmware.kiosk().press(press).get(10, TimeUnit.SECONDS);
    }

    Running does(String... verbs) throws Exception {
      for (String verb : verbs) {
        assertInstanceOf(Answer.Done.class, press(verb), verb);
      }
      return this;
    }

    /** Chinese announcements. */
    List<String> said() {
      return wiring.speaker.said().stream()
          .filter(said -> said.language().equals("zh"))
          .map(SimulatedSpeaker.Said::text)
          .toList();
    }

    void awaitSaid(String text) throws Exception {
      Await.until("it is said: " + text, () -> said().contains(text));
    }

    void awaitNothingOwed() throws Exception {
      Await.until("nothing is owed", () -> state().owed().isEmpty() && state().notices().isEmpty());
    }

    List<String> printed() {
      return wiring.slips("printer").stream().map(PrintedSlip::text).toList();
    }

    void trouble(Trouble trouble) throws Exception {
      wiring.printers.get("printer").trouble(trouble);
      boolean stops = trouble != Trouble.NONE;
      Await.until(trouble + " is noticed", () -> state().stopped("printer") == stops);
    }

    JsonObject json() {
      return JsonParser.parseString(StateJson.of(firmware.kiosk())).getAsJsonObject();
    }

    @Override
    public void close() {
      firmware.close();
    }
  }

  private Running open(Plan plan) throws Exception {
    return new Running(new Wiring(plan, "printer"), stateDir);
  }

  /** Up to the window that gives everything back. */
  private static void upToCertificate(Running hall) throws Exception {
    hall.does("take inspection", "next 1", "finish 1");
    hall.does("next 3", "finish 3", "next 4", "finish 4");
  }

  @Test
  void whatToTakeAlongIsPrintedWhenTheStageIsDone() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      upToCertificate(hall);
      hall.does("next 9", "finish 9").awaitNothingOwed();
      String notice = hall.printed().getLast();
      assertTrue(notice.contains("A001\n出证\n办理后请携带以下材料\n- 检测报告"), notice);
    }
    assertEquals("A", Box.events(stateDir, Event.NoticePrinted.class).getFirst().tier());
  }

  @Test
  void aNoticeThatFoundNoPaperIsPrintedAfterTheSlipsAndMarked() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      hall.does("take inspection", "next 1").awaitNothingOwed();
      hall.trouble(Trouble.PAPER_END);
      hall.does("finish-other 1", "take questions");
      hall.trouble(Trouble.NONE);
      hall.awaitNothingOwed();
      List<PrintedSlip> all = new ArrayList<>(hall.wiring.slips("printer"));
      assertTrue(all.removeIf(slip -> slip.text().contains("纸张正常")), "the new roll is proved");
      assertEquals(3, all.size());
      assertTrue(all.get(1).text().contains("C001"), all.get(1).text());
      assertTrue(all.get(2).text().contains("还缺(请勾选)\n□ 行驶证\n□ 车钥匙"), all.get(2).text());
      assertEquals(List.of("补打"), all.get(2).marks());
    }
  }

  @Test
  void aBoxWithoutAPrinterOwesNoNotices() throws Exception {
    try (Running hall = new Running(new Wiring(LargeHall.plan(0)), stateDir)) {
      hall.does("take inspection", "next 1", "finish-other 1").awaitNothingOwed();
    }
    List<Event.NoticeFailed> failed = Box.events(stateDir, Event.NoticeFailed.class);
    assertEquals(List.of("no-printer"), failed.stream().map(Event.NoticeFailed::reason).toList());
  }

  @Test
  void theChecklistComesOutWhenTheLastCustomerHasLeft() throws Exception {
    Wiring wiring = new Wiring(LargeHall.withLunch(LocalTime.of(16, 30)), "printer");
    startAt(wiring.clock, LocalTime.of(16, 29, 0));
    try (Running hall = new Running(wiring, stateDir)) {
      hall.does("take questions", "next 1").awaitNothingOwed();
      wiring.clock.pass(Duration.ofMinutes(2));
      hall.does("finish 1");
      Await.until("two sheets", () -> hall.printed().size() == 2);
      assertTrue(hall.printed().getLast().contains("关闭检查\n□ 关闭电源\n□ 锁门"));
    }
  }

  /** Lets the clock run ahead to the next such time of the hall's day. */
  private static void startAt(Wiring.HastyClock clock, LocalTime time) {
    ZonedDateTime now = clock.wall().atZone(LargeHall.ZONE);
    ZonedDateTime today = now.with(time);
    clock.pass(Duration.between(now, today.isBefore(now) ? today.plusDays(1) : today));
  }

  @Test
  void papersAreHandledWithoutBoardOrVoice() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      hall.does("take inspection", "next 1", "finish 1", "next 3", "next 4");
      Await.until("the board is empty", () -> hall.wiring.shown().isEmpty());
      hall.does("finish 3", "finish 4", "next 9");
      hall.awaitSaid("请A001号到9号窗口");
      Await.until("it is shown", () -> hall.wiring.shown().equals(List.of("A001   9")));
      assertEquals(List.of("请A001号到1号窗口", "请A001号到9号窗口"), hall.said());
    }
  }

  @Test
  void whoIsCalledFromOnePostToTheOtherIsShownWhereItIs() throws Exception {
    try (Running hall = open(LargeHall.withoutSilence())) {
      hall.does("take inspection", "next 1", "finish 1", "next 4");
      hall.awaitSaid("请A001号到4号窗口");
      Await.until("there", () -> hall.wiring.shown().equals(List.of("A001   4")));
      assertInstanceOf(Answer.Refused.class, hall.press("next 3"), "it is at another window");
      hall.does("finish 4", "next 3");
      hall.awaitSaid("请A001号到3号窗口");
      Await.until("and there", () -> hall.wiring.shown().equals(List.of("A001   3")));
    }
  }

  @Test
  void silentPostsAreTakenForServing() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      hall.does("take inspection", "next 1", "finish 1", "next 3", "sign-on 4 li");
      JsonObject state = hall.json();
      assertEquals("{\"3\":\"A001\"}", state.get("serving").toString());
      assertEquals(
          "{\"checkin\":[],\"sheet\":[],\"report\":[\"A001\"],\"certificate\":[],"
              + "\"questions\":[]}",
          state.get("waiting").toString());
      assertEquals("{\"4\":\"li\"}", state.get("staff").toString());
      assertEquals("[]", state.get("away").toString());
      assertEquals("[]", state.get("booked").toString());
    }
  }

  @Test
  void aStandardThatIsNearlyUsedUpIsASign() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      hall.does("take inspection", "next 1", "start 1");
      assertEquals("[]", hall.json().get("signs").toString());
      hall.wiring.clock.pass(Duration.ofSeconds(25));
      JsonObject sign = hall.json().getAsJsonArray("signs").get(0).getAsJsonObject();
      assertEquals(1, sign.get("counter").getAsInt());
      assertEquals("A001", sign.get("ticket").getAsString());
      assertEquals("checkin", sign.get("stage").getAsString());
      assertEquals(30, sign.get("limit_s").getAsInt());
      int spent = sign.get("spent_s").getAsInt();
      assertTrue(spent >= 24 && spent < 30, spent + " s");
    }
  }

  @Test
  void bookedNumbersAreTold() throws Exception {
    Wiring wiring = new Wiring(LargeHall.plan(0), "printer");
    startAt(wiring.clock, LocalTime.of(9, 0));
    try (Running hall = new Running(wiring, stateDir)) {
      hall.does("book 1 questions@11:00", "book 1 inspection@10:00");
      assertEquals("[\"A001\",\"C001\"]", hall.json().get("booked").toString());
    }
  }

  @Test
  void whoIsSentElsewhereByHandIsToldWhere() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      hall.does("take inspection", "next 1", "transfer 1 certificate");
      hall.awaitSaid("请A001号到出证等候叫号");
      hall.does("take inspection", "next 1", "transfer 1 sheet", "take questions", "next 1");
      hall.awaitSaid("请C001号到1号窗口");
      assertFalse(hall.said().toString().contains("签字"), "papers wait there, not people");
    }
  }

  @Test
  void aMissedNumberIsToldSoWhereTheHallHasARuleForIt() throws Exception {
    try (Running hall = open(LargeHall.plan(1))) {
      hall.does("take questions", "next 1", "miss 1");
      hall.awaitSaid("C001已过号,请到服务台");
    }
  }

  @Test
  void withoutARuleTheClerkTellsWhoWasMissed() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      hall.does("take questions", "next 1", "miss 1", "pause 1");
      hall.awaitSaid("1号窗口暂停服务");
      assertFalse(hall.said().toString().contains("过号"), hall.said().toString());
    }
  }

  @Test
  void aLongWaitIsApologizedForOnce() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      hall.does("take questions", "take questions");
      hall.wiring.clock.pass(Duration.ofSeconds(901));
      hall.awaitSaid("各位客户,让您久等了,感谢您的耐心");
      hall.does("pause 1");
      hall.awaitSaid("1号窗口暂停服务");
      assertEquals(1, hall.said().stream().filter(text -> text.contains("久等")).count());
    }
  }

  @Test
  void theBreakIsSaidWithItsHoursAndWhoWasCalledIsStillShown() throws Exception {
    Wiring wiring = new Wiring(LargeHall.withLunch(LocalTime.of(17, 0)), "printer");
    startAt(wiring.clock, LocalTime.of(11, 59, 0));
    try (Running hall = new Running(wiring, stateDir)) {
      hall.does("take questions", "next 1");
      wiring.clock.pass(Duration.ofSeconds(61));
      hall.awaitSaid("午休12:00–13:00,号码继续有效");
      assertEquals(List.of("C001   1"), wiring.shown());
      assertTrue(hall.json().get("break").getAsBoolean());
      wiring.clock.pass(Duration.ofHours(1));
      Await.until("it is over", () -> !hall.json().get("break").getAsBoolean());
    }
  }

  @Test
  void whoStillWaitsHearsThatTheNumbersAreGivenOutAndGoOn() throws Exception {
    Wiring wiring = new Wiring(LargeHall.withLunch(LocalTime.of(16, 30)), "printer");
    startAt(wiring.clock, LocalTime.of(16, 29, 0));
    try (Running hall = new Running(wiring, stateDir)) {
      hall.does("take questions");
      wiring.clock.pass(Duration.ofSeconds(61));
      hall.awaitSaid("今日取号已结束,已取号的客户继续办理");
    }
  }

  @Test
  void afterAPowerCutWhoeverWaitsHearsThatTheNumberIsStillValid() throws Exception {
    Plan plan = LargeHall.plan(0);
    try (StateLock lock = StateLock.take(stateDir);
        Journal journal = Journal.open(lock)) {
      journal.append(waitingWhenThePowerFailed(plan));
    }
    try (Running hall = open(plan)) {
      hall.awaitSaid("刚才停电,抱歉,原号码有效");
    }
  }

  private static List<Fact> waitingWhenThePowerFailed(Plan plan) {
    Moment now = new Moment(Instant.now(), true, Instant.EPOCH);
    Command start = new Command.Start("test", plan, "# hall");
    Decision begun = Hall.decide(State.EMPTY, start, now);
    Command take = new Command.Press(Verb.parse("take questions"), "REF");
    List<Fact> facts = new ArrayList<>(begun.facts());
    facts.addAll(Hall.decide(begun.after(), take, now).facts());
    return facts;
  }

  @Test
  void whileTheHallIsSuspendedNoNumberKeepsAnyone() throws Exception {
    try (Running hall = open(LargeHall.plan(0))) {
      hall.does("take questions", "next 1");
      hall.trouble(Trouble.PAPER_END);
      hall.does("take questions");
      Await.until("both", () -> hall.wiring.shown().equals(List.of("C001   1", "C002")));
      hall.does("suspend");
      Await.until(
          "everybody out",
          () ->
              hall.wiring.shown().stream()
                  .map(String::strip)
                  .distinct()
                  .toList()
                  .equals(List.of("5TOP"))); // on seven segments an S is a 5
      hall.does("resume");
      Await.until("both", () -> hall.wiring.shown().equals(List.of("C001   1", "C002")));
    }
  }

  private Running withSpeaker(Speaker slow) throws Exception {
    Wiring wiring =
        new Wiring(LargeHall.withoutSilence(), "printer") {
          @Override
          public Speaker speaker(DeviceFile.Voice voice, Script script) {
            return slow;
          }
        };
    return new Running(wiring, stateDir);
  }

  @Test
  void everybodyOutIsSaidBeforeAnythingElseAndNothingElseIsSaid() throws Exception {
    SlowSpeaker slow = new SlowSpeaker();
    try (Running hall = withSpeaker(slow)) {
      hall.does("pause 4");
      slow.awaitBegun();
      hall.does("pause 3", "take questions", "next 1", "suspend", "pause 9");
      slow.goOn();
      Await.until("it is said in both languages", () -> slow.said().size() >= 3);
      assertTrue(hall.json().get("suspended").getAsBoolean());
      hall.does("resume", "pause 9");
      Await.until("it goes on", () -> slow.said().contains("9号窗口已开放"));
      assertEquals(
          List.of(
              "4号窗口暂停服务",
              "请立即从安全出口离开,勿乘电梯,号码保留",
              "Leave now by the nearest exit. No lifts. Your number is kept",
              "9号窗口已开放"),
          slow.said().subList(0, 4));
    }
  }

  @Test
  void nobodyIsSentOutAfterTheHallGoesOn() throws Exception {
    SlowSpeaker slow = new SlowSpeaker();
    try (Running hall = withSpeaker(slow)) {
      hall.does("pause 4");
      slow.awaitBegun();
      hall.does("suspend", "resume", "pause 3");
      slow.goOn();
      Await.until("it goes on", () -> slow.said().contains("3号窗口暂停服务"));
      assertFalse(slow.said().toString().contains("离开"), slow.said().toString());
    }
  }
}
