package jiaohao.button;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jiaohao.button.Debounce.Happening;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import org.tinylog.Logger;

/**
 * All buttons of the box: edges come in from any thread, and one thread makes gestures of them.
 * Either {@link #start} gives it a thread of its own, or {@link #startDriven} leaves it to the
 * caller to say that time has passed, as tests in virtual time do.
 */
public final class Buttons implements AutoCloseable {
  /** Hears what the buttons do, one call at a time. */
  public interface Listener {
    void gesture(Gesture gesture);

    /** The button, an index in the device file, has been down for 60 s. */
    void stuck(int button);

    /** A button that was stuck has been released. */
    void freed(int button);
  }

  private record Edge(int button, boolean pressed, long nanos) {}

  /** Looked at even when nothing is due, in case the clock is not the one that wakes threads. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

  private final List<Debounce> debounces;
  private final Lines lines;
  private final Clock clock;
  private final Listener listener;
  private final BlockingQueue<Edge> edges = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().name("buttons").daemon().unstarted(this::run);

  /**
   * Takes over the lines, and closes them when closed itself.
   *
   * @param buttons of the device file, in its order
   * @param clock the one whose monotonic time the lines report
   */
  public Buttons(List<DeviceFile.Button> buttons, Lines lines, Clock clock, Listener listener) {
    this.debounces =
        buttons.stream().map(button -> new Debounce(button.held().isPresent())).toList();
    this.lines = lines;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Starts to listen; gestures come from a thread of its own.
   *
   * @throws IOException when a line cannot be had
   */
  public void start() throws IOException {
    startDriven();
    thread.start();
  }

  /**
   * Starts to listen; gestures come from {@link #elapse} only.
   *
   * @throws IOException when a line cannot be had
   */
  public void startDriven() throws IOException {
    lines.listen((button, pressed, nanos) -> edges.add(new Edge(button, pressed, nanos)));
  }

  /** Hears the edges that came in and decides what is due by the clock. */
  public void elapse() {
    // Asked before the edges are heard, or one that arrives meanwhile could be overtaken.
    long now = clock.nanos();
    for (Edge edge = edges.poll(); edge != null; edge = edges.poll()) {
      hear(edge);
    }
    decide(now);
  }

  /** All buttons catch up before an edge is heard, so that gestures come in the order made. */
  private void hear(Edge edge) {
    decide(edge.nanos());
    Debounce debounce = debounces.get(edge.button());
    tell(edge.button(), debounce.onEdge(edge.pressed(), edge.nanos()));
  }

  private void decide(long nanos) {
    for (int button = 0; button < debounces.size(); button++) {
      tell(button, debounces.get(button).onTime(nanos));
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Edge edge = edges.poll(waitNanos(), TimeUnit.NANOSECONDS);
        if (edge != null) {
          hear(edge);
        }
        elapse();
      }
    } catch (InterruptedException e) {
      // Closed.
      Thread.currentThread().interrupt();
    }
  }

  private long waitNanos() {
    long now = clock.nanos();
    long wait = LONGEST_WAIT_NANOS;
    for (Debounce debounce : debounces) {
      long due = debounce.nextDue().orElse(now + LONGEST_WAIT_NANOS);
      wait = Math.min(wait, due - now);
    }
    return Math.max(0, wait);
  }

  private void tell(int button, List<Happening> happenings) {
    for (Happening happening : happenings) {
      try {
        tell(button, happening);
      } catch (RuntimeException e) {
        // A listener's mistake must not leave the hall without buttons.
        Logger.error(e, "button {}: {} was not taken", button, happening);
      }
    }
  }

  private void tell(int button, Happening happening) {
    switch (happening) {
      case SHORT -> listener.gesture(new Gesture(button, false));
      case HELD -> listener.gesture(new Gesture(button, true));
      case STUCK -> listener.stuck(button);
      case FREED -> listener.freed(button);
    }
  }

  @Override
  public void close() {
    lines.close();
    thread.interrupt();
    try {
      thread.join(LONGEST_CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
