package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What the keys of a counter pad do. */
final class CounterKeys {
  private final Deciding deciding;
  private final Plan.Counter counter;

  private CounterKeys(Deciding deciding, Plan.Counter counter) {
    this.deciding = deciding;
    this.counter = counter;
  }

  static Optional<Refusal> press(Deciding deciding, Verb.Key key, int number) {
    return deciding
        .plan()
        .counter(number)
        .map(counter -> new CounterKeys(deciding, counter).press(key))
        .orElseGet(() -> Optional.of(Refusals.noSuchCounter(number)));
  }

  private Optional<Refusal> press(Verb.Key key) {
    return switch (key) {
      case NEXT -> next();
      case RECALL -> inHand().map(this::recall).orElseGet(this::callLastMissed);
      case START -> withInHand(this::start);
      case FINISH -> withInHand(ticket -> finish(ticket, "done"));
      case FINISH_OTHER -> withInHand(ticket -> finish(ticket, "other"));
      case MISS -> withInHand(this::miss);
      case HOLD -> inHand().map(this::hold).orElseGet(this::callLastHeld);
      case UNDO -> withInHand(this::undo);
      case PAUSE -> pause();
      case SUPERVISOR -> happened(new Event.SupervisorCalled(number()));
    };
  }

  private Optional<Refusal> next() {
    if (desk().paused()) {
      return Optional.of(Refusals.paused(number()));
    }
    Optional<Ticket> finished = inHand();
    finished.ifPresent(ticket -> finish(ticket, "done"));
    Optional<Calling.Choice> choice = Calling.choose(deciding.state(), deciding.plan(), counter);
    choice.ifPresent(chosen -> call(chosen.ticket(), chosen.why()));
    return choice.isEmpty() && finished.isEmpty()
        ? Optional.of(Refusals.nobodyWaiting(number()))
        : Optional.empty();
  }

  private Optional<Refusal> recall(Ticket ticket) {
    return happened(new Event.TicketRecalled(ticket.id(), ticket.stage(), number()));
  }

  private Optional<Refusal> callLastMissed() {
    return callBack(desk().missed(), Calling::whyMissed, Refusals::nobodyMissed);
  }

  private Optional<Refusal> callLastHeld() {
    return callBack(desk().held(), Calling::whyHeld, Refusals::nobodyHeld);
  }

  private Optional<Refusal> callBack(
      Tree<Long, TicketId> aside,
      BiFunction<Plan, Ticket, String> why,
      IntFunction<Refusal> nobody) {
    if (desk().paused()) {
      return Optional.of(Refusals.paused(number()));
    }
    return aside
        .last()
        .flatMap(deciding.state()::ticket)
        .map(ticket -> call(ticket, why.apply(deciding.plan(), ticket)))
        .orElseGet(() -> Optional.of(nobody.apply(number())));
  }

  private Optional<Refusal> call(Ticket ticket, String why) {
    return happened(new Event.TicketCalled(ticket.id(), ticket.stage(), number(), why));
  }

  private Optional<Refusal> start(Ticket ticket) {
    if (ticket.status() == Ticket.Status.SERVING) {
      return Optional.of(Refusals.alreadyStarted(ticket));
    }
    return happened(
        new Event.ServiceStarted(ticket.id(), ticket.stage(), number(), deciding.now(), false));
  }

  private Optional<Refusal> finish(Ticket ticket, String outcome) {
    if (ticket.status() == Ticket.Status.CALLED) {
      deciding.happen(
          new Event.ServiceStarted(
              ticket.id(), ticket.stage(), number(), assumedStart(ticket), true));
    }
    Visits.finishStage(deciding, ticket, number(), outcome);
    return Optional.empty();
  }

  /** Nobody pressed start: the customer is taken to have walked over at once. */
  private OffsetDateTime assumedStart(Ticket ticket) {
    OffsetDateTime arrived = ticket.calledAt().plusSeconds(deciding.plan().walkSeconds());
    return arrived.isAfter(deciding.now()) ? deciding.now() : arrived;
  }

  private Optional<Refusal> miss(Ticket ticket) {
    if (ticket.status() == Ticket.Status.SERVING) {
      return Optional.of(Refusals.alreadyStarted(ticket));
    }
    SlipRules.giveUp(deciding, ticket.id(), "missed");
    return happened(new Event.TicketMissed(ticket.id(), ticket.stage(), number()));
  }

  private Optional<Refusal> hold(Ticket ticket) {
    return happened(new Event.TicketHeld(ticket.id(), ticket.stage(), number()));
  }

  private Optional<Refusal> undo(Ticket ticket) {
    if (ticket.status() == Ticket.Status.SERVING) {
      return Optional.of(Refusals.alreadyStarted(ticket));
    }
    deciding.happen(new Event.CallUndone(ticket.id(), ticket.stage(), number()));
    Adoption.moveOn(deciding, ticket.id());
    return Optional.empty();
  }

  private Optional<Refusal> pause() {
    return happened(
        desk().paused() ? new Event.CounterResumed(number()) : new Event.CounterPaused(number()));
  }

  private Optional<Refusal> withInHand(Function<Ticket, Optional<Refusal>> rule) {
    return inHand().map(rule).orElseGet(() -> Optional.of(Refusals.nobodyInHand(number())));
  }

  private Optional<Ticket> inHand() {
    return deciding.state().inHand(number());
  }

  private Desk desk() {
    return deciding.state().desk(number());
  }

  private int number() {
    return counter.number();
  }

  private Optional<Refusal> happened(Event event) {
    deciding.happen(event);
    return Optional.empty();
  }
}
