package jiaohao.year;

import java.util.List;
import java.util.Optional;
import jiaohao.hall.Event;
import jiaohao.hall.Leg;
import jiaohao.hall.Route;
import jiaohao.hall.Ticket;

/** What goes on side by side meets before the visit goes on; and nothing is at a stage twice. */
final class Joins implements Invariant {
  @Override
  public void see(Seen seen) {
    if (seen.fact().event() instanceof Event.TicketRequeued queued) {
      Ticket before =
          seen.before()
              .ticket(queued.ticket())
              .orElseThrow(() -> new Broken("join", queued + ": it is gone"));
      if (queued.reason().equals("next-stage") || queued.reason().equals("onward")) {
        requireMet(before, queued);
      }
    }
    if (seen.fact().event() instanceof Event.TicketFinished finished
        && finished.how().equals(Event.TicketFinished.SERVED)) {
      List<Leg> left = seen.before().ticket(finished.ticket()).map(Ticket::legs).orElse(List.of());
      Broken.unless(left.isEmpty(), "join", "%s with %s to do", finished, left);
    }
  }

  private static void requireMet(Ticket ticket, Event.TicketRequeued queued) {
    Optional<Route.Step> step =
        ticket.route().steps().stream()
            .filter(one -> one.stages().contains(queued.stage()))
            .findFirst();
    for (Leg leg : ticket.legs()) {
      boolean beside = step.filter(it -> it.stages().contains(leg.stage())).isPresent();
      Broken.unless(beside, "join", "%s while it is at %s", queued, leg.stage());
    }
  }
}
