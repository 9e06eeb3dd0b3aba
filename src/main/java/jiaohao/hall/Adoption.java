package jiaohao.hall;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
      EnumSet.of(Ticket.Status.WAITING, Ticket.Status.HELD, Ticket.Status.AWAY);

  private Adoption() {}

  static Optional<Refusal> adopt(Deciding deciding, Plan plan, String source) {
    return adopt(deciding, new Event.HallAdopted(plan, source));
  }

  /** The centre's, which stays in force when the box starts again. */
  static Optional<Refusal> ordered(Deciding deciding, Plan plan, String source) {
    return adopt(deciding, new Event.HallAdopted(plan, source, true));
  }

  private static Optional<Refusal> adopt(Deciding deciding, Event.HallAdopted adopted) {
    Plan plan = adopted.plan();
    if (deciding.state().plan().equals(Optional.of(plan))) {
      return Optional.empty();
    }
    deciding.happen(adopted);
    List<Ticket> tickets = deciding.state().tickets().values();
    for (Ticket ticket : tickets) {
      ticket.legs().stream()
          .filter(leg -> windowGone(plan, leg))
          .forEach(leg -> leaveWindow(deciding, ticket.id(), leg));
    }
    tickets.forEach(ticket -> moveOn(deciding, ticket.id()));
    return Optional.empty();
  }

  /** Moves a ticket on that a mistaken call left at a window or a stage that is no more. */
  static void settle(Deciding deciding, TicketId id) {
    List<Leg> legs = deciding.state().ticket(id).map(Ticket::legs).orElse(List.of());
    legs.stream()
        .filter(leg -> windowGone(deciding.plan(), leg))
        .forEach(leg -> leaveWindow(deciding, id, leg));
    moveOn(deciding, id);
  }

  /** Moves a ticket that waits, or is on hold, at a stage that is no more. */
  static void moveOn(Deciding deciding, TicketId id) {
    List<Leg> legs = deciding.state().ticket(id).map(Ticket::legs).orElse(List.of());
    legs.stream()
        .filter(leg -> deciding.plan().stage(leg.stage()).isEmpty())
        .filter(leg -> STRANDED.contains(leg.status()))
        .forEach(leg -> move(deciding, id, leg));
  }

  private static boolean windowGone(Plan plan, Leg leg) {
    return leg.counter() != 0 && plan.counter(leg.counter()).isEmpty();
  }

  private static void leaveWindow(Deciding deciding, TicketId id, Leg leg) {
    Ticket.Status before = leg.spot().before();
    boolean undone = before == Ticket.Status.WAITING || before == Ticket.Status.AWAY;
    if (leg.status().inHand() && undone) {
      deciding.happen(new Event.CallUndone(id, leg.stage(), leg.counter()));
    } else if (leg.status() != Ticket.Status.MISSED) {
      deciding.happen(new Event.TicketRequeued(id, leg.stage(), "window-gone"));
    }
  }

  private static void move(Deciding deciding, TicketId id, Leg leg) {
    Ticket ticket = deciding.state().ticket(id).orElseThrow();
    String stage = destination(deciding.plan(), ticket, leg);
    deciding.happen(
        new Event.TicketTransferred(
            id, stage, "stage-gone", Optional.of(leg.stage()), 0, Optional.empty()));
  }

  /** With the papers it went side by side with, if there are any; else on. */
  private static String destination(Plan plan, Ticket ticket, Leg gone) {
    Stream<String> beside =
        ticket.legs().stream().map(Leg::stage).filter(stage -> !stage.equals(gone.stage()));
    Stream<String> later =
        ticket.route().after(gone.stage()).flatMap(step -> step.stages().stream());
    Stream<String> ofService =
        plan.service(ticket.service()).stream()
            .flatMap(service -> service.route().stages().stream());
    return Stream.of(beside, later, ofService)
        .flatMap(stages -> stages)
        .filter(id -> plan.stage(id).isPresent())
        .findFirst()
        .orElseGet(() -> plan.stages().getFirst().id());
  }
}
