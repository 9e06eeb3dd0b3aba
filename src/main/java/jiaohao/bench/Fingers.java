package jiaohao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import jiaohao.button.Debounce;
import jiaohao.button.SimulatedLines;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Verb;
import jiaohao.kiosk.Answer;
import jiaohao.kiosk.Presses;

/**
 * Presses the simulated buttons, one finger a button, and tells what came of exactly that press. A
 * button that would not take it yet is waited for.
 */
final class Fingers {
  /** As long as a finger taps. */
  static final long TAP_MILLIS = 60;

  /** A little longer than a held press must be. */
  static final long HELD_MILLIS = Debounce.HELD.toMillis() + 100;

  /** A shorter touch may be taken for a bounce. */
  static final long COUNTS_MILLIS = Debounce.SETTLE.toMillis() + 10;

  private static final long ANSWER_MILLIS = 5000;
  private static final long NO_ANSWER_MILLIS = 400;
  private static final long LOOK_MILLIS = 5;

  /** A button to be touched for so long. */
  record Touch(int button, long heldMillis) {}

  /** The finger before one button, and who waits for the answer to its press. */
  private static final class Finger {
    private final Semaphore free = new Semaphore(1, true);
    private final AtomicReference<CompletableFuture<Answer>> asked =
        new AtomicReference<>(new CompletableFuture<>());
  }

  private final List<DeviceFile.Button> buttons;
  private final SimulatedLines lines;
  private final Presses presses;
  private final List<Finger> fingers = new ArrayList<>();

  Fingers(List<DeviceFile.Button> buttons, SimulatedLines lines, Presses presses) {
    this.buttons = buttons;
    this.lines = lines;
    this.presses = presses;
    buttons.forEach(button -> fingers.add(new Finger()));
    presses.listen((button, verb, answer) -> fingers.get(button).asked.get().complete(answer));
  }

  /**
   * The touch that means these words: a press of the button whose press they are, or, failing that,
   * a held press of the one whose held meaning they are.
   *
   * @param heldMillis how long, if not as long as is usual
   * @return empty if no simulated button means them
   */
  Optional<Touch> meaning(String words, OptionalLong heldMillis) {
    for (int button = 0; button < buttons.size(); button++) {
      if (isSimulated(button) && means(buttons.get(button).press(), words)) {
        return Optional.of(new Touch(button, heldMillis.orElse(TAP_MILLIS)));
      }
    }
    for (int button = 0; button < buttons.size(); button++) {
      if (isSimulated(button)
          && buttons.get(button).held().filter(verb -> means(verb, words)).isPresent()) {
        return Optional.of(new Touch(button, heldMillis.orElse(HELD_MILLIS)));
      }
    }
    return Optional.empty();
  }

  private boolean isSimulated(int button) {
    return buttons.get(button).simulated();
  }

  private static boolean means(Verb verb, String words) {
    return verb.toString().equals(words.strip().replaceAll("\\s+", " "));
  }

  /** Whether so short a touch may be no press at all. */
  static boolean tooShort(Touch touch) {
    return touch.heldMillis() < COUNTS_MILLIS;
  }

  /**
   * Presses, and waits for the answer; the finger may still be on the button then.
   *
   * @throws TimeoutException when there was none
   */
  Answer press(Touch touch) throws InterruptedException, TimeoutException {
    Finger finger = fingers.get(touch.button());
    finger.free.acquire();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try {
      awaitUnlocked(touch.button());
      finger.asked.set(answer);
      Thread.ofVirtual().name("finger").start(() -> push(finger, touch, answer));
    } catch (InterruptedException interrupted) {
      finger.free.release();
      throw interrupted;
    }
    return told(answer, touch);
  }

  /** A slip of this button that is still coming out locks it. */
  private void awaitUnlocked(int button) throws InterruptedException {
    while (presses.locked(button)) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** The finger is free again once it is lifted and knows what came of its press. */
  private void push(Finger finger, Touch touch, CompletableFuture<Answer> answer) {
    try {
      lines.press(touch.button(), touch.heldMillis());
      told(answer, touch);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException unanswered) {
      // Whoever asked has been told so.
    } finally {
      finger.free.release();
    }
  }

  private static Answer told(CompletableFuture<Answer> answer, Touch touch)
      throws InterruptedException, TimeoutException {
    long decidedMillis = Debounce.LOCK_OUT.toMillis() + Math.min(touch.heldMillis(), HELD_MILLIS);
    long patienceMillis = decidedMillis + (tooShort(touch) ? NO_ANSWER_MILLIS : ANSWER_MILLIS);
    try {
      return answer.get(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("presses are answered, never failed", failed);
    }
  }
}
