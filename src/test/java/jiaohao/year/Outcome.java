package jiaohao.year;

import java.util.List;
import java.util.stream.Stream;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.TicketId;

/**
 * What an action came to.
 *
 * @param refused code of the refusal, "no-power" without power; empty when it was done
 * @param facts what happened by it
 */
record Outcome(String refused, List<Fact> facts) {
  static final Outcome DONE = new Outcome("", List.of());
  static final String NO_POWER = "no-power";

  Outcome {
    facts = List.copyOf(facts);
  }

  boolean done() {
    return refused.isEmpty();
  }

  Stream<Event> events() {
    return facts.stream().map(Fact::event);
  }

  Stream<TicketId> issued() {
    return events()
        .filter(Event.TicketIssued.class::isInstance)
        .map(event -> ((Event.TicketIssued) event).ticket());
  }

  Stream<TicketId> called() {
    return events()
        .filter(Event.ToWindow.class::isInstance)
        .map(event -> ((Event.ToWindow) event).ticket());
  }
}
