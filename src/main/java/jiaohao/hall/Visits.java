package jiaohao.hall;

import java.util.Optional;

/** The way of a visit through its stages, under one number. */
final class Visits {
  private Visits() {}

  /**
   * After a stage: on to the next one, or out. The second outcome ends the visit. Where the ticket
   * goes follows the finished stage at once, so a slip nobody needs any more is given up before.
   */
  static void finishStage(Deciding deciding, Ticket ticket, int counter, String outcome) {
    Optional<String> next =
        outcome.equals("done") ? after(ticket, deciding.plan()) : Optional.empty();
    if (next.isEmpty()) {
      SlipRules.giveUp(deciding, ticket.id(), "served");
    }
    deciding.happen(new Event.StageFinished(ticket.id(), ticket.stage(), counter, outcome));
    deciding.happen(
        next.<Event>map(stage -> new Event.TicketRequeued(ticket.id(), stage, "next-stage"))
            .orElseGet(() -> new Event.TicketFinished(ticket.id())));
  }

  /** The next stage of the visit that the hall (still) has. */
  private static Optional<String> after(Ticket ticket, Plan plan) {
    int place = ticket.route().indexOf(ticket.stage());
    return ticket.route().stream()
        .skip(place + 1L)
        .filter(stage -> plan.stage(stage).isPresent())
        .findFirst();
  }
}
