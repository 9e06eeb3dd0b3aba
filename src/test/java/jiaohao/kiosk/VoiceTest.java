package jiaohao.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jiaohao.config.DeviceFile;
import jiaohao.config.HallFile;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.testing.Await;
import jiaohao.voice.Announcement;
import jiaohao.voice.Banks;
import jiaohao.voice.Ear;
import jiaohao.voice.Script;
import jiaohao.voice.Speaker;
import jiaohao.voice.Speakers;
import jiaohao.voice.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a press to what is heard, through the whole box. */
class VoiceTest {
  @TempDir private Path dir;

  /** Three windows that serve the same. */
  private static Plan plan(String languages) {
    String hall =
        """
        [hall]
        id = "three"
        name = { zh = "三窗口大厅", en = "Three windows" }
        languages = [%s]
        [[service]]
        id = "inspection"
        prefix = "A"
        name = { zh = "年检", en = "Annual inspection" }
        """
            .formatted(languages);
    for (int number = 1; number <= 3; number++) {
      hall += "[[counter]]\nnumber = " + number + "\nstages = [\"inspection\"]\n";
    }
    return HallFile.parse("hall.toml", hall.getBytes(UTF_8)).value().orElseThrow();
  }

  /** A box that speaks into {@code output} with the clips of the tests' bank. */
  private static Wiring speaking(Plan plan, String output) throws IOException {
    DeviceFile.Voice voice =
        new DeviceFile.Voice(output, Optional.of(Banks.folder().toString()), 100, List.of());
    return new Wiring(plan, "printer") {
      @Override
      public Speaker speaker(DeviceFile.Voice simulated, Script script) throws IOException {
        return Speakers.open(voice, script, clock);
      }
    };
  }

  private static void press(Firmware firmware, String... verbs) throws Exception {
    for (String verb : verbs) {
      Answer answer =
          firmware
              .kiosk()
              .press(new Command.Press(Verb.parse(verb), "REF"))
              .get(10, TimeUnit.SECONDS);
      assertEquals(Answer.Done.class, answer.getClass(), verb + ": " + answer);
    }
  }

  @Test
  void threeCountersCallingWithinASecondAreAllHeardInTheirOrder() throws Exception {
    Path said = dir.resolve("said");
    Wiring wiring = speaking(plan("\"zh\""), "file:" + said);
    Ear ear = new Ear(Banks.folder());
    try (Firmware firmware = wiring.start(dir.resolve("state"))) {
      press(firmware, "take inspection", "take inspection", "take inspection");
      press(firmware, "next 3", "next 1", "next 2");
      Await.until("three are heard", () -> ear.folder(said).size() == 3);
      List<String> words =
          ear.folder(said).stream().map(piece -> piece.replace("chime ", "")).toList();
      assertEquals(
          List.of("请 A 零 零 一 号 到 三 号 窗口", "请 A 零 零 二 号 到 一 号 窗口", "请 A 零 零 三 号 到 二 号 窗口"), words);
      assertEquals(List.of(), firmware.kiosk().faults());
    }
  }

  @Test
  void anAnnouncementInTwoLanguagesIsOnePiece() throws Exception {
    Path said = dir.resolve("said");
    Wiring wiring = speaking(plan("\"zh\", \"en\""), "file:" + said);
    Ear ear = new Ear(Banks.folder());
    try (Firmware firmware = wiring.start(dir.resolve("state"))) {
      press(firmware, "take inspection", "next 1");
      Await.until("it is heard", () -> ear.folder(said).size() == 1);
      assertEquals(
          "chime 请 A 零 零 一 号 到 一 号 窗口 number A zero zero one window one please",
          ear.folder(said).getFirst());
      press(firmware, "finish 1", "language en", "take inspection", "next 1");
      Await.until("it is heard", () -> ear.folder(said).size() == 2);
      assertEquals(
          "chime number A zero zero two window one please 请 A 零 零 二 号 到 一 号 窗口",
          ear.folder(said).getLast());
    }
  }

