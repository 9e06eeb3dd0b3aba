package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.AuditedVisit.Leg;

/** The audit's book of tokens: whose each is, and whether it was shown before the hand-over. */
final class AuditedTokens {
  private record Token(String kind, String name) {}

  private final AuditedHall hall;
  private final Map<Token, TicketId> owners = new HashMap<>();

  AuditedTokens(AuditedHall hall) {
    this.hall = hall;
  }

  void bind(Leg leg, Event.TokenBound bound) {
    requireUse(leg, bound, bound.kind(), Plan.Token.Use.BIND);
    Token token = new Token(bound.kind(), bound.token());
    TicketId other = owners.getOrDefault(token, leg.id());
    require(other.equals(leg.id()), "%s, but that is bound to %s", bound, other);
    release(leg.visit, bound.kind());
    owners.put(token, leg.id());
    leg.visit.tokens.put(bound.kind(), bound.token());
  }

  void match(Leg leg, Event.TokenMatched matched) {
    requireAsked(leg, matched, matched.kind());
    require(leg.visit.tokens.containsKey(matched.kind()), "%s, but none was ever bound", matched);
    leg.matched = true;
  }

  void mismatch(Leg leg, Event.TokenMismatched mismatched) {
    requireAsked(leg, mismatched, mismatched.kind());
    String bound = leg.visit.tokens.get(mismatched.kind());
    require(bound != null, "%s, but none was ever bound", mismatched);
    require(!bound.equals(mismatched.token()), "%s, but it is the ticket's own", mismatched);
  }

  void miss(Leg leg, Event.TokenMissing missing) {
    requireUse(leg, missing, missing.kind(), Plan.Token.Use.MATCH_OR_FLAG);
    require(!leg.visit.tokens.containsKey(missing.kind()), "%s, but one was bound", missing);
    leg.matched = true;
  }

  void settle(Leg leg) {
    leg.matched = true;
  }

  /** Nothing is handed over before the token was shown, or its lack settled. */
  void handOver(Leg leg, Event.StageFinished finished) {
    boolean asked = token(leg).stream().anyMatch(it -> it.use() != Plan.Token.Use.BIND);
    require(!asked || leg.matched, "%s, but the token was not shown", finished);
  }

  /** The visit is over; what was handed out for it is free again. */
  void release(AuditedVisit visit) {
    visit.tokens.forEach((kind, name) -> owners.remove(new Token(kind, name), visit.id));
  }

  private void release(AuditedVisit visit, String kind) {
    Optional.ofNullable(visit.tokens.get(kind))
        .ifPresent(name -> owners.remove(new Token(kind, name), visit.id));
  }

  private void requireUse(Leg leg, Event event, String kind, Plan.Token.Use use) {
    boolean fits = token(leg).stream().anyMatch(it -> it.use() == use && it.kind().equals(kind));
    require(fits, "%s, which has no place at %s", event, leg.stage);
  }

  private void requireAsked(Leg leg, Event event, String kind) {
    boolean asked =
        token(leg).stream()
            .anyMatch(it -> it.use() != Plan.Token.Use.BIND && it.kind().equals(kind));
    require(asked, "%s, which has no place at %s", event, leg.stage);
  }

  private Optional<Plan.Token> token(Leg leg) {
    return hall.stage(leg.stage).flatMap(Plan.Stage::token);
  }
}
