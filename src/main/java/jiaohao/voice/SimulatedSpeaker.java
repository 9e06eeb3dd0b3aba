package jiaohao.voice;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import jiaohao.clock.Clock;

/**
 * Writes down what is said instead of saying it, and takes as long as speaking does. One thread
 * speaks, any thread may read.
 */
public final class SimulatedSpeaker implements Speaker {
  /**
   * What was said.
   *
   * @param at when it began
   * @param language "zh" or "en"
   */
  public record Said(Instant at, String language, String text) {}

  /** A bench that runs for weeks must not fill its memory. */
  static final int MOST_REMEMBERED = 10_000;

  /** A chime and the pauses around it. */
  private static final Duration CHIME = Duration.ofMillis(700);

  /** With the pauses after it; a call of ten clips comes to 3.7 s, as synthesized speech does. */
  private static final Duration WORD = Duration.ofMillis(300);

  private final Clock clock;
  private final boolean takesTime;
  private final Consumer<Said> listener;
  private final Deque<Said> said = new ArrayDeque<>();

  private SimulatedSpeaker(Clock clock, boolean takesTime, Consumer<Said> listener) {
    this.clock = clock;
    this.takesTime = takesTime;
    this.listener = listener;
  }

  /** Speaks as fast as people do: 2 to 5 s of real time for each language. */
  public static SimulatedSpeaker paced(Clock clock) {
    return new SimulatedSpeaker(clock, true, words -> {});
  }

  /** Takes no time to speak. */
  public static SimulatedSpeaker instant(Clock clock) {
    return new SimulatedSpeaker(clock, false, words -> {});
  }

  /**
   * A speaker like this one, nothing said yet, that tells as soon as it begins to say something.
   */
  public SimulatedSpeaker telling(Consumer<Said> hears) {
    return new SimulatedSpeaker(clock, takesTime, hears);
  }

  @Override
  public void speak(Announcement announcement, BooleanSupplier brokenOff)
      throws InterruptedIOException {
    Duration before = announcement.chime() ? CHIME : Duration.ZERO;
    for (Utterance utterance : announcement.utterances()) {
      if (brokenOff.getAsBoolean()) {
        return;
      }
      say(utterance);
      if (takesTime) {
        sleep(before.plus(duration(utterance)));
      }
      before = Duration.ZERO;
    }
  }

  private void say(Utterance utterance) {
    Said words = new Said(clock.wall(), utterance.language(), utterance.text());
    remember(words);
    listener.accept(words);
  }

  /** How long such an utterance takes, without a chime. */
  static Duration duration(Utterance utterance) {
    return WORD.multipliedBy(utterance.tokens().size());
  }

  private synchronized void remember(Said words) {
    if (said.size() == MOST_REMEMBERED) {
      said.removeFirst();
    }
    said.addLast(words);
  }

  private static void sleep(Duration duration) throws InterruptedIOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while speaking");
    }
  }

  /** Everything said so far, the oldest first; of very much only the latest 10 000. */
  public synchronized List<Said> said() {
    return List.copyOf(said);
  }

  @Override
  public void close() {
    // What was said can still be read.
  }
}
