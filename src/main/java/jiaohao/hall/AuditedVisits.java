package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jiaohao.hall.AuditedLines.Line;

/** The audit's book of visits: what each ticket may do next, and who has it. */
final class AuditedVisits {
  /** Steps of one ticket. */
  private enum Phase {
    WAITING,
    CALLED,
    SERVING,
    /** A stage is finished; the ticket is sent on or out before anything else happens to it. */
    LEAVING,
    HELD,
    MISSED
  }

  private static final Set<Phase> CALLABLE = EnumSet.of(Phase.WAITING, Phase.HELD, Phase.MISSED);
  private static final Set<Phase> IN_HAND = EnumSet.of(Phase.CALLED, Phase.SERVING);

  /** One ticket. The line, and its place there, outlast a call so that the call can be undone. */
  private static final class Visit {
    private final TicketId id;
    private Phase phase = Phase.WAITING;
    private Phase before = Phase.WAITING;
    private String stage;
    private int counter;
    private Line line;
    private long place;

    private Visit(TicketId id, String stage) {
      this.id = id;
      this.stage = stage;
      this.line = Line.waiting(stage);
    }
  }

  private final AuditedLines lines = new AuditedLines();
  private final Map<TicketId, Visit> visits = new HashMap<>();
  private final Map<String, TicketId> byNumber = new HashMap<>();
  private final Map<Integer, TicketId> inHand = new HashMap<>();
  private final Set<TicketId> strays = new HashSet<>();
  private Optional<Plan> plan = Optional.empty();

  int open() {
    return visits.size() - lines.missed();
  }

  /** Whoever waits at a stage, or is at a window, that is no more has to be moved at once. */
  void adopt(Plan adopted) {
    plan = Optional.of(adopted);
    visits.values().forEach(this::reviewStray);
  }

  void forgetMissed() {
    for (TicketId id : lines.clearMissed()) {
      forget(visits.get(id));
    }
  }

  void requireNotHeld(TicketId id) {
    TicketId holder = byNumber.get(id.number());
    require(holder == null, "%s is issued while %s is still open", id, holder);
  }

  void issue(Event.TicketIssued issued) {
    Visit visit = new Visit(issued.ticket(), issued.stage());
    int ahead = lines.size(visit.line);
    require(issued.ahead() == ahead, "%s says %s ahead, not %s", visit.id, issued.ahead(), ahead);
    visit.place = lines.append(visit.line, visit.id);
    visits.put(visit.id, visit);
    byNumber.put(visit.id.number(), visit.id);
    reviewStray(visit);
    requireNoStrays();
  }

  /** A slip or an opinion comes at any time, but not between a finished stage and what follows. */
  void requireNotLeaving(Event.OfTicket event) {
    Visit visit = visits.get(event.ticket());
    require(
        visit == null || visit.phase != Phase.LEAVING,
        "%s comes before the ticket was sent on or out",
        event);
  }

  void see(Event.CounterPaused paused) {
    require(lines.pause(paused.counter()), "%s was paused already", paused);
  }

  void see(Event.CounterResumed resumed) {
    require(lines.resume(resumed.counter()), "%s was not paused", resumed);
  }

  void see(Event.OfTicket event) {
    Visit visit =
        require(
            Optional.ofNullable(visits.get(event.ticket())),
            "%s is about a ticket that is gone",
            event);
    switch (event) {
      case Event.TicketCalled called -> call(visit, called);
      case Event.TicketRecalled again ->
          requireInHand(visit, again, again.counter(), again.stage());
      case Event.CallUndone undone -> undo(visit, undone);
      case Event.ServiceStarted started -> start(visit, started);
      case Event.StageFinished finished -> finishStage(visit, finished);
      case Event.TicketFinished finished -> {
        require(visit.phase == Phase.LEAVING, "%s without a finished stage", finished);
        forget(visit);
      }
      case Event.TicketVoided voided -> {
        require(visit.phase != Phase.SERVING, "%s while being served", voided);
        leaveLine(visit);
        forget(visit);
      }
      case Event.TicketMissed missed -> miss(visit, missed);
      case Event.TicketHeld held -> hold(visit, held);
      case Event.TicketRequeued queued -> queue(visit, queued.stage());
      case Event.TicketTransferred moved -> queue(visit, moved.stage());
      default -> requireNotLeaving(event);
    }
    if (!(event instanceof Event.CallUndone)
        && !(event instanceof Event.TicketRequeued)
        && !(event instanceof Event.TicketTransferred)) {
      requireNoStrays();
    }
  }

