package jiaohao.hall;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which windows work, who is there, and for whom they work.
 *
 * @param desks what each is doing
 */
record Windows(Plan plan, IntFunction<Desk> desks) {
  static Windows of(State state, Plan plan) {
    return new Windows(plan, state::desk);
  }

  Desk desk(int counter) {
    return desks.apply(counter);
  }

  /** Paused windows whose customers this one serves meanwhile. */
  Stream<Plan.Counter> takenOver(int counter) {
    return plan.counters().stream()
        .filter(other -> other.standIn().orElse(0) == counter)
        .filter(other -> desk(other.number()).paused());
  }

  /** Windows at which a stage is served now, stand-ins included. */
  IntStream serving(String stage) {
    return plan.counters().stream()
        .filter(counter -> counter.stages().contains(stage))
        .mapToInt(this::workingFor)
        .filter(number -> number != 0);
  }

  /** The window itself, or while it is paused its stand-in; 0 when neither works. */
  private int workingFor(Plan.Counter counter) {
    if (!desk(counter.number()).paused()) {
      return counter.number();
    }
    int standIn = counter.standIn().orElse(0);
    return standIn == 0 || desk(standIn).paused() ? 0 : standIn;
  }

  /** Whether the person is signed on here, or at a paused window this one stands in for. */
  boolean has(int counter, String staff) {
    return isAt(counter, staff)
        || takenOver(counter).anyMatch(paused -> isAt(paused.number(), staff));
  }

  /** Whether the person is signed on at any window of a stage. */
  boolean serves(String stage, String staff) {
    return plan.counters().stream()
        .filter(counter -> counter.stages().contains(stage))
        .anyMatch(counter -> isAt(counter.number(), staff));
  }

  private boolean isAt(int counter, String staff) {
    return desk(counter).staff().equals(Optional.of(staff));
  }
}
