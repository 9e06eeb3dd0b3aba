package jiaohao.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jiaohao.hall.Command;
import jiaohao.hall.Decision;
import jiaohao.hall.Fact;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;

/** A hall that is always busy. */
final class BusyDays {
  private static final int CUSTOMERS_A_DAY = 600;
  private static final int WAITING_AT_MOST = 150;
  private static final int WAITING_AT_LEAST = 100;

  private final Plan plan;
  private final List<Fact> facts = new ArrayList<>();
  private State state = State.EMPTY;
  private Instant now = Instant.parse("2026-01-05T00:30:00Z");
  private int customers;

  BusyDays(Plan plan) {
    this.plan = plan;
    decide(new Command.Start("benchmark", plan, "# benchmark"));
  }

  /** The state after the last of them. */
  State state() {
    return state;
  }

  /** The next facts, at least so many. */
  List<Fact> next(int atLeast) {
    while (facts.size() < atLeast) {
      customer();
    }
    List<Fact> made = List.copyOf(facts);
    facts.clear();
    return made;
  }

  private void customer() {
    now = now.plusSeconds(40);
    if (++customers % CUSTOMERS_A_DAY == 0) {
      now = now.plus(Duration.ofHours(18));
    }
    Plan.Service service = plan.services().get(customers % plan.services().size());
    press(new Verb.Take(service.id()));
    for (TicketId owed : state.owed().values()) {
      decide(new Command.SlipDone(owed, "A", false));
    }
    if (state.open() > WAITING_AT_MOST) {
      serve();
    }
  }

  /** All windows in turn call and finish, until the hall is as full as it ever empties. */
  private void serve() {
    int windows = plan.counters().size();
    for (int call = 0; call < 1000 && state.open() > WAITING_AT_LEAST; call++) {
      press(new Verb.AtCounter(Verb.Key.NEXT, 1 + call % windows));
    }
  }

  private void press(Verb verb) {
    decide(new Command.Press(verb, "0123456789ABC"));
  }

  private void decide(Command command) {
    Decision decision = Hall.decide(state, command, new Moment(now, true, Instant.EPOCH));
    facts.addAll(decision.facts());
    state = decision.after();
  }
}
