package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What must follow at once, before anything else happens. */
final class AuditedSequel {
  private final Deque<Event> following = new ArrayDeque<>();

  /** The day is being turned: those who are not there are finished, and the next one starts. */
  private boolean turning;

  void expect(List<? extends Event> events) {
    following.addAll(events);
  }

  void turn() {
    turning = true;
  }

  /** Whether this was to follow; nothing else may come meanwhile. */
  boolean awaits(Event event) {
    if (following.isEmpty()) {
      requireTurn(event);
      return false;
    }
    Event next = following.getFirst();
    require(next.equals(event), "%s comes before the ticket was sent on or out by %s", event, next);
    following.removeFirst();
    return true;
  }

  private void requireTurn(Event event) {
    boolean belongs =
        switch (event) {
          case Event.SlipFailed _, Event.TicketFinished _ -> true;
          case Event.NoticeIssued issued -> issued.kind() == Notice.Kind.CLOSING;
          case Event.DayStarted _ -> true;
          default -> false;
        };
    require(!turning || belongs, "%s comes before the next day was started", event);
    turning &= !(event instanceof Event.DayStarted);
  }
}
