package jiaohao.kiosk;

import java.util.List;
import jiaohao.hall.Decision;
import jiaohao.hall.Fact;
import jiaohao.hall.Refusal;

/** What a command came to, told once it is durable. */
public sealed interface Answer {
  /** Carried out; the facts are journaled. */
  record Done(List<Fact> facts) implements Answer {
    public Done {
      facts = List.copyOf(facts);
    }
  }

  /** Not carried out, and why. */
  record Refused(Refusal refusal) implements Answer {}

  /** What a decision comes to once it is durable. */
  static Answer of(Decision decision) {
    return decision.refusal().<Answer>map(Refused::new).orElseGet(() -> new Done(decision.facts()));
  }
}
