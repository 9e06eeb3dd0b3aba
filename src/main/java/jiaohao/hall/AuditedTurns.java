package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jiaohao.hall.AuditedVisit.Leg;

/** The audit's book of turns: what each call leaves to those who were not called. */
final class AuditedTurns {
  /** What a call changed, for when it is undone. */
  private record Before(Map<String, Integer> credits, int streak, boolean inTurn) {}

  private final AuditedHall hall;
  private final AuditedLines lines;
  private final Map<String, Integer> streaks = new HashMap<>();
  private final Map<String, Long> calls = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> credits = new HashMap<>();
  private final Map<Integer, Before> before = new HashMap<>();

  AuditedTurns(AuditedHall hall, AuditedLines lines) {
    this.hall = hall;
    this.lines = lines;
  }

  /** Calls in turn at a stage so far. */
  long calls(String stage) {
    return calls.getOrDefault(stage, 0L);
  }

  /** Has no privilege anywhere, or waits for somebody who does not work at its stage. */
  boolean ordinary(Leg leg) {
    return leg.staff.map(person -> !hall.serves(leg.stage, person)).orElse(!leg.privileged);
  }

  /** Whether this window may call it before ordinary ones. */
  boolean privileged(Leg leg, int counter) {
    return !ordinary(leg) && leg.staff.map(person -> hall.worksFor(counter, person)).orElse(true);
  }

  boolean mayOvertake(String stage) {
    return streaks.getOrDefault(stage, 0) < overtakeMost();
  }

  private int overtakeMost() {
    return hall.plan().map(now -> now.fairness().overtakeMost()).orElse(0);
  }

  /** The stage that has most coming, its weight for this call included; of equals the first. */
  Optional<String> richest(Plan.Counter window, Predicate<String> waits) {
    Optional<String> richest = Optional.empty();
    int most = Integer.MIN_VALUE;
    for (String stage : window.stages()) {
      int coming = credits(window.number()).getOrDefault(stage, 0) + window.share(stage);
      if (waits.test(stage) && coming > most) {
        richest = Optional.of(stage);
        most = coming;
      }
    }
    return richest;
  }

  private Map<String, Integer> credits(int counter) {
    return credits.getOrDefault(counter, Map.of());
  }

  /** A call, seen while the ticket still stands in line. */
  void call(Event.ToWindow called, Leg leg, AuditedDue due) {
    int counter = called.counter();
    boolean inTurn = called.rule().map(CallRule::inTurn).orElse(true);
    int streak = streaks.getOrDefault(leg.stage, 0);
    before.put(counter, new Before(credits(counter), streak, inTurn));
    if (inTurn) {
      if (called.rule().equals(Optional.of(CallRule.SHARE))) {
        Plan.Counter window = hall.plan(called).counter(counter).orElseThrow();
        pay(window, leg.stage, stage -> due.next(stage, counter).isPresent());
      }
      countOvertaking(called, leg);
      calls.merge(leg.stage, 1L, Long::sum);
    }
  }

  /** Every stage where somebody waits earns its weight; the one called pays what all earned. */
  private void pay(Plan.Counter window, String stage, Predicate<String> waits) {
    Map<String, Integer> after = new HashMap<>(credits(window.number()));
    List<String> busy = window.stages().stream().filter(waits).toList();
    busy.forEach(each -> after.merge(each, window.share(each), Integer::sum));
    after.merge(stage, -busy.stream().mapToInt(window::share).sum(), Integer::sum);
    credits.put(window.number(), after);
  }

  /**
   * Two books of one thing. The streak is the hall's own way to reckon, by which it chooses; what
   * each who waits has suffered is the promise, and must hold however the choice was made.
   */
  private void countOvertaking(Event.ToWindow called, Leg leg) {
    if (ordinary(leg)) {
      streaks.put(leg.stage, 0);
      lines.around(leg.stage).filter(it -> it != leg).forEach(it -> it.overtaken = 0);
      return;
    }
    List<Leg> overtaken =
        lines.waiting(leg.stage).filter(it -> it.isBefore(leg) && ordinary(it)).toList();
    for (Leg one : overtaken) {
      one.overtaken++;
      require(
          one.overtaken <= overtakeMost(),
          "%s overtakes %s, which was overtaken %s times, at most %s are promised",
          called,
          one,
          one.overtaken - 1,
          overtakeMost());
    }
    if (!overtaken.isEmpty()) {
      streaks.merge(leg.stage, 1, Integer::sum);
    }
  }

  /** The call has not been. Credits are as before; patience that was used up is not given anew. */
  void undo(Event.CallUndone undone) {
    Before then = before.get(undone.counter());
    credits.put(undone.counter(), then.credits);
    if (then.inTurn) {
      streaks.merge(undone.stage(), then.streak, Math::max);
      calls.merge(undone.stage(), -1L, Long::sum);
    }
  }

  /** Every window's shares begin anew. */
  void newDay() {
    credits.clear();
    before.replaceAll((counter, then) -> new Before(Map.of(), then.streak, then.inTurn));
  }
}
