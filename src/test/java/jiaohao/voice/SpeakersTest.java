package jiaohao.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jiaohao.clock.SimulatedClock;
import jiaohao.config.DeviceFile;
import jiaohao.voice.SimulatedSpeaker.Said;
import org.junit.jupiter.api.Test;

class SpeakersTest {
  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final Utterance OPEN =
      new Utterance("zh", "2号窗口已开放", List.of("二", "号", "窗口", "已", "开放"));
  private static final Utterance WORD = new Utterance("en", "Goodbye", List.of("goodbye"));

  private static Announcement said(Utterance... utterances) {
    return new Announcement(List.of(utterances), true, false);
  }

  private final SimulatedClock clock = new SimulatedClock(NOON);

  @Test
  void aSimulatedSpeakerWritesDownWhatItSaysAndWhen() throws Exception {
    try (SimulatedSpeaker speaker = SimulatedSpeaker.instant(clock)) {
      speaker.speak(said(OPEN), () -> false);
      clock.pass(Duration.ofSeconds(3));
      speaker.speak(said(WORD), () -> false);
      assertEquals(
          List.of(new Said(NOON, "zh", "2号窗口已开放"), new Said(NOON.plusSeconds(3), "en", "Goodbye")),
          speaker.said());
    }
  }

  @Test
  void whoeverListensHearsItAsItBegins() throws Exception {
    List<Said> heard = new ArrayList<>();
    SimulatedSpeaker.instant(clock).telling(heard::add).speak(said(OPEN), () -> false);
    assertEquals(List.of(new Said(NOON, "zh", "2号窗口已开放")), heard);
  }

  @Test
  void aPacedSpeakerTakesAsLongAsItsWords() throws Exception {
    long start = System.nanoTime();
    SimulatedSpeaker.paced(clock).speak(said(WORD), () -> false);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(took.compareTo(SimulatedSpeaker.duration(WORD)) >= 0, "took " + took);
    assertTrue(SimulatedSpeaker.duration(OPEN).compareTo(Duration.ofSeconds(1)) > 0);
  }

  @Test
  void whatIsLeftIsNotSaidOnceItIsBrokenOff() throws Exception {
    List<Said> heard = new ArrayList<>();
    SimulatedSpeaker.instant(clock)
        .telling(heard::add)
        .speak(said(OPEN, WORD), () -> !heard.isEmpty());
    assertEquals(List.of("2号窗口已开放"), heard.stream().map(Said::text).toList());
  }

  @Test
  void speakingCanBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(
        InterruptedIOException.class,
        () -> SimulatedSpeaker.paced(clock).speak(said(OPEN), () -> false));
    assertTrue(Thread.interrupted(), "whoever spoke still learns of it");
  }

  @Test
  void onlyTheLatestOfVeryMuchIsRemembered() throws Exception {
    SimulatedSpeaker speaker = SimulatedSpeaker.instant(clock);
    for (int word = 0; word <= SimulatedSpeaker.MOST_REMEMBERED; word++) {
      speaker.speak(said(new Utterance("en", "word " + word, List.of())), () -> false);
    }
    assertEquals(SimulatedSpeaker.MOST_REMEMBERED, speaker.said().size());
    assertEquals("word 1", speaker.said().getFirst().text());
  }

  @Test
  void theDeviceFileChoosesTheSpeaker() throws Exception {
    assertInstanceOf(SilentSpeaker.class, open("off"));
    assertInstanceOf(SimulatedSpeaker.class, open("simulated"));
  }

  private Speaker open(String output) throws IOException {
    return Speakers.open(new DeviceFile.Voice(output), Script.trying(List.of(OPEN)), clock);
  }
}
