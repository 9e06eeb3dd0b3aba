package jiaohao.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Refusal;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;

/**
 * What is still to be said, in order. However slow the speaker, it stays short: a call that waits
 * is not added again, and what is no call grows stale. When everybody is to leave, nothing else is
 * worth saying. Any thread may use it.
 */
final class VoiceQueue {
  /**
   * Something to be said: an event, or a press at the ticket machine that brought nothing.
   *
   * @param nanos when it happened, by the monotonic clock
   */
  record Happened(Optional<Event> event, Optional<Refusal> refusal, State state, long nanos) {
    static Happened of(Event event, State state, long nanos) {
      return new Happened(Optional.of(event), Optional.empty(), state, nanos);
    }

    static Happened of(Refusal refusal, State state, long nanos) {
      return new Happened(Optional.empty(), Optional.of(refusal), state, nanos);
    }

    /** Whether {@code other} is the same refusal: to be heard once. */
    private boolean refusedAlike(Happened other) {
      return refusal.isPresent() && refusal.equals(other.refusal);
    }
  }

  /** Who was to hear a number without paper, or of a paused window, has left by then. */
  private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** A commit seen later than this, as after trouble with the journal, is no news. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** Besides the calls, of which there is one a window. */
  private static final int MOST = 50;

  private record Call(TicketId ticket, int counter) {}

  private final Deque<Happened> queue = new ArrayDeque<>();
  private final Predicate<Event> outdated;

  /**
   * An empty queue.
   *
   * @param outdated whether a call, or that everybody is to leave, has been overtaken by what
   *     happened since
   */
  VoiceQueue(Predicate<Event> outdated) {
    this.outdated = outdated;
  }

  static boolean fresh(Fact fact, Instant now) {
    return Duration.between(fact.at().toInstant(), now).abs().compareTo(FRESH) < 0;
  }

  /** Puts it at the end, unless it need not be said. */
  synchronized void add(Happened happened) {
    queue.removeIf(waiting -> over(waiting, happened.nanos()));
    if (urgent(happened)) {
      queue.clear();
    }
    Optional<Call> call = call(happened);
    boolean wanted =
        call.isPresent()
            ? queue.stream().noneMatch(waiting -> call(waiting).equals(call))
            : queue.size() < MOST && queue.stream().noneMatch(happened::refusedAlike);
    if (wanted) {
      queue.add(happened);
    }
  }

  /** Takes the next that is still to be said. */
  synchronized Optional<Happened> poll(long nowNanos) {
    queue.removeIf(waiting -> over(waiting, nowNanos));
    return Optional.ofNullable(queue.poll());
  }

  /** Whether anything else waits. */
  synchronized boolean others() {
    return !queue.isEmpty();
  }

  /** Whether what is being said is to be broken off for what waits. */
  synchronized boolean urgent() {
    return !queue.isEmpty() && urgent(queue.getFirst());
  }

  private static boolean urgent(Happened happened) {
    return happened.event().filter(Event.HallSuspended.class::isInstance).isPresent();
  }

  private boolean over(Happened waiting, long nowNanos) {
    boolean ofNow = urgent(waiting) || call(waiting).isPresent();
    return ofNow
        ? outdated.test(waiting.event().orElseThrow())
        : nowNanos - waiting.nanos() > STALE_NANOS;
  }

  private static Optional<Call> call(Happened happened) {
    return happened.event().flatMap(VoiceQueue::call);
  }

  private static Optional<Call> call(Event event) {
    return switch (event) {
      case Event.TicketCalled called -> Optional.of(new Call(called.ticket(), called.counter()));
      case Event.TicketRecalled called -> Optional.of(new Call(called.ticket(), called.counter()));
      default -> Optional.empty();
    };
  }
}
