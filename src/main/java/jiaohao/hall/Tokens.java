package jiaohao.hall;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Key tags (钥匙号) and the like: bound to a ticket at one stage, asked for at another. They are
 * written down, and never shown or spoken.
 */
final class Tokens {
  private static final Pattern SPELLING = Pattern.compile("[\\p{L}\\p{N}-]{1,32}");

  private Tokens() {}

  static Optional<Refusal> bind(
      Deciding deciding, CounterKeys.InHand it, int counter, String token) {
    Optional<Plan.Token> wanted = at(deciding, it, Plan.Token.Use.BIND);
    if (wanted.isEmpty()) {
      return Optional.of(Refusals.noTokenHere(counter));
    }
    String kind = wanted.get().kind();
    if (!SPELLING.matcher(token).matches()) {
      return Optional.of(Refusals.notAToken(token));
    }
    Optional<Ticket> other =
        deciding.state().tickets().values().stream()
            .filter(ticket -> !ticket.id().equals(it.ticket().id()))
            .filter(ticket -> ticket.tokens().get(kind).equals(Optional.of(token)))
            .findFirst();
    if (other.isPresent()) {
      return Optional.of(Refusals.tokenTaken(wanted.get(), other.get()));
    }
    deciding.happen(new Event.TokenBound(it.ticket().id(), it.leg().stage(), counter, kind, token));
    return Optional.empty();
  }

  static Optional<Refusal> match(
      Deciding deciding, CounterKeys.InHand it, int counter, String token) {
    Optional<Plan.Token> wanted = matching(deciding, it);
    if (wanted.isEmpty()) {
      return Optional.of(Refusals.noTokenHere(counter));
    }
    TicketId id = it.ticket().id();
    String kind = wanted.get().kind();
    Optional<String> bound = it.ticket().tokens().get(kind);
    if (bound.isEmpty()) {
      return Optional.of(Refusals.neverBound(it.ticket(), wanted.get()));
    }
    if (!bound.get().equals(token)) {
      deciding.happenAnyway(new Event.TokenMismatched(id, it.leg().stage(), counter, kind, token));
      return Optional.of(Refusals.mismatch(it.ticket(), wanted.get()));
    }
    deciding.happen(new Event.TokenMatched(id, it.leg().stage(), counter, kind));
    return Optional.empty();
  }

  /** Licence and signature stand in for a lost slip or token. */
  static Optional<Refusal> settleLoss(Deciding deciding, CounterKeys.InHand it, int counter) {
    Optional<Plan.Token> wanted = matching(deciding, it);
    String kind = wanted.map(Plan.Token::kind).orElse("slip");
    deciding.happen(new Event.LossSettled(it.ticket().id(), it.leg().stage(), counter, kind));
    return Optional.empty();
  }

  /** Why nothing may be handed over yet; a ticket without a token passes where the hall says so. */
  static Optional<Refusal> handOver(Deciding deciding, CounterKeys.InHand it, int counter) {
    Optional<Plan.Token> wanted = matching(deciding, it);
    if (wanted.isEmpty() || it.leg().matched()) {
      return Optional.empty();
    }
    Plan.Token token = wanted.get();
    if (it.ticket().tokens().has(token.kind())) {
      return Optional.of(Refusals.notShown(it.ticket(), token));
    }
    if (token.use() == Plan.Token.Use.MATCH) {
      return Optional.of(Refusals.neverBound(it.ticket(), token));
    }
    deciding.happen(
        new Event.TokenMissing(it.ticket().id(), it.leg().stage(), counter, token.kind()));
    return Optional.empty();
  }

  private static Optional<Plan.Token> matching(Deciding deciding, CounterKeys.InHand it) {
    return token(deciding, it).filter(token -> token.use() != Plan.Token.Use.BIND);
  }

  private static Optional<Plan.Token> at(
      Deciding deciding, CounterKeys.InHand it, Plan.Token.Use use) {
    return token(deciding, it).filter(token -> token.use() == use);
  }

  private static Optional<Plan.Token> token(Deciding deciding, CounterKeys.InHand it) {
    return deciding.plan().stage(it.leg().stage()).flatMap(Plan.Stage::token);
  }
}