  @Test
  void aCallIsHeardThroughAlsa() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/aplay")), "aplay is not installed");
    Path sound = dir.resolve("sound.raw");
    Wiring wiring = speaking(plan("\"zh\""), "alsa:file:" + sound + ",raw");
    Ear ear = new Ear(Banks.folder());
    try (Firmware firmware = wiring.start(dir.resolve("state"))) {
      press(firmware, "take inspection", "next 2");
      Await.until("it is heard", () -> heard(ear, sound).equals("chime 请 A 零 零 一 号 到 二 号 窗口"));
      assertEquals(List.of(), firmware.kiosk().faults());
    }
  }

  /** While a piece is being written its last clip is not whole, and sounds like none. */
  private static String heard(Ear ear, Path sound) throws IOException {
    try {
      return Files.exists(sound) ? ear.raw(Files.readAllBytes(sound)) : "";
    } catch (AssertionError halfWritten) {
      return "";
    }
  }

  @Test
  void aCardThatIsNotThereIsAFaultAndStopsNobody() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/aplay")), "aplay is not installed");
    Wiring wiring = speaking(plan("\"zh\""), "alsa:hw:nosuchcard");
    try (Firmware firmware = wiring.start(dir.resolve("state"))) {
      Await.until("told", () -> faults(firmware).equals(Set.of("dead")));
      press(firmware, "take inspection", "next 1", "finish 1");
    }
  }

  @Test
  void aFaultOfTheVoiceIsOverSoonAfterItIsMended() throws Exception {
    Path said = dir.resolve("said");
    Files.writeString(said, "in the way");
    Wiring wiring = speaking(plan("\"zh\""), "file:" + said);
    try (Firmware firmware = wiring.start(dir.resolve("state"))) {
      Await.until("told", () -> faults(firmware).equals(Set.of("dead")));
      Files.delete(said);
      wiring.clock.pass(Duration.ofSeconds(11));
      Await.until("over", () -> faults(firmware).isEmpty());
    }
  }

  private static Set<String> faults(Firmware firmware) {
    return firmware.kiosk().faults().stream()
        .map(Event.FaultRaised::fault)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Speaks each announcement only when it is told to go on. */
  private static final class HeldSpeaker implements Speaker {
    private final List<Announcement> begun = new ArrayList<>();
    private final Semaphore go = new Semaphore(0);

    @Override
    public void speak(Announcement announcement, BooleanSupplier brokenOff) {
      synchronized (begun) {
        begun.add(announcement);
      }
      go.acquireUninterruptibly();
    }

    List<String> begun() {
      synchronized (begun) {
        return begun.stream().map(HeldSpeaker::written).toList();
      }
    }

    private static String written(Announcement announcement) {
      String text =
          announcement.utterances().stream()
              .map(Utterance::text)
              .collect(Collectors.joining(" | "));
      return (announcement.chime() ? "ding: " : "") + text;
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  private static Wiring held(HeldSpeaker held) {
    return new Wiring(plan("\"zh\", \"en\""), "printer") {
      @Override
      public Speaker speaker(DeviceFile.Voice voice, Script script) {
        return held;
      }
    };
  }

  @Test
  void whileOthersWaitAnAnnouncementIsShortAndChimesOnlyTheFirstTime() throws Exception {
    HeldSpeaker speaker = new HeldSpeaker();
    try (Firmware firmware = held(speaker).start(dir.resolve("state"))) {
      press(firmware, "take inspection", "language en", "take inspection", "take inspection");
      press(firmware, "next 1");
      Await.until("the first is said", () -> speaker.begun().size() == 1);
      press(firmware, "next 2", "next 3", "recall 2");
      speaker.go.release(10);
      Await.until("all are said", () -> speaker.begun().size() == 3);
      assertEquals(
          List.of(
              "ding: 请A001号到1号窗口 | Number A001, window 1, please",
              "Number A002, window 2, please",
              "ding: 请A003号到3号窗口 | Number A003, window 3, please"),
          speaker.begun());
    }
  }

  @Test
  void whoAskedForHelpHearsTheNumberAndEachCallTwice() throws Exception {
    HeldSpeaker speaker = new HeldSpeaker();
    speaker.go.release(10);
    try (Firmware firmware = held(speaker).start(dir.resolve("state"))) {
      press(firmware, "assist", "take inspection");
      Await.until("the number is said", () -> speaker.begun().size() == 1);
      press(firmware, "next 1");
      Await.until("it is called", () -> speaker.begun().size() == 2);
      press(firmware, "recall 1");
      Await.until("it is called again", () -> speaker.begun().size() == 3);
      String call = "ding: 请A001号到1号窗口 | 请A001号到1号窗口 | Number A001, window 1, please";
      assertEquals(List.of("ding: 您的号码是A001 | Your number is A001", call, call), speaker.begun());
    }
  }

  @Test
  void whoseNumberIsNoLongerCalledIsNotCalledAloud() throws Exception {
    HeldSpeaker speaker = new HeldSpeaker();
    try (Firmware firmware = held(speaker).start(dir.resolve("state"))) {
      press(firmware, "take inspection", "take inspection", "take inspection");
      press(firmware, "next 1");
      Await.until("the first is said", () -> speaker.begun().size() == 1);
      press(firmware, "next 2", "next 3", "undo 2");
      speaker.go.release(10);
      Await.until("the last is said", () -> speaker.begun().size() == 2);
      assertEquals("ding: 请A003号到3号窗口 | Number A003, window 3, please", speaker.begun().getLast());
    }
  }
}
