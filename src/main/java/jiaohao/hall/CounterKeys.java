package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What the keys of a counter pad do, and what is typed or scanned there. */
final class CounterKeys {
  /** A ticket and the leg of it that a window has in hand. */
  record InHand(Ticket ticket, Leg leg) {
    boolean started() {
      return leg.status() == Ticket.Status.SERVING;
    }
  }

  private final Deciding deciding;
  private final Plan.Counter counter;
  private final Reasons reasons;

  private CounterKeys(Deciding deciding, Plan.Counter counter) {
    this.deciding = deciding;
    this.counter = counter;
    this.reasons = new Reasons(deciding.plan(), counter);
  }

  static Optional<Refusal> press(Deciding deciding, Verb.AtCounter key, String reference) {
    return deciding
        .plan()
        .counter(key.counter())
        .map(counter -> new CounterKeys(deciding, counter).press(key, reference))
        .orElseGet(() -> Optional.of(Refusals.noSuchCounter(key.counter())));
  }

  private Optional<Refusal> press(Verb.AtCounter key, String reference) {
    String object = key.object();
    return switch (key.key()) {
      case NEXT -> next();
      case RECALL -> inHand().map(this::recall).orElseGet(this::callLastMissed);
      case START -> withInHand(this::start);
      case FINISH -> withInHand(it -> finish(it, Event.DONE));
      case FINISH_OTHER -> withInHand(this::finishOther);
      case MISS -> withInHand(this::miss);
      case HOLD -> inHand().map(this::hold).orElseGet(this::callLastHeld);
      case UNDO -> withInHand(this::undo);
      case PAUSE -> pause();
      case SUPERVISOR -> happened(new Event.SupervisorCalled(number()));
      case RATE_GOOD -> rate(1);
      case RATE_FAIR -> rate(2);
      case RATE_POOR -> rate(3);
      case BACK -> object.isEmpty() ? withInHand(this::back) : Requests.back(deciding, object);
      case CALL -> callChosen(object);
      case TRANSFER -> withInHand(it -> Requests.transfer(deciding, it, number(), object));
      case ISSUE -> Issuing.atDesk(deciding, object, number(), reference);
      case BOOK -> Issuing.book(deciding, object, number(), reference);
      case BIND -> withInHand(it -> Tokens.bind(deciding, it, number(), object));
      case MATCH -> withInHand(it -> Tokens.match(deciding, it, number(), object));
      case LOST_SLIP -> withInHand(it -> Tokens.settleLoss(deciding, it, number()));
      case SIGN_ON -> Roles.signOn(deciding, number(), object);
      case SIGN_OFF -> Roles.signOff(deciding, number());
    };
  }

  private Optional<Refusal> next() {
    Optional<Refusal> idle = cannotCall();
    if (idle.isPresent()) {
      return idle;
    }
    Optional<InHand> inHand = inHand();
    Optional<Refusal> unfinished = inHand.flatMap(it -> finish(it, Event.DONE));
    if (unfinished.isPresent()) {
      return unfinished;
    }
    Optional<Calling.Choice> choice = Calling.choose(deciding.state(), deciding.plan(), counter);
    choice.ifPresent(it -> call(it.ticket(), it.leg(), it.rule(), it.why()));
    return choice.isEmpty() && inHand.isEmpty()
        ? Optional.of(Refusals.nobodyWaiting(number()))
        : Optional.empty();
  }

  private Optional<Refusal> cannotCall() {
    if (deciding.state().stopwatch().suspended()) {
      return Optional.of(Refusals.suspended());
    }
    return desk().paused() ? Optional.of(Refusals.paused(number())) : Optional.empty();
  }

  /** Called as often as the hall calls anybody, one more recall says that nobody came. */
  private Optional<Refusal> recall(InHand it) {
    if (it.leg().silent()) {
      return Optional.of(Refusals.papers(it.ticket()));
    }
    if (deciding.state().stopwatch().suspended()) {
      return Optional.of(Refusals.suspended());
    }
    boolean often = it.leg().calls() >= callsBeforeMissed() && callsBeforeMissed() > 0;
    return often && !it.started() && !onBreak()
        ? miss(it)
        : happened(new Event.TicketRecalled(it.ticket().id(), it.leg().stage(), number()));
  }

