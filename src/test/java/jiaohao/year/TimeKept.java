package jiaohao.year;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;

/**
 * Waits are as long as they are said to be, and every broken standard is accounted exactly once.
 */
final class TimeKept implements Invariant {
  /** A stretch at one stage. */
  private static final class Stretch {
    private final long since;
    private final int waitLimit;
    private final int serveLimit;
    private boolean waitBroken;
    private boolean serveBroken;
    private boolean waitOver;
    private boolean assumed;

    private Stretch(long since, int waitLimit, int serveLimit) {
      this.since = since;
      this.waitLimit = waitLimit;
      this.serveLimit = serveLimit;
    }
  }

  private final OwnStopwatch stopwatch = new OwnStopwatch();
  private final Map<State.Stop, Stretch> stretches = new HashMap<>();

  @Override
  public void see(Seen seen) {
    Fact fact = seen.fact();
    stopwatch.see(fact);
    switch (fact.event()) {
      case Event.TicketIssued issued -> enter(seen, issued.ticket(), issued.stage());
      case Event.TicketRequeued queued -> queue(seen, queued);
      case Event.TicketTransferred moved -> {
        moved.from().ifPresent(at -> stretches.remove(new State.Stop(moved.ticket(), at)));
        if (at(moved.ticket(), moved.stage()) == null) { // else it joins itself there
          enter(seen, moved.ticket(), moved.stage());
        }
      }
      case Event.ToWindow called -> call(fact, called);
      case Event.ServiceStarted started -> start(started);
      case Event.TicketMissed missed -> waited(missed.ticket(), missed.stage());
      case Event.TicketHeld held -> waited(held.ticket(), held.stage());
      case Event.StandardBroken broken -> broken(fact, broken);
      case Event.StageFinished finished -> finish(finished);
      case Event.TicketFinished finished -> forget(finished.ticket());
      case Event.TicketVoided voided -> forget(voided.ticket());
      default -> {}
    }
  }

  private void enter(Seen seen, TicketId ticket, String stageId) {
    Plan plan = seen.after().plan().orElseThrow();
    int waitLimit = plan.stage(stageId).flatMap(s -> boxed(s.waitLimitSeconds())).orElse(0);
    int serveLimit = plan.stage(stageId).flatMap(s -> boxed(s.limitSeconds())).orElse(0);
    stretches.put(
        new State.Stop(ticket, stageId),
        new Stretch(stopwatch.reading(seen.fact()), waitLimit, serveLimit));
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.stream().boxed().findFirst();
  }

  /** Back in the same line it waits on, but the wait that counts is over. */
  private void queue(Seen seen, Event.TicketRequeued queued) {
    Stretch there = stretches.get(new State.Stop(queued.ticket(), queued.stage()));
    if (there == null || queued.reason().equals("appointment")) {
      enter(seen, queued.ticket(), queued.stage());
    } else {
      there.waitOver = true;
    }
  }

  private void call(Fact fact, Event.ToWindow called) {
    Stretch stretch = at(called.ticket(), called.stage());
    if (stretch == null || called.waitedSeconds().isEmpty()) {
      return;
    }
    Broken.unless(!stretch.waitOver, "wait", "%s waited a second time", called);
    long waited = stopwatch.reading(fact) - stretch.since;
    int said = called.waitedSeconds().getAsInt();
    Broken.unless(
        Math.abs(said * 1000L - waited) <= 1000, "wait", "%s, but it was %s ms", called, waited);
    boolean over = stretch.waitLimit > 0 && waited >= stretch.waitLimit * 1000L;
    Broken.unless(
        over == stretch.waitBroken,
        "standard",
        "%s after %s ms; broken: %s",
        called,
        waited,
        stretch.waitBroken);
  }

  /** A start that is pressed late takes back what was assumed until then, but not what was told. */
  private void start(Event.ServiceStarted started) {
    waited(started.ticket(), started.stage());
    Stretch stretch = at(started.ticket(), started.stage());
    if (stretch != null && stretch.serveBroken) {
      stretch.assumed = true;
    }
  }

  private void waited(TicketId ticket, String stage) {
    Stretch stretch = at(ticket, stage);
    if (stretch != null) {
      stretch.waitOver = true;
    }
  }

  private void broken(Fact fact, Event.StandardBroken broken) {
    Stretch stretch = at(broken.ticket(), broken.stage());
    Broken.unless(stretch != null, "standard", "%s, but it is not there", broken);
    if (broken.kind().equals(Event.StandardBroken.WAITING)) {
      Broken.unless(!stretch.waitBroken && !stretch.waitOver, "standard", "%s again", broken);
      long waited = stopwatch.reading(fact) - stretch.since;
      Broken.unless(
          waited >= stretch.waitLimit * 1000L, "standard", "%s after %s ms", broken, waited);
      stretch.waitBroken = true;
    } else {
      Broken.unless(!stretch.serveBroken, "standard", "%s again", broken);
      stretch.serveBroken = true;
    }
  }

  private void finish(Event.StageFinished finished) {
    Stretch stretch = stretches.remove(new State.Stop(finished.ticket(), finished.stage()));
    if (stretch != null && finished.tookSeconds().isPresent()) {
      boolean over =
          stretch.serveLimit > 0 && finished.tookSeconds().getAsInt() >= stretch.serveLimit;
      Broken.unless(
          over == stretch.serveBroken || stretch.assumed,
          "standard",
          "%s with a limit of %s s; broken: %s",
          finished,
          stretch.serveLimit,
          stretch.serveBroken);
    }
  }

  private Stretch at(TicketId ticket, String stage) {
    return stretches.get(new State.Stop(ticket, stage));
  }

  private void forget(TicketId ticket) {
    stretches.keySet().removeIf(stop -> stop.ticket().equals(ticket));
  }
}
