package jiaohao.year;

import java.util.stream.Stream;
import jiaohao.hall.State;
import jiaohao.hall.Verb;

/** A window that asks for the next customer gets one if anybody waits for it. */
final class Nobody implements Invariant {
  @Override
  public void see(Seen seen) {}

  @Override
  public void acted(State before, Verb verb, Outcome outcome) {
    if (outcome.refused().equals("nobody-waiting") && verb instanceof Verb.AtCounter key) {
      Callable window = Callable.of(before, key.counter());
      Stream<String> stages =
          Stream.concat(
              window.own(), window.takenOver().flatMap(paused -> paused.stages().stream()));
      stages
          .filter(window::anybodyAt)
          .findFirst()
          .ifPresent(stage -> {
            throw new Broken("nobody", verb + ", but " + window.waiting(stage) + " wait");
          });
    }
  }
}