  /** 0 where the clerk decides. */
  private int callsBeforeMissed() {
    return deciding.plan().fairness().missed().map(Plan.Missed::calls).orElse(0);
  }

  private boolean onBreak() {
    return deciding.state().stopwatch().onBreak();
  }

  private Optional<Refusal> callLastMissed() {
    return callBack(desk().missed(), CallRule.MISSED, Reasons::missed, Refusals::nobodyMissed);
  }

  private Optional<Refusal> callLastHeld() {
    return callBack(desk().held(), CallRule.HELD, Reasons::held, Refusals::nobodyHeld);
  }

  private Optional<Refusal> callBack(
      Tree<Long, TicketId> aside,
      CallRule rule,
      BiFunction<Reasons, Ticket, String> why,
      IntFunction<Refusal> nobody) {
    Optional<Refusal> idle = cannotCall();
    if (idle.isPresent()) {
      return idle;
    }
    return aside
        .lastEntry()
        .flatMap(last -> Requests.setAside(deciding.state(), last.getValue(), last.getKey()))
        .map(it -> call(it.ticket(), it.leg(), rule, why.apply(reasons, it.ticket())))
        .orElseGet(() -> Optional.of(nobody.apply(number())));
  }

  private Optional<Refusal> callChosen(String number) {
    Optional<Refusal> idle = cannotCall();
    if (idle.isPresent()) {
      return idle;
    }
    if (inHand().isPresent()) {
      return Optional.of(Refusals.inHand(inHand().get().ticket(), number()));
    }
    return Requests.callable(deciding, counter, number)
        .map(it -> call(it.ticket(), it.leg(), CallRule.CHOSEN, reasons.chosen(it.ticket())))
        .orElseGet(() -> Optional.of(Requests.whyNot(deciding, number(), number)));
  }

  private Optional<Refusal> call(Ticket ticket, Leg leg, CallRule rule, String why) {
    if (ticket.atWindow() && !leg.silent()) {
      return Optional.of(Refusals.atAnotherWindow(ticket));
    }
    boolean waits = leg.status() != Ticket.Status.AWAY && !leg.timing().waitOver();
    OptionalInt waited =
        !waits
            ? OptionalInt.empty()
            : OptionalInt.of((int) ((deciding.reading() - leg.timing().waitingSince()) / 1000));
    Optional<CallRule> by = Optional.of(rule);
    Optional<String> staff = desk().staff();
    deciding.happen(
        leg.silent()
            ? new Event.PapersTaken(ticket.id(), leg.stage(), number(), why, by, staff, waited)
            : new Event.TicketCalled(ticket.id(), leg.stage(), number(), why, by, staff, waited));
    Requests.bringBack(deciding, leg.stage());
    return Optional.empty();
  }

  private Optional<Refusal> start(InHand it) {
    if (it.started()) {
      return Optional.of(Refusals.alreadyStarted(it.ticket()));
    }
    return happened(started(it, deciding.now(), false));
  }

  private Event started(InHand it, OffsetDateTime since, boolean assumed) {
    return new Event.ServiceStarted(it.ticket().id(), it.leg().stage(), number(), since, assumed);
  }

  private Optional<Refusal> finish(InHand it, String outcome) {
    Optional<Refusal> unmatched =
        handsOver(it, outcome) ? Tokens.handOver(deciding, it, number()) : Optional.empty();
    if (unmatched.isPresent()) {
      return unmatched;
    }
    if (!it.started()) {
      deciding.happen(started(it, assumedStart(it.leg()), !it.leg().silent()));
    }
    InHand served = inHand().orElseThrow();
    boolean timed = it.started() || it.leg().silent() || !deciding.plan().startKey();
    Visits.finishStage(deciding, served.ticket(), served.leg(), number(), outcome, timed);
    return Optional.empty();
  }

