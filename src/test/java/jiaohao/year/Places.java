package jiaohao.year;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import jiaohao.hall.Desk;
import jiaohao.hall.Leg;
import jiaohao.hall.Line;
import jiaohao.hall.Place;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.hall.Tree;

/** Lines, windows and counts say the same as the tickets themselves. */
final class Places {
  private final State state;
  private int waiting;
  private int held;
  private int missed;
  private int returning;
  private int inHand;
  private int booked;

  private Places(State state) {
    this.state = state;
  }

  static void check(State state) {
    new Places(state).check();
  }

  /** Whether the holder of a ticket is not in the hall. */
  static boolean absent(Ticket ticket) {
    return ticket.legs().stream()
        .map(Leg::status)
        .anyMatch(status ->
            status == Ticket.Status.BOOKED
                || status == Ticket.Status.MISSED
                || status == Ticket.Status.AWAY);
  }

  private void check() {
    for (Ticket ticket : state.tickets().values()) {
      Broken.unless(!ticket.legs().isEmpty(), "place", "%s is nowhere", ticket.id());
      ticket.legs().forEach(leg -> check(ticket.id(), leg));
    }
    require(sum(line -> line.all().size()) == waiting, "wait in lines");
    require(sum(this::inLanes) == waiting, "wait in lanes");
    require(sum(line -> line.returning().size()) == returning, "come back");
    require(count(desk -> desk.held().size()) == held, "are held");
    require(count(desk -> desk.missed().size()) == missed, "are missed");
    require(count(desk -> desk.inHand().isPresent() ? 1 : 0) == inHand, "are in hand");
    require(state.bookings().size() == booked, "are booked");
    long absent = state.tickets().values().stream().filter(Places::absent).count();
    require(state.absent() == absent, "are absent");
    int inside = state.tallies().values().stream().mapToInt(State.Tally::inside).sum();
    require(inside == state.tickets().size() - absent, "are inside");
  }

  private void require(boolean sound, String what) {
    Broken.unless(sound, "place", "not as many tickets %s as say so themselves", what);
  }

  private int sum(ToIntFunction<Line> size) {
    return state.lines().values().stream().mapToInt(size).sum();
  }

  private int inLanes(Line line) {
    return line.lanes().values().stream().mapToInt(Tree::size).sum();
  }

  private int count(ToIntFunction<Desk> size) {
    return state.desks().values().stream().mapToInt(size).sum();
  }

  private void check(TicketId id, Leg leg) {
    Leg.Spot spot = leg.spot();
    Desk desk = state.desk(leg.counter());
    Line line = state.line(leg.stage());
    Predicate<TicketId> it = id::equals;
    boolean there =
        switch (leg.status()) {
          case WAITING -> {
            waiting++;
            yield line.all().get(spot.place()).filter(it).isPresent()
                && line.lanes()
                    .get(leg.lane())
                    .flatMap(lane -> lane.get(spot.place()))
                    .filter(it)
                    .isPresent();
          }
          case HELD -> {
            held++;
            yield desk.held().get(spot.aside()).filter(it).isPresent();
          }
          case MISSED -> {
            missed++;
            returning += spot.backAt() > 0 ? 1 : 0;
            yield desk.missed().get(spot.aside()).filter(it).isPresent()
                && (spot.backAt() == 0
                    || line.returning()
                        .get(new Place(spot.backAt(), spot.aside()))
                        .filter(it)
                        .isPresent());
          }
          case CALLED, SERVING -> {
            inHand++;
            yield desk.inHand().filter(it).isPresent();
          }
          case BOOKED -> {
            booked++;
            yield state.bookings().has(spot.place());
          }
          case AWAY -> true;
        };
    Broken.unless(there, "place", "%s says %s, but is not there", id, leg);
  }
}
