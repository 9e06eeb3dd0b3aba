package jiaohao.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jiaohao.clock.Clock;
import jiaohao.hall.Command;
import jiaohao.hall.Decision;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Verb;
import jiaohao.journal.EventJson;

/**
 * Plays a visit through in memory before anybody comes: classes are loaded then, and not while the
 * first customer waits. Nothing of it is kept or shown.
 */
final class Rehearsal implements Runnable {
  private final Command.Start start;
  private final Clock clock;

  Rehearsal(Command.Start start, Clock clock) {
    this.start = start;
    this.clock = clock;
  }

  @Override
  public void run() {
    Instant now = clock.wall();
    Moment moment = new Moment(now, true, now, Duration.ZERO);
    State state = State.EMPTY;
    for (Command command : visit(start.plan())) {
      Decision decision = Hall.decide(state, command, moment);
      decision.facts().forEach(fact -> EventJson.encode(new UUID(0, 0), 1, fact));
      state = decision.after();
    }
  }

  private List<Command> visit(Plan plan) {
    String service = plan.services().getFirst().id();
    int counter = plan.counters().getFirst().number();
    return List.of(
        start,
        new Command.Press(new Verb.Take(service), new References().next()),
        new Command.Press(new Verb.AtCounter(Verb.Key.NEXT, counter), ""),
        new Command.Press(new Verb.AtCounter(Verb.Key.FINISH, counter), ""));
  }
}
