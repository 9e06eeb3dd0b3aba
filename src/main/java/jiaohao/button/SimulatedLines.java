package jiaohao.button;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import jiaohao.clock.Clock;
import jiaohao.clock.SimulatedClock;
import jiaohao.config.DeviceFile;

/**
 * Buttons that are only simulated, but bounce: a press or a release is a burst of edges within a
 * few milliseconds. A press takes its time: in {@link #real real time} the caller waits meanwhile,
 * in {@link #virtual virtual time} the simulated clock moves on. In real time any thread may press.
 */
public final class SimulatedLines implements Lines {
  /** Lets time pass, really or not. */
  @FunctionalInterface
  private interface Pass {
    void pass(Duration duration) throws InterruptedException;
  }

  /** One finger at a time, and when the last one left. */
  private static final class Contact {
    private final Semaphore free = new Semaphore(1);
    private Optional<Long> leftNanos = Optional.empty();
  }

  private record Edge(boolean pressed, long nanos) {}

  /** A burst lasts up to 6 ms, as of a microswitch that is no longer new. */
  private static final long LONGEST_BOUNCE_NANOS = Duration.ofMillis(1).toNanos();

  private static final int MOST_BOUNCES = 3;

  /** Somewhat longer than the level needs to count, so that a release has counted on return. */
  private static final Duration SETTLED = Debounce.SETTLE.plusMillis(5);

  private final Map<Integer, Contact> contacts = new TreeMap<>();
  private final Clock clock;
  private final Pass time;
  private final Random random;
  private Optional<EdgeListener> listener = Optional.empty();

  private SimulatedLines(List<DeviceFile.Button> buttons, Clock clock, Pass time, long seed) {
    for (int button = 0; button < buttons.size(); button++) {
      if (buttons.get(button).simulated()) {
        contacts.put(button, new Contact());
      }
    }
    this.clock = clock;
    this.time = time;
    this.random = new Random(seed);
  }

  /** Those of the buttons that the device file calls simulated, in real time. */
  public static SimulatedLines real(List<DeviceFile.Button> buttons, Clock clock, long seed) {
    return new SimulatedLines(buttons, clock, Thread::sleep, seed);
  }

  /** Those of the buttons that the device file calls simulated; whoever presses moves the clock. */
  public static SimulatedLines virtual(
      List<DeviceFile.Button> buttons, SimulatedClock clock, long seed) {
    return new SimulatedLines(buttons, clock, clock::pass, seed);
  }

  @Override
  public synchronized void listen(EdgeListener hears) {
    listener = Optional.of(hears);
    contacts.keySet().forEach(button -> hears.edge(button, false, clock.nanos()));
  }

  /**
   * Presses a button and releases it; a lock-out that an earlier press may have left is waited out
   * first, so the press counts. Returns when the release has settled.
   *
   * @param button index of the button in the device file
   * @param heldMillis from the first contact to the first loss of it; below 35 it may not count
   * @throws IllegalArgumentException when there is no such simulated button
   */
  public void press(int button, long heldMillis) throws InterruptedException {
    Contact contact = contact(button);
    contact.free.acquire();
    try {
      waitOutLock(contact);
      pressAndRelease(button, heldMillis);
    } finally {
      contact.leftNanos = Optional.of(clock.nanos());
      contact.free.release();
    }
  }

  /** As {@link #press}, but like an impatient finger waits for no lock-out. */
  public void pressAtOnce(int button, long heldMillis) throws InterruptedException {
    Contact contact = contact(button);
    contact.free.acquire();
    try {
      pressAndRelease(button, heldMillis);
    } finally {
      contact.leftNanos = Optional.of(clock.nanos());
      contact.free.release();
    }
  }

  private Contact contact(int button) {
    Contact contact = contacts.get(button);
    if (contact == null) {
      throw new IllegalArgumentException("button " + button + " is not a simulated one");
    }
    return contact;
  }

  private void waitOutLock(Contact contact) throws InterruptedException {
    if (contact.leftNanos.isPresent()) {
      pass(Debounce.LOCK_OUT.minusNanos(clock.nanos() - contact.leftNanos.get()));
    }
  }

  private void pressAndRelease(int button, long heldMillis) throws InterruptedException {
    long start = clock.nanos();
    bounce(button, true);
    pass(Duration.ofMillis(heldMillis).minusNanos(clock.nanos() - start));
    bounce(button, false);
    pass(SETTLED);
  }

  private void pass(Duration duration) throws InterruptedException {
    if (duration.isPositive()) {
      time.pass(duration);
    }
  }

  /**
   * The burst is reported when it is over, each edge with its own time: on a busy machine a sleep
   * between two of them could last long enough to make a press of its own.
   */
  private void bounce(int button, boolean pressed) throws InterruptedException {
    long start = clock.nanos();
    long nanos = start;
    List<Edge> burst = new ArrayList<>(List.of(new Edge(pressed, nanos)));
    for (int bounces = random.nextInt(MOST_BOUNCES + 1); bounces > 0; bounces--) {
      nanos += random.nextLong(LONGEST_BOUNCE_NANOS);
      burst.add(new Edge(!pressed, nanos));
      nanos += random.nextLong(LONGEST_BOUNCE_NANOS);
      burst.add(new Edge(pressed, nanos));
    }
    pass(Duration.ofNanos(nanos - start));
    report(button, burst);
  }

  private synchronized void report(int button, List<Edge> burst) {
    for (Edge edge : burst) {
      listener.ifPresent(hears -> hears.edge(button, edge.pressed(), edge.nanos()));
    }
  }

  @Override
  public synchronized void close() {
    listener = Optional.empty();
  }
}
