package jiaohao.hall;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Tickets and everything that is told from where they stand: lines, windows, what is due, who is in
 * the hall. One way in, {@link #put}: what a ticket left is taken out, what it entered is put in,
 * so that none of them can disagree. Lives no longer than {@link State#apply}.
 */
final class Whereabouts {
  private Tree<TicketId, Ticket> tickets;
  private Tree<String, Line> lines;
  private Tree<Integer, Desk> desks;
  private Tree<String, Pace> paces;
  private Tree<Place, State.Stop> dues;
  private Tree<Place, State.Stop> bookings;
  private Tree<String, State.Tally> tallies;
  private int absent;
  private long serial;

  Whereabouts(State state) {
    tickets = state.tickets();
    lines = state.lines();
    desks = state.desks();
    paces = state.paces();
    dues = state.dues();
    bookings = state.bookings();
    tallies = state.tallies();
    absent = state.absent();
    serial = state.serial();
  }

  /** Gives out one more place. */
  long next() {
    serial++;
    return serial;
  }

  long serial() {
    return serial;
  }

  Tree<TicketId, Ticket> tickets() {
    return tickets;
  }

  Tree<String, Line> lines() {
    return lines;
  }

  Tree<Integer, Desk> desks() {
    return desks;
  }

  Tree<String, Pace> paces() {
    return paces;
  }

  Tree<Place, State.Stop> dues() {
    return dues;
  }

  Tree<Place, State.Stop> bookings() {
    return bookings;
  }

  Tree<String, State.Tally> tallies() {
    return tallies;
  }

  int absent() {
    return absent;
  }

  /** A new ticket, or one that has changed. */
  void put(Ticket ticket) {
    Optional<Ticket> before = tickets.get(ticket.id());
    List<Leg> legsBefore = before.map(Ticket::legs).orElse(List.of());
    boolean moved = before.filter(Ticket::atWindow).isPresent() != ticket.atWindow();
    legsBefore.stream()
        .filter(leg -> moved || !has(ticket.legs(), leg))
        .forEach(leg -> take(ticket, leg));
    ticket.legs().stream()
        .filter(leg -> moved || !has(legsBefore, leg))
        .forEach(leg -> set(ticket, leg));
    if (before.isEmpty() || before.get().absent() != ticket.absent()) {
      before.ifPresent(then -> count(then, -1));
      count(ticket, 1);
    }
    tickets = tickets.with(ticket.id(), ticket);
  }

  void remove(TicketId id) {
    tickets
        .get(id)
        .ifPresent(ticket -> {
          ticket.legs().forEach(leg -> take(ticket, leg));
          count(ticket, -1);
          tickets = tickets.without(id);
        });
  }

  /** The same object: a leg that has not changed is not rebuilt. */
  @SuppressWarnings("ReferenceEquality") // equal ones stand at the same spots too, but cost more
  private static boolean has(List<Leg> legs, Leg leg) {
    for (Leg one : legs) {
      if (one == leg) {
        return true;
      }
    }
    return false;
  }

  private void count(Ticket ticket, int by) {
    boolean away = ticket.absent();
    absent += away ? by : 0;
    State.Tally tally = tally(ticket.service());
    tallies =
        tallies.with(
            ticket.service(), new State.Tally(tally.issued(), tally.inside() + (away ? 0 : by)));
  }

  void countIssued(String service) {
    State.Tally tally = tally(service);
    tallies = tallies.with(service, new State.Tally(tally.issued() + 1, tally.inside()));
  }

  /** A new day begins to count its tickets. */
  void forgetIssued() {
    for (var tally : tallies.entries()) {
      State.Tally fresh = new State.Tally(0, tally.getValue().inside());
      tallies = tallies.with(tally.getKey(), fresh);
    }
  }

  private State.Tally tally(String service) {
    return tallies.get(service).orElse(State.Tally.NONE);
  }

  private void set(Ticket ticket, Leg leg) {
    TicketId id = ticket.id();
    Leg.Spot spot = leg.spot();
    switch (leg.status()) {
      case WAITING -> {
        if (leg.silent() || !ticket.atWindow()) {
          change(leg.stage(), line -> line.with(spot.place(), leg.lane(), id));
        }
      }
      case HELD ->
          change(spot.counter(), desk -> desk.withHeld(desk.held().with(spot.aside(), id)));
      case MISSED -> {
        change(spot.counter(), desk -> desk.withMissed(desk.missed().with(spot.aside(), id)));
        if (spot.backAt() > 0) {
          Place back = new Place(spot.backAt(), spot.aside());
          change(leg.stage(), line -> line.withReturning(line.returning().with(back, id)));
        }
      }
      case CALLED, SERVING -> change(spot.counter(), desk -> desk.withInHand(Optional.of(id)));
      case BOOKED -> bookings = bookings.with(spot.place(), new State.Stop(id, leg.stage()));
      case AWAY -> {}
    }
    leg.due().ifPresent(due -> dues = dues.with(key(leg, due), new State.Stop(id, leg.stage())));
  }

  private void take(Ticket ticket, Leg leg) {
    Leg.Spot spot = leg.spot();
    switch (leg.status()) {
      case WAITING -> change(leg.stage(), line -> line.without(spot.place(), leg.lane()));
      case HELD -> change(spot.counter(), desk -> desk.withHeld(desk.held().without(spot.aside())));
      case MISSED -> {
        change(spot.counter(), desk -> desk.withMissed(desk.missed().without(spot.aside())));
        Place back = new Place(spot.backAt(), spot.aside());
        change(leg.stage(), line -> line.withReturning(line.returning().without(back)));
      }
      case CALLED, SERVING ->
          change(
              spot.counter(),
              desk ->
                  desk.inHand().equals(Optional.of(ticket.id()))
                      ? desk.withInHand(Optional.empty())
                      : desk);
      case BOOKED -> bookings = bookings.without(spot.place());
      case AWAY -> {}
    }
    leg.due().ifPresent(due -> dues = dues.without(key(leg, due)));
  }

  private static Place key(Leg leg, long due) {
    return new Place(due, leg.spot().place().serial());
  }

  Line line(String stage) {
    return lines.get(stage).orElse(Line.EMPTY);
  }

  Desk desk(int counter) {
    return desks.get(counter).orElseGet(() -> Desk.idle(counter));
  }

  Pace pace(String stage) {
    return paces.get(stage).orElse(Pace.NONE);
  }

  void setPace(String stage, Pace pace) {
    paces = paces.with(stage, pace);
  }

  void forgetPaces() {
    paces = Tree.empty();
  }

  void change(String stage, UnaryOperator<Line> how) {
    lines = lines.with(stage, how.apply(line(stage)));
  }

  void change(int counter, UnaryOperator<Desk> how) {
    desks = desks.with(counter, how.apply(desk(counter)));
  }

  void change(TicketId id, UnaryOperator<Ticket> how) {
    tickets.get(id).map(how).ifPresent(this::put);
  }

  /** Changes the leg at a stage, if the ticket has one there. */
  void change(TicketId id, String stage, UnaryOperator<Leg> how) {
    change(id, ticket -> ticket.leg(stage).map(how).map(ticket::with).orElse(ticket));
  }
}
