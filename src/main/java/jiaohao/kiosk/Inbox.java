package jiaohao.kiosk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jiaohao.hall.Command;

/** Commands on their way to the loop: bounded, so that a flood is refused instead of hoarded. */
final class Inbox {
  /** More than a hall can press while one commit takes the 50 ms of a bad card. */
  static final int CAPACITY = 256;

  /** A command and who waits for its answer. */
  record Letter(Command command, CompletableFuture<Answer> answer) {
    static Letter of(Command command) {
      return new Letter(command, new CompletableFuture<>());
    }
  }

  /** Room that presses leave to devices and the stop, however many of them there are. */
  private static final int RESERVED = 32;

  private final BlockingQueue<Letter> letters = new ArrayBlockingQueue<>(CAPACITY + RESERVED);
  private volatile boolean closed;

  /** Takes a press in, or says at once that there is no room or nobody to read it. */
  boolean offer(Letter letter) {
    return !closed && letters.size() < CAPACITY && letters.offer(letter) && stillRead(letter);
  }

  /** Takes the letter in; false when nobody reads any more, or makes room in time. */
  boolean put(Letter letter, Duration patience) throws InterruptedException {
    return !closed
        && letters.offer(letter, patience.toNanos(), TimeUnit.NANOSECONDS)
        && stillRead(letter);
  }

  /** Takes the letter in, waiting for room; false when nobody reads any more. */
  boolean put(Letter letter) throws InterruptedException {
    while (!closed) {
      if (letters.offer(letter, 1, TimeUnit.SECONDS)) {
        return stillRead(letter);
      }
    }
    return false;
  }

  /** A letter that slipped in while the inbox was being closed is taken out again. */
  private boolean stillRead(Letter letter) {
    return !closed || !letters.remove(letter);
  }

  /** All letters there are, up to {@code most}; waits for the first one up to {@code patience}. */
  List<Letter> take(Duration patience, int most) throws InterruptedException {
    List<Letter> taken = new ArrayList<>();
    Letter first = letters.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS);
    if (first != null) {
      taken.add(first);
      letters.drainTo(taken, most - 1);
    }
    return taken;
  }

  boolean closed() {
    return closed;
  }

  /** Takes no more letters; returns those nobody will read. */
  List<Letter> close() {
    closed = true;
    List<Letter> unread = new ArrayList<>();
    letters.drainTo(unread);
    return unread;
  }
}
