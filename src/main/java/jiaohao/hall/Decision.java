package jiaohao.hall;

import java.util.List;
import java.util.Optional;

/**
 * What a command came to.
 *
 * @param facts what happened, in order; may hold what fell due anyway although the command itself
 *     was refused
 * @param after the state once the facts are durable
 * @param refusal why the command was not carried out; empty if it was
 */
public record Decision(List<Fact> facts, State after, Optional<Refusal> refusal) {
  public Decision {
    facts = List.copyOf(facts);
  }
}