  /** A second outcome of which the hall knows nothing is the only one there is. */
  private boolean handsOver(InHand it, String outcome) {
    return outcome.equals(Event.DONE)
        || deciding.plan().stage(it.leg().stage()).flatMap(Plan.Stage::other).isEmpty();
  }

  private Optional<Refusal> finishOther(InHand it) {
    Optional<Plan.Other> other = deciding.plan().stage(it.leg().stage()).flatMap(Plan.Stage::other);
    if (other.filter(to -> to.where() == Plan.Other.Where.HOLD).isEmpty()) {
      return finish(it, Event.OTHER);
    }
    if (other.get().notice()) {
      Visits.noticeOfMissing(deciding, it.ticket(), it.leg());
    }
    return hold(it);
  }

  /** Nobody pressed start: the customer is taken to have walked over at once. */
  private OffsetDateTime assumedStart(Leg leg) {
    int walkSeconds = leg.silent() ? 0 : deciding.plan().walkSeconds();
    OffsetDateTime arrived = leg.spot().calledAt().plusSeconds(walkSeconds);
    return arrived.isAfter(deciding.now()) ? deciding.now() : arrived;
  }

  private Optional<Refusal> miss(InHand it) {
    if (it.leg().silent()) {
      return Optional.of(Refusals.papers(it.ticket()));
    }
    if (it.started()) {
      return Optional.of(Refusals.alreadyStarted(it.ticket()));
    }
    if (onBreak() || deciding.state().stopwatch().suspended()) {
      return Optional.of(Refusals.noMisses());
    }
    if (it.leg().calls() < callsBeforeMissed()) {
      return Optional.of(Refusals.callAgain(it.ticket(), it.leg().calls(), callsBeforeMissed()));
    }
    SlipRules.giveUp(deciding, it.ticket().id(), "missed");
    deciding.happen(new Event.TicketMissed(it.ticket().id(), it.leg().stage(), number()));
    if (!Requests.mayReturn(deciding, it.leg().misses() + 1)) {
      deciding.happen(new Event.TicketFinished(it.ticket().id(), Event.TicketFinished.MISSED));
    }
    return Optional.empty();
  }

  private Optional<Refusal> hold(InHand it) {
    deciding.happen(new Event.TicketHeld(it.ticket().id(), it.leg().stage(), number()));
    Adoption.moveOn(deciding, it.ticket().id());
    return Optional.empty();
  }

  private Optional<Refusal> back(InHand it) {
    return Requests.back(deciding, it);
  }

  private Optional<Refusal> undo(InHand it) {
    if (it.started()) {
      return Optional.of(Refusals.alreadyStarted(it.ticket()));
    }
    deciding.happen(new Event.CallUndone(it.ticket().id(), it.leg().stage(), number()));
    Adoption.settle(deciding, it.ticket().id());
    return Optional.empty();
  }

  private Optional<Refusal> pause() {
    if (desk().paused()) {
      return happened(new Event.CounterResumed(number()));
    }
    deciding.happen(new Event.CounterPaused(number()));
    Roles.alarmIfUnserved(deciding, counter);
    return Optional.empty();
  }

  private Optional<Refusal> rate(int rating) {
    return desk()
        .last()
        .ticket()
        .map(ticket -> happened(new Event.Rated(ticket, number(), rating)))
        .orElseGet(() -> Optional.of(Refusals.nobodyToRate(number())));
  }

  private Optional<Refusal> withInHand(Function<InHand, Optional<Refusal>> rule) {
    return inHand().map(rule).orElseGet(() -> Optional.of(Refusals.nobodyInHand(number())));
  }

  private Optional<InHand> inHand() {
    return deciding
        .state()
        .inHand(number())
        .flatMap(ticket -> ticket.legAt(number()).map(leg -> new InHand(ticket, leg)));
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
