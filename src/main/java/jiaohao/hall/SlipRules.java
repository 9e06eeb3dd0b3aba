package jiaohao.hall;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What becomes of slips: printed, or given up for a reason; never printed late. */
final class SlipRules {
  private SlipRules() {}

  static Optional<Refusal> done(Deciding deciding, Command.SlipDone slip) {
    deciding.happen(new Event.SlipPrinted(slip.ticket(), slip.tier(), slip.reprint()));
    return Optional.empty();
  }

  static Optional<Refusal> lost(Deciding deciding, Command.SlipLost slip) {
    giveUp(deciding, slip.ticket(), slip.reason());
    return Optional.empty();
  }

  /** Gives up the slip of a ticket if it is still owed. */
  static void giveUp(Deciding deciding, TicketId ticket, String reason) {
    boolean owed = deciding.state().ticket(ticket).stream().anyMatch(held -> held.paper().owed());
    if (owed) {
      deciding.happen(new Event.SlipFailed(ticket, reason));
    }
  }

  /** Whoever waited this long for paper has left with the number in the head. */
  static void giveUpLateOnes(Deciding deciding) {
    Optional<Ticket> next = firstToExpire(deciding.state(), deciding.wall());
    while (next.isPresent() && !expiry(next.get(), deciding.plan()).isAfter(deciding.wall())) {
      giveUp(deciding, next.get().id(), "late");
      next = firstToExpire(deciding.state(), deciding.wall());
    }
  }

  /** When the next owed slip is too old, at once if one is already; far ahead when none is owed. */
  static Instant nextDue(State state, Plan plan, Instant now) {
    return firstToExpire(state, now)
        .map(ticket -> expiry(ticket, plan))
        .map(expiry -> expiry.isAfter(now) ? expiry : now)
        .orElse(Instant.MAX);
  }

  /**
   * The first issued expires first, except where the clock was put back since: then all are looked
   * at.
   */
  private static Optional<Ticket> firstToExpire(State state, Instant now) {
    Optional<Ticket> first = state.owed().first().flatMap(state::ticket);
    boolean fromTheFuture = first.isPresent() && first.get().issuedAt().toInstant().isAfter(now);
    return fromTheFuture
        ? state.owed().values().stream()
            .flatMap(id -> state.ticket(id).stream())
            .min(Comparator.comparing(Ticket::issuedAt))
        : first;
  }

  private static Instant expiry(Ticket ticket, Plan plan) {
    return ticket.issuedAt().toInstant().plusSeconds(plan.reprintWithinSeconds());
  }
}