  private void call(Visit visit, Event.TicketCalled called) {
    int counter = called.counter();
    require(CALLABLE.contains(visit.phase), "%s, but it is %s", called, visit.phase);
    require(visit.stage.equals(called.stage()), "%s, but it is at %s", called, visit.stage);
    require(!inHand.containsKey(counter), "%s, which has %s", called, inHand.get(counter));
    TicketId due =
        require(
            lines.due(
                visit.line,
                require(plan.flatMap(now -> now.counter(counter)), "%s: no such window", called),
                plan.orElseThrow()),
            "%s, who does not stand where this window calls from",
            called);
    require(due.equals(visit.id), "%s, but %s is first", called, due);
    lines.remove(visit.line, visit.place);
    visit.before = visit.phase;
    take(visit, counter);
  }

  private void take(Visit visit, int counter) {
    visit.phase = Phase.CALLED;
    visit.counter = counter;
    inHand.put(counter, visit.id);
  }

  private void undo(Visit visit, Event.CallUndone undone) {
    requireInHand(visit, undone, undone.counter(), undone.stage());
    inHand.remove(visit.counter);
    visit.phase = visit.before;
    visit.counter = visit.line.counter();
    lines.putBack(visit.line, visit.place, visit.id);
    reviewStray(visit);
  }

  private void start(Visit visit, Event.ServiceStarted started) {
    requireInHand(visit, started, started.counter(), started.stage());
    require(visit.phase == Phase.CALLED, "%s a second time", started);
    visit.phase = Phase.SERVING;
  }

  private void finishStage(Visit visit, Event.StageFinished finished) {
    requireInHand(visit, finished, finished.counter(), finished.stage());
    require(visit.phase == Phase.SERVING, "%s was never started", finished);
    inHand.remove(visit.counter);
    visit.phase = Phase.LEAVING;
    visit.counter = 0;
  }

  private void miss(Visit visit, Event.TicketMissed missed) {
    requireInHand(visit, missed, missed.counter(), missed.stage());
    require(visit.phase == Phase.CALLED, "%s while being served", missed);
    setAside(visit, Phase.MISSED, Line.missed(missed.counter()));
  }

  private void hold(Visit visit, Event.TicketHeld held) {
    requireInHand(visit, held, held.counter(), held.stage());
    setAside(visit, Phase.HELD, Line.held(held.counter()));
  }

  private void setAside(Visit visit, Phase phase, Line line) {
    inHand.remove(visit.counter);
    enter(visit, phase, line);
  }

  /** To the end of a stage's line, from wherever it was. */
  private void queue(Visit visit, String stage) {
    leaveLine(visit);
    visit.stage = stage;
    enter(visit, Phase.WAITING, Line.waiting(stage));
  }

  private void enter(Visit visit, Phase phase, Line line) {
    visit.phase = phase;
    visit.line = line;
    visit.counter = line.counter();
    visit.place = lines.append(line, visit.id);
    reviewStray(visit);
  }

  private void leaveLine(Visit visit) {
    if (IN_HAND.contains(visit.phase)) {
      inHand.remove(visit.counter);
    } else if (visit.phase != Phase.LEAVING) {
      lines.remove(visit.line, visit.place);
    }
  }

  private void forget(Visit visit) {
    visits.remove(visit.id);
    byNumber.remove(visit.id.number());
    strays.remove(visit.id);
  }

  private void requireInHand(Visit visit, Event event, int counter, String stage) {
    boolean has = IN_HAND.contains(visit.phase) && visit.id.equals(inHand.get(counter));
    require(has, "%s, but window %s has %s in hand", event, counter, inHand.get(counter));
    require(visit.stage.equals(stage), "%s, but it is at %s", event, visit.stage);
  }

  private void reviewStray(Visit visit) {
    Plan now = require(plan, "%s is there before any hall was adopted", visit.id);
    boolean nowhere =
        switch (visit.phase) {
          case WAITING -> now.stage(visit.stage).isEmpty();
          case CALLED, SERVING, HELD -> now.counter(visit.counter).isEmpty();
          case LEAVING, MISSED -> false;
        };
    Consumer<TicketId> note = nowhere ? strays::add : strays::remove;
    note.accept(visit.id);
  }

  private void requireNoStrays() {
    require(strays.isEmpty(), "left behind where the hall has no stage or window: %s", strays);
  }
}
