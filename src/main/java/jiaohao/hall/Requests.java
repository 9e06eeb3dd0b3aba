package jiaohao.hall;

import java.util.Optional;
import java.util.function.Predicate;

/** What is done with a number out of its turn: sent elsewhere, put back, asked for. */
final class Requests {
  private Requests() {}

  /** The leg of a ticket that lies aside under a key. */
  static Optional<CounterKeys.InHand> setAside(State state, TicketId id, long aside) {
    return state
        .ticket(id)
        .flatMap(ticket ->
            ticket.legs().stream()
                .filter(leg -> aside(leg) && leg.spot().aside() == aside)
                .findFirst()
                .map(leg -> new CounterKeys.InHand(ticket, leg)));
  }

  /** Whoever it is waits again, a fair number of others first. */
  static Optional<Refusal> back(Deciding deciding, CounterKeys.InHand it) {
    return requeue(deciding, it, "back");
  }

  /** A missed or held one, by its number, at the customer's own request. */
  static Optional<Refusal> back(Deciding deciding, String number) {
    return find(deciding.state(), numbered(number), Requests::aside)
        .map(it -> requeue(deciding, it, "request"))
        .orElseGet(() -> Optional.of(Refusals.notAside(number)));
  }

  private static Optional<Refusal> requeue(
      Deciding deciding, CounterKeys.InHand it, String reason) {
    Optional<Long> order = behindOthers(deciding, it.leg().stage());
    deciding.happen(new Event.TicketRequeued(it.ticket().id(), it.leg().stage(), reason, order));
    Adoption.moveOn(deciding, it.ticket().id());
    return Optional.empty();
  }

  /** The order that stands behind as many as are to be served first; empty for the end. */
  private static Optional<Long> behindOthers(Deciding deciding, String stage) {
    int others = deciding.plan().fairness().backAfter();
    Tree<Place, TicketId> line = deciding.state().queue(stage);
    if (others == 0) {
      return line.firstKey().map(first -> first.order() - 1);
    }
    return line.size() <= others ? Optional.empty() : line.keyAt(others - 1).map(Place::order);
  }

  /** Whether a number missed so often may come back, by itself or at request. */
  static boolean mayReturn(Deciding deciding, int misses) {
    return deciding.plan().fairness().missed().map(rule -> misses <= rule.returns()).orElse(true);
  }

  /** Missed ones who have let enough others go before are back where they were. */
  static void bringBack(Deciding deciding, String stage) {
    Optional<CounterKeys.InHand> next = returning(deciding.state(), stage);
    while (next.isPresent()) {
      long order = next.get().leg().spot().place().order();
      deciding.happen(
          new Event.TicketRequeued(
              next.get().ticket().id(), stage, "returned", Optional.of(order)));
      next = returning(deciding.state(), stage);
    }
  }

  private static Optional<CounterKeys.InHand> returning(State state, String stage) {
    Line line = state.line(stage);
    return line.returning()
        .firstKey()
        .filter(due -> due.order() <= line.calls())
        .flatMap(due -> line.returning().get(due).flatMap(id -> setAside(state, id, due.serial())));
  }

  /** A ticket that a window may call by its number: at one of its stages, and in nobody's hands. */
  static Optional<CounterKeys.InHand> callable(
      Deciding deciding, Plan.Counter counter, String number) {
    Windows windows = Windows.of(deciding.state(), deciding.plan());
    Predicate<Leg> here =
        leg ->
            counter.stages().contains(leg.stage())
                || windows
                    .takenOver(counter.number())
                    .anyMatch(paused -> paused.stages().contains(leg.stage()));
    return find(deciding.state(), numbered(number), here.and(Requests::free));
  }

  static Refusal whyNot(Deciding deciding, int counter, String number) {
    return find(deciding.state(), numbered(number), leg -> true)
        .map(it -> Refusals.notForThisWindow(it.ticket(), counter))
        .orElseGet(() -> Refusals.noSuchNumber(number));
  }

  /** To another stage, with number and time of issue, and so before all who came later. */
  static Optional<Refusal> transfer(
      Deciding deciding, CounterKeys.InHand it, int counter, String stage) {
    Ticket ticket = it.ticket();
    if (deciding.plan().stage(stage).isEmpty()) {
      return Optional.of(Refusals.noSuchStage(stage));
    }
    if (ticket.leg(stage).isPresent()) {
      return Optional.of(Refusals.thereAlready(ticket, deciding.plan().stageName(stage)));
    }
    deciding.happen(
        new Event.TicketTransferred(
            ticket.id(),
            stage,
            "by-hand",
            Optional.of(it.leg().stage()),
            counter,
            Optional.of(ticket.serial())));
    return Optional.empty();
  }

  private static boolean aside(Leg leg) {
    return leg.status() == Ticket.Status.HELD || leg.status() == Ticket.Status.MISSED;
  }

  private static boolean free(Leg leg) {
    return !leg.status().inHand() && leg.status() != Ticket.Status.BOOKED;
  }

  private static Predicate<Ticket> numbered(String number) {
    return ticket -> ticket.number().equalsIgnoreCase(number);
  }

  /** Only one open ticket has a number. */
  private static Optional<CounterKeys.InHand> find(
      State state, Predicate<Ticket> which, Predicate<Leg> where) {
    for (Ticket ticket : state.tickets().values()) {
      if (which.test(ticket)) {
        return ticket.legs().stream()
            .filter(where)
            .findFirst()
            .map(leg -> new CounterKeys.InHand(ticket, leg));
      }
    }
    return Optional.empty();
  }
}
