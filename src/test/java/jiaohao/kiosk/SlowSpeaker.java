package jiaohao.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import jiaohao.testing.Await;
import jiaohao.voice.Announcement;
import jiaohao.voice.Speaker;
import jiaohao.voice.Utterance;

/** Begins to speak at once, and goes on when it is told to. */
final class SlowSpeaker implements Speaker {
  private final List<String> said = new ArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  void awaitBegun() throws Exception {
    Await.until("something is being said", () -> begun.getCount() == 0);
  }

  void goOn() {
    go.countDown();
  }

  @Override
  public void speak(Announcement announcement, BooleanSupplier brokenOff) {
    begun.countDown();
    for (Utterance utterance : announcement.utterances()) {
      if (!brokenOff.getAsBoolean()) {
        say(utterance.text());
      }
    }
  }

  private void say(String text) {
    try {
      go.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    synchronized (said) {
      said.add(text);
    }
  }

  List<String> said() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
