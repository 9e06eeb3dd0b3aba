package jiaohao.year;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jiaohao.hall.Line;
import jiaohao.hall.Place;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;

/** Who stands where a window may call from; told from the plan, not from the hall's own rules. */
record Callable(State state, Plan plan, int counter) {
  static Callable of(State state, int counter) {
    return new Callable(state, state.plan().orElseThrow(), counter);
  }

  /** Whether anybody waits whom the window may call. */
  boolean anybodyAt(String stage) {
    return privileged(stage).or(() -> ordinary(stage)).isPresent();
  }

  /** The first who overtakes nobody. */
  Optional<Place> ordinary(String stage) {
    return first(stage, lane -> isOrdinary(stage, lane));
  }

  /** The first of those who may overtake, as far as this window is concerned. */
  Optional<Place> privileged(String stage) {
    return first(
        stage,
        lane ->
            lane.equals(Line.PRIVILEGED)
                || (lane.startsWith("@")
                    && !isOrdinary(stage, lane)
                    && staffHere(lane.substring(1))));
  }

  boolean isOrdinary(String stage, String lane) {
    return lane.equals(Line.ORDINARY)
        || (lane.startsWith("@") && !staffAnywhere(stage, lane.substring(1)));
  }

  private Optional<Place> first(String stage, Predicate<String> which) {
    return state.line(stage).lanes().entries().stream()
        .filter(lane -> which.test(lane.getKey()))
        .flatMap(lane -> lane.getValue().firstKey().stream())
        .min(Comparator.naturalOrder());
  }

  private boolean staffHere(String staff) {
    return signedOn(counter, staff)
        || takenOver().anyMatch(paused -> signedOn(paused.number(), staff));
  }

  private boolean staffAnywhere(String stage, String staff) {
    return plan.counters().stream()
        .filter(window -> window.stages().contains(stage))
        .anyMatch(window -> signedOn(window.number(), staff));
  }

  private boolean signedOn(int window, String staff) {
    return state.desk(window).staff().filter(staff::equals).isPresent();
  }

  /** Paused windows that this one stands in for. */
  Stream<Plan.Counter> takenOver() {
    return plan.counters().stream()
        .filter(other -> other.standIn().orElse(0) == counter)
        .filter(other -> state.desk(other.number()).paused());
  }

  /** The stages of the window itself. */
  Stream<String> own() {
    return plan.counter(counter).stream().flatMap(window -> window.stages().stream());
  }

  /** Tickets that are waiting at a stage, for messages. */
  String waiting(String stage) {
    return state.line(stage).all().entries().stream()
        .map(Map.Entry::getValue)
        .map(TicketId::number)
        .toList()
        .toString();
  }
}
