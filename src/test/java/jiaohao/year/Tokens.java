package jiaohao.year;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;

/** Nothing is handed over to whoever shows somebody else's token. */
final class Tokens implements Invariant {
  private record Bound(TicketId ticket, String kind) {}

  private final Map<Bound, String> bound = new HashMap<>();
  private final Set<State.Stop> shown = new HashSet<>();

  @Override
  public void see(Seen seen) {
    switch (seen.fact().event()) {
      case Event.TokenBound token -> bind(token);
      case Event.TokenMatched it -> shown.add(new State.Stop(it.ticket(), it.stage()));
      case Event.LossSettled it -> shown.add(new State.Stop(it.ticket(), it.stage()));
      case Event.TokenMissing it -> missing(it);
      case Event.StageFinished finished -> finish(seen.before(), finished);
      case Event.TicketTransferred moved ->
          moved.from().ifPresent(from -> shown.remove(new State.Stop(moved.ticket(), from)));
      case Event.TicketFinished finished -> forget(finished.ticket());
      case Event.TicketVoided voided -> forget(voided.ticket());
      default -> {}
    }
  }

  private void bind(Event.TokenBound token) {
    bound.put(new Bound(token.ticket(), token.kind()), token.token());
    long holders =
        bound.entrySet().stream()
            .filter(one -> one.getKey().kind().equals(token.kind()))
            .filter(one -> one.getValue().equals(token.token()))
            .count();
    Broken.unless(holders == 1, "token", "%s, which somebody else has", token);
  }

  private void missing(Event.TokenMissing missing) {
    boolean none = !bound.containsKey(new Bound(missing.ticket(), missing.kind()));
    Broken.unless(none, "token", "%s, but it has one", missing);
    shown.add(new State.Stop(missing.ticket(), missing.stage()));
  }

  private void finish(State before, Event.StageFinished finished) {
    boolean was = shown.remove(new State.Stop(finished.ticket(), finished.stage()));
    Optional<Plan.Token> asked = asked(before, finished.stage());
    if (asked.isPresent() && finished.outcome().equals(Event.DONE)) {
      Broken.unless(was, "token", "%s, but no token was shown", finished);
    }
  }

  private static Optional<Plan.Token> asked(State state, String stage) {
    return state
        .plan()
        .flatMap(plan -> plan.stage(stage))
        .flatMap(Plan.Stage::token)
        .filter(token -> token.use() != Plan.Token.Use.BIND);
  }

  @Override
  public void acted(State before, Verb verb, Outcome outcome) {
    if (verb instanceof Verb.AtCounter key && key.key() == Verb.Key.MATCH && outcome.done()) {
      Ticket ticket = before.inHand(key.counter()).orElseThrow();
      String stage = ticket.legAt(key.counter()).orElseThrow().stage();
      String kind = asked(before, stage).orElseThrow().kind();
      String own = bound.get(new Bound(ticket.id(), kind));
      Broken.unless(
          key.object().equals(own), "token", "%s for %s, which has %s", verb, ticket.id(), own);
    }
  }

  private void forget(TicketId ticket) {
    bound.keySet().removeIf(one -> one.ticket().equals(ticket));
    shown.removeIf(stop -> stop.ticket().equals(ticket));
  }
}
