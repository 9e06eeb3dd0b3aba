package jiaohao.year;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.CallRule;
import jiaohao.hall.Event;
import jiaohao.hall.Leg;
import jiaohao.hall.Place;
import jiaohao.hall.State;

/** How many privileged customers in a row are called before an ordinary one who came earlier. */
final class Overtaking implements Invariant {
  private final boolean bounded;
  private final Map<String, Integer> runs = new HashMap<>();

  /** The run at a stage before the last call of each window, for a call that is undone. */
  private final Map<Integer, Integer> runBefore = new HashMap<>();

  private int longest;

  /**
   * A watcher of runs.
   *
   * @param bounded whether a run longer than the hall allows is an error
   */
  Overtaking(boolean bounded) {
    this.bounded = bounded;
  }

  int longest() {
    return longest;
  }

  @Override
  public void see(Seen seen) {
    switch (seen.fact().event()) {
      case Event.ToWindow called -> call(seen.before(), called);
      case Event.CallUndone undone ->
          runs.merge(undone.stage(), runBefore.getOrDefault(undone.counter(), 0), Math::max);
      default -> {}
    }
  }

  private void call(State before, Event.ToWindow called) {
    int run = runs.getOrDefault(called.stage(), 0);
    runBefore.remove(called.counter());
    Optional<Leg> leg = before.ticket(called.ticket()).flatMap(it -> it.leg(called.stage()));
    if (leg.isEmpty() || !called.rule().map(CallRule::inTurn).orElse(false)) {
      return;
    }
    runBefore.put(called.counter(), run);
    Callable window = Callable.of(before, called.counter());
    int now = run(window, leg.get(), run);
    runs.put(called.stage(), now);
    longest = Math.max(longest, now);
    int most = window.plan().fairness().overtakeMost();
    Broken.unless(!bounded || now <= most || now <= run, "bound", "%s, number %s", called, now);
  }

  private static int run(Callable window, Leg leg, int run) {
    if (window.isOrdinary(leg.stage(), leg.lane())) {
      return 0;
    }
    Optional<Place> ordinary = window.ordinary(leg.stage());
    boolean overtakes =
        ordinary.stream().anyMatch(place -> place.compareTo(leg.spot().place()) < 0);
    return overtakes ? run + 1 : run;
  }
}
