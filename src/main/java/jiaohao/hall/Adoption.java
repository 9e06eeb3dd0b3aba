package jiaohao.hall;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Taking up a new hall file while tickets wait. Nobody loses a number: a ticket called to a window
 * that is no more goes back to its place in line, one that was on hold there queues again; a ticket
 * at a stage that is no more goes on to the next stage of its visit that is still there, failing
 * that to its service's first, failing that to the hall's first, where a clerk sorts it out.
 */
final class Adoption {
  /** Whoever is in hand is finished first; whoever was missed is not there to be moved. */
  private static final Set<Ticket.Status> STRANDED =
      EnumSet.of(Ticket.Status.WAITING, Ticket.Status.HELD);

  private Adoption() {}

  static Optional<Refusal> adopt(Deciding deciding, Plan plan, String source) {
    if (deciding.state().plan().equals(Optional.of(plan))) {
      return Optional.empty();
    }
    deciding.happen(new Event.HallAdopted(plan, source));
    List<Ticket> tickets = deciding.state().tickets().values();
    tickets.stream().filter(ticket -> windowGone(plan, ticket)).forEach(leaveWindow(deciding));
    tickets.forEach(ticket -> moveOn(deciding, ticket.id()));
    return Optional.empty();
  }

  /** Moves a ticket that waits, or is on hold, at a stage that is no more. */
  static void moveOn(Deciding deciding, TicketId id) {
    deciding
        .state()
        .ticket(id)
        .filter(ticket -> deciding.plan().stage(ticket.stage()).isEmpty())
        .filter(ticket -> STRANDED.contains(ticket.status()))
        .ifPresent(ticket -> deciding.happen(moved(deciding.plan(), ticket)));
  }

  private static boolean windowGone(Plan plan, Ticket ticket) {
    return ticket.counter() != 0 && plan.counter(ticket.counter()).isEmpty();
  }

  private static Consumer<Ticket> leaveWindow(Deciding deciding) {
    return ticket -> {
      if (ticket.status().inHand() && ticket.before() == Ticket.Status.WAITING) {
        deciding.happen(new Event.CallUndone(ticket.id(), ticket.stage(), ticket.counter()));
      } else if (ticket.status() != Ticket.Status.MISSED) {
        deciding.happen(new Event.TicketRequeued(ticket.id(), ticket.stage(), "window-gone"));
      }
    };
  }

  private static Event moved(Plan plan, Ticket ticket) {
    int place = ticket.route().indexOf(ticket.stage());
    Stream<String> later = ticket.route().stream().skip(place + 1L);
    Stream<String> ofService =
        plan.service(ticket.service()).stream().flatMap(service -> service.stages().stream());
    String stage =
        Stream.concat(later, ofService)
            .filter(id -> plan.stage(id).isPresent())
            .findFirst()
            .orElseGet(() -> plan.stages().getFirst().id());
    return new Event.TicketTransferred(ticket.id(), stage, "stage-gone");
  }
}
