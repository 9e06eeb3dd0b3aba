package jiaohao.hall;

import java.time.Instant;
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
    Optional<Ticket> oldest = oldest(deciding.state());
    while (oldest.isPresent() && !expiry(oldest.get(), deciding.plan()).isAfter(deciding.wall())) {
      giveUp(deciding, oldest.get().id(), "late");
      oldest = oldest(deciding.state());
    }
  }

  /** When the oldest owed slip is too old; far ahead when none is owed. */
  static Instant nextDue(State state, Plan plan, Instant now) {
    return oldest(state)
        .map(ticket -> expiry(ticket, plan))
        .filter(expiry -> expiry.isAfter(now))
        .orElse(Instant.MAX);
  }

  private static Optional<Ticket> oldest(State state) {
    return state.owed().first().flatMap(state::ticket);
  }

  private static Instant expiry(Ticket ticket, Plan plan) {
    return ticket.issuedAt().toInstant().plusSeconds(plan.reprintWithinSeconds());
  }
}
