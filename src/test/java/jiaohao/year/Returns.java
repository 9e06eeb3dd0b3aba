package jiaohao.year;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.CallRule;
import jiaohao.hall.Event;
import jiaohao.hall.Leg;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;

/** Nobody is missed too soon, and whoever was comes back when the hall says so, and so often. */
final class Returns implements Invariant {
  private final Map<State.Stop, Integer> calls = new HashMap<>();
  private final Map<State.Stop, Integer> misses = new HashMap<>();
  private final Map<String, Long> inTurn = new HashMap<>();
  private final Map<State.Stop, Long> due = new HashMap<>();

  /** What the last call of each window changed. */
  private record Call(State.Stop stop, boolean inTurn, Optional<Long> due) {}

  private final Map<Integer, Call> lastCalls = new HashMap<>();

  @Override
  public void see(Seen seen) {
    switch (seen.fact().event()) {
      case Event.ToWindow called -> call(seen.before(), called);
      case Event.TicketRecalled again ->
          calls.merge(new State.Stop(again.ticket(), again.stage()), 1, Integer::sum);
      case Event.CallUndone undone -> undo(lastCalls.get(undone.counter()));
      case Event.TicketHeld held -> calls.remove(new State.Stop(held.ticket(), held.stage()));
      case Event.TicketMissed missed -> miss(seen, missed);
      case Event.TicketRequeued queued -> queue(seen.before(), queued);
      case Event.TicketTransferred moved -> moved.from().ifPresent(at -> left(moved.ticket(), at));
      case Event.StageFinished finished -> left(finished.ticket(), finished.stage());
      case Event.TicketFinished finished -> forget(finished.ticket());
      case Event.TicketVoided voided -> forget(voided.ticket());
      default -> {}
    }
  }

  private void call(State before, Event.ToWindow called) {
    for (Map.Entry<State.Stop, Long> back : due.entrySet()) {
      boolean overdue = inTurn.getOrDefault(back.getKey().stage(), 0L) >= back.getValue();
      Broken.unless(
          !overdue || !stillMissed(before, back.getKey()),
          "return",
          "%s should be back in line by now",
          back.getKey());
    }
    State.Stop stop = new State.Stop(called.ticket(), called.stage());
    boolean turn = called.rule().map(CallRule::inTurn).orElse(false);
    lastCalls.put(called.counter(), new Call(stop, turn, Optional.ofNullable(due.remove(stop))));
    calls.merge(stop, 1, Integer::sum);
    inTurn.merge(called.stage(), turn ? 1L : 0L, Long::sum);
  }

  private void undo(Call call) {
    calls.remove(call.stop());
    inTurn.merge(call.stop().stage(), call.inTurn() ? -1L : 0L, Long::sum);
    call.due().ifPresent(then -> due.put(call.stop(), then));
  }

  private static boolean stillMissed(State state, State.Stop stop) {
    return state
        .ticket(stop.ticket())
        .flatMap(ticket -> ticket.leg(stop.stage()))
        .filter(leg -> leg.spot().backAt() > 0)
        .filter(leg -> !leg.status().inHand())
        .isPresent();
  }

  private void miss(Seen seen, Event.TicketMissed missed) {
    State.Stop stop = new State.Stop(missed.ticket(), missed.stage());
    boolean stands = seen.before().stopwatch().suspended() || seen.before().stopwatch().onBreak();
    Broken.unless(!stands, "missed", "%s while the hall stands still", missed);
    int times = misses.merge(stop, 1, Integer::sum);
    int called = calls.getOrDefault(stop, 0);
    calls.remove(stop);
    Optional<Plan.Missed> rule = rule(seen.before());
    rule.ifPresent(it -> {
      Broken.unless(called >= it.calls(), "missed", "%s after %s calls", missed, called);
      if (it.backAfter().isPresent() && times <= it.returns()) {
        long until = inTurn.getOrDefault(missed.stage(), 0L) + it.backAfter().getAsInt();
        due.put(stop, until);
      }
    });
  }

  private static Optional<Plan.Missed> rule(State state) {
    return state.plan().flatMap(plan -> plan.fairness().missed());
  }

  private void queue(State before, Event.TicketRequeued queued) {
    State.Stop stop = new State.Stop(queued.ticket(), queued.stage());
    calls.remove(stop);
    Long until = due.remove(stop);
    if (queued.reason().equals("returned")) {
      long passed = inTurn.getOrDefault(queued.stage(), 0L);
      Broken.unless(
          until != null && passed >= until, "return", "%s at %s, not %s", queued, passed, until);
    }
    boolean missed =
        before
                .ticket(queued.ticket())
                .flatMap(ticket -> ticket.leg(queued.stage()))
                .map(Leg::misses)
                .orElse(0)
            > 0;
    int most = rule(before).map(Plan.Missed::returns).orElse(Integer.MAX_VALUE);
    Broken.unless(
        !missed || misses.getOrDefault(stop, 0) <= most, "return", "%s once too often", queued);
  }

  private void left(TicketId ticket, String stage) {
    State.Stop stop = new State.Stop(ticket, stage);
    calls.remove(stop);
    misses.remove(stop);
    due.remove(stop);
  }

  private void forget(TicketId ticket) {
    calls.keySet().removeIf(stop -> stop.ticket().equals(ticket));
    misses.keySet().removeIf(stop -> stop.ticket().equals(ticket));
    due.keySet().removeIf(stop -> stop.ticket().equals(ticket));
  }
}
