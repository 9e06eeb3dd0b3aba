package jiaohao.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand announcements of all kinds, measured as they would be heard. */
class ThousandAnnouncementsTest {
  private static final int ANNOUNCEMENTS = 1000;
  private static final double LONGEST_SECONDS = 6.5;

  private final Random random = new Random(4);

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void soundAsAnnouncementsMust(String language) throws Exception {
    ClipBank bank = Banks.bank();
    Map<String, Set<String>> tokens = tokensOfFiles();
    Map<String, Integer> kinds = new HashMap<>();
    for (int i = 0; i < ANNOUNCEMENTS; i++) {
      Utterance utterance = anything(wording(language));
      kinds.merge(utterance.text().replaceAll("[A-Z]?\\d+", "#"), 1, Integer::sum);
      Announcement announcement = new Announcement(List.of(utterance), true, false);
      Mixer.Mix mix = Mixer.mix(announcement, bank, 1);
      String about = utterance.text() + ": " + new Waveform(mix.sound());
      assertWellMixed(new Waveform(mix.sound()), about);
      assertLevelled(mix, about);
      assertHeard(utterance, mix, tokens);
    }
    assertTrue(kinds.size() >= 18, kinds.toString());
    assertEquals(Map.of(), bank.madeGood());
  }

  private static void assertWellMixed(Waveform heard, String about) {
    assertTrue(heard.leadInMillis() >= 150, about);
    assertTrue(heard.longestPauseMillis() <= 250, about);
    assertTrue(heard.peakDb() < -1, about);
    assertTrue(heard.seconds() <= LONGEST_SECONDS, about);
  }

  private static void assertLevelled(Mixer.Mix mix, String about) {
    for (Mixer.Placed clip : mix.placed()) {
      double level = new Waveform(mix.sound()).rmsDb(clip.from(), clip.to());
      assertEquals(-20, level, 2, clip.token() + " of " + about);
    }
  }

  /**
   * What lies where a clip was put is the clip's file, whose token the index knows; and those
   * tokens in order read as the text.
   */
  private static void assertHeard(
      Utterance utterance, Mixer.Mix mix, Map<String, Set<String>> tokens) {
    List<String> heard = new ArrayList<>();
    int end = 0;
    for (Mixer.Placed clip : mix.placed()) {
      assertTrue(clip.from() >= end, "clips overlap");
      end = clip.to();
      if (!clip.language().isEmpty()) {
        short[] there = Arrays.copyOfRange(mix.sound(), clip.from(), clip.to());
        Set<String> alike = tokens.get(clip.language() + ClipIndex.sum(Wav.write(there)));
        heard.add(alike.contains(clip.token()) ? clip.token() : alike.toString());
      }
    }
    assertEquals("chime", mix.placed().getFirst().token());
    assertEquals(utterance.tokens(), heard);
    if (!utterance.text().matches(".*(:|pm|am\\b).*")) { // of a break only its end is read
      assertEquals(ReadBack.spelled(utterance.text()), ReadBack.heard(heard));
    }
  }

  /** By language and sum of the file: be sounds as B does. */
  private static Map<String, Set<String>> tokensOfFiles() throws Exception {
    return ClipIndex.read(Banks.folder()).rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.language() + row.sum(),
                Collectors.mapping(ClipIndex.Row::token, Collectors.toSet())));
  }

  private Wording wording(String language) {
    List<Text> stages = Banks.PLAN.stages().stream().map(Plan.Stage::name).toList();
    Plan.One one = random.nextBoolean() ? Plan.One.YI : Plan.One.YAO;
    Plan.Two two = random.nextBoolean() ? Plan.Two.ER : Plan.Two.LIANG;
    return new Wording(List.of(language), one, two, Banks.PLAN.customer(), stages);
  }

  private Utterance anything(Wording wording) {
    String number = (char) ('A' + random.nextInt(26)) + "%03d".formatted(random.nextInt(1000));
    int counter = 1 + random.nextInt(99);
    OptionalInt other = OptionalInt.of(1 + random.nextInt(99));
    LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
    List<Plan.Stage> stages = Banks.PLAN.stages();
    List<Utterance> said =
        switch (random.nextInt(27)) {
          case 0 -> wording.reminder(number);
          case 1 -> wording.missed(number);
          case 2 -> wording.apology();
          case 3 -> wording.opened(counter);
          case 4 -> wording.paused(counter, OptionalInt.empty());
          case 5 -> wording.paused(counter, other);
          case 6 -> wording.yourNumber(number);
          case 7 -> wording.noPaper(number);
          case 8 -> wording.outOfService();
          case 9 -> wording.closed();
          case 10 -> wording.powerCut();
          case 11 -> wording.emergency();
          case 12 -> wording.lunch(LocalTime.NOON, time);
          case 13 -> wording.transferred(number, stages.get(random.nextInt(stages.size())).name());
          case 14 -> wording.goodbye();
          case 15 -> wording.refused("closed");
          case 16 -> wording.refused("daily-most");
          case 17 -> wording.refused("too-many-at-once");
          default -> wording.call(number, counter);
        };
    return said.getFirst();
  }
}
