package jiaohao.hall;

import java.util.Optional;

/** The way of a visit through its stages, under one number. */
final class Visits {
  private Visits() {}

  /** After a stage: on to the next one, or out. The second outcome ends the visit. */
  static void goOn(Deciding deciding, Ticket ticket, String outcome) {
    Optional<String> next =
        outcome.equals("done") ? after(ticket, deciding.plan()) : Optional.empty();
    if (next.isPresent()) {
      deciding.happen(new Event.TicketRequeued(ticket.id(), next.get(), "next-stage"));
    } else {
      SlipRules.giveUp(deciding, ticket.id(), "served");
      deciding.happen(new Event.TicketFinished(ticket.id()));
    }
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
