package jiaohao.hall;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/** What each event does to a ticket and the window it is at; a part of {@link Draft}. */
final class Moves {
  private final Optional<Plan> plan;
  private final Whereabouts where;
  private final OffsetDateTime at;
  private final long reading;

  /**
   * The moves of one fact.
   *
   * @param reading of the stopwatch at that time
   */
  Moves(Optional<Plan> plan, Whereabouts where, OffsetDateTime at, long reading) {
    this.plan = plan;
    this.where = where;
    this.at = at;
    this.reading = reading;
  }

  void apply(Event.OfTicket event) {
    TicketId id = event.ticket();
    switch (event) {
      case Event.ToWindow called -> call(called);
      case Event.TicketRecalled again -> recall(again);
      case Event.CallUndone undone -> undo(undone);
      case Event.ServiceStarted started -> start(started);
      case Event.StageFinished finished -> finishStage(finished);
      case Event.TicketMissed missed -> miss(missed);
      case Event.TicketHeld held -> hold(held);
      case Event.TicketRequeued queued -> queue(queued);
      case Event.TicketTransferred moved -> transfer(moved);
      case Event.TokenBound bound ->
          where.change(id, ticket -> ticket.with(bound.kind(), bound.token()));
      case Event.TokenMatched matched -> where.change(id, matched.stage(), Leg::nowMatched);
      case Event.TokenMissing missing -> where.change(id, missing.stage(), Leg::nowMatched);
      case Event.LossSettled settled -> where.change(id, settled.stage(), Leg::nowMatched);
      case Event.TokenMismatched _ -> {}
      case Event.StandardBroken broken ->
          where.change(id, broken.stage(), leg -> leg.with(leg.timing().broken(broken.kind())));
      case Event.Rated rated -> where.change(rated.counter(), Desk::rated);
      case Event.TicketIssued _, Event.SlipPrinted _, Event.SlipFailed _ -> {}
      case Event.TicketVoided _, Event.TicketFinished _ -> {}
    }
  }

  void issue(Event.TicketIssued issued, long serial, Ticket.Paper paper) {
    Ticket ticket =
        Ticket.of(
            new Ticket.Issue(
                issued.ticket(),
                issued.service(),
                issued.route(),
                issued.language(),
                issued.assist(),
                issued.ahead(),
                issued.reference(),
                at,
                serial,
                issued.terms(),
                forecast(issued)),
            paper);
    Leg first = leg(ticket, issued.stage(), Place.last(serial));
    where.put(ticket.with(issued.terms().appointment().map(t -> booked(first, t)).orElse(first)));
  }

  private Optional<Pace.Forecast> forecast(Event.TicketIssued issued) {
    return plan.flatMap(now ->
        Waits.forecast(
            new Windows(now, where::desk),
            where.pace(issued.stage()),
            issued.stage(),
            issued.ahead(),
            issued.terms()));
  }

  private static Leg booked(Leg leg, OffsetDateTime appointment) {
    long millis = appointment.toInstant().toEpochMilli();
    Place place = new Place(millis, leg.spot().place().serial());
    return leg.with(Leg.Spot.at(Ticket.Status.BOOKED, place));
  }

  /** A ticket that comes to a stage for the first time. */
  private Leg leg(Ticket ticket, String stageId, Place place) {
    Optional<Plan.Stage> stage = plan.flatMap(now -> now.stage(stageId));
    boolean outside = stage.filter(Plan.Stage::outside).isPresent();
    return new Leg(
        stageId,
        Lanes.of(ticket, stage),
        stage.filter(known -> !known.announce()).isPresent(),
        Leg.Spot.at(outside ? Ticket.Status.AWAY : Ticket.Status.WAITING, place),
        Leg.Timing.waiting(
            reading,
            stage.map(known -> known.waitLimitSeconds().orElse(0)).orElse(0),
            stage.map(known -> known.limitSeconds().orElse(0)).orElse(0)),
        0,
        0,
        false);
  }

  private void call(Event.ToWindow called) {
    int counter = called.counter();
    where
        .tickets()
        .get(called.ticket())
        .flatMap(ticket -> ticket.leg(called.stage()))
        .ifPresent(leg -> {
          long serial = where.next();
          boolean inTurn = called.rule().map(CallRule::inTurn).orElse(true);
          int streak = where.line(leg.stage()).streak();
          where.change(counter, desk -> desk.calling(serial, streak, inTurn, called.why()));
          if (inTurn) {
            takeTurn(called, leg);
            learnPace(called, leg);
          }
          where.change(called.ticket(), leg.stage(), it -> called(it, counter));
        });
  }

  private Leg called(Leg leg, int counter) {
    return leg.calledOnceMore()
        .with(leg.spot().called(counter, at))
        .with(leg.timing().served(arrival(leg)));
  }

  /** Papers are there at once; customers walk, and where there is a key for it they say when. */
  private long arrival(Leg leg) {
    if (leg.silent()) {
      return reading;
    }
    boolean told = plan.map(Plan::startKey).orElse(false);
    return told ? 0 : reading + plan.map(Plan::walkSeconds).orElse(0) * 1000L;
  }

  /** What a call in turn does to the turns of others. */
  private void takeTurn(Event.ToWindow called, Leg leg) {
    if (plan.isEmpty()) {
      return;
    }
    Lanes lanes = new Lanes(new Windows(plan.get(), where::desk));
    if (called.rule().equals(Optional.of(CallRule.SHARE))) {
      plan.get().counter(called.counter()).ifPresent(counter -> share(counter, leg, lanes));
    }
    where.change(leg.stage(), line -> line.called(lanes.streakAfter(line, leg)));
  }

  private void learnPace(Event.ToWindow called, Leg leg) {
    Line line = where.line(leg.stage());
    Pace pace = where.pace(leg.stage()).called(reading, line.all().size() > 1);
    Optional<Pace.Forecast> forecast =
        where
            .tickets()
            .get(called.ticket())
            .filter(ticket -> leg.stage().equals(ticket.route().first()))
            .flatMap(Ticket::forecast);
    boolean tested = forecast.isPresent() && called.waitedSeconds().isPresent();
    where.setPace(
        leg.stage(),
        tested ? pace.learned(forecast.get(), called.waitedSeconds().getAsInt()) : pace);
  }

  private void share(Plan.Counter counter, Leg leg, Lanes lanes) {
    int number = counter.number();
    Predicate<String> waits = stage -> lanes.next(where.line(stage), stage, number).isPresent();
    where.change(
        number,
        desk ->
            desk.withCredits(Shares.after(desk.turns().credits(), counter, leg.stage(), waits)));
  }

  private void recall(Event.TicketRecalled again) {
    long serial = where.next();
    where.change(again.counter(), desk -> desk.recalling(serial));
    where.change(
        again.ticket(),
        again.stage(),
        leg -> {
          boolean started = leg.status() == Ticket.Status.SERVING;
          Leg.Timing timing = started ? leg.timing() : leg.timing().served(arrival(leg));
          return leg.calledOnceMore().with(leg.spot().recalled(at)).with(timing);
        });
  }

  private void undo(Event.CallUndone undone) {
    Desk.Before before = where.desk(undone.counter()).turns().before();
    if (before.inTurn()) {
      where.change(undone.stage(), line -> line.uncalled(before.streak()));
    }
    where.change(undone.counter(), Desk::uncalled);
    where.change(undone.ticket(), undone.stage(), Leg::uncalled);
  }

  /** Whoever serves a customer first answers for the visit. */
  private void start(Event.ServiceStarted started) {
    Desk desk = where.desk(started.counter());
    where.change(
        started.ticket(),
        ticket -> {
          Ticket owned =
              ticket.owner().isPresent()
                  ? ticket
                  : ticket.ownedBy(new Ticket.Owner(desk.counter(), desk.staff()));
          return owned
              .leg(started.stage())
              .map(leg -> owned.with(served(leg, started)))
              .orElse(owned);
        });
  }

  private Leg served(Leg leg, Event.ServiceStarted started) {
    Leg.Timing timing = leg.timing().waited();
    boolean known = clockRuns(leg) && (started.assumed() || leg.silent());
    return leg.with(leg.spot().serving()).with(known ? timing : timing.served(since(started)));
  }

  /** Papers are worked on from the moment they are taken, whatever is pressed later. */
  private static boolean clockRuns(Leg leg) {
    return leg.timing().servedSince() != 0;
  }

  private long since(Event.ServiceStarted started) {
    return reading - Math.max(0, Duration.between(started.since(), at).toMillis());
  }

  private void finishStage(Event.StageFinished finished) {
    TicketId id = finished.ticket();
    where.change(
        id,
        ticket -> {
          Ticket left = ticket.withoutLegAt(finished.stage());
          return finished.onward().isPresent() ? left.goingTo(finished.onward()) : left;
        });
    where.change(finished.counter(), desk -> desk.finished(id, at));
  }

  private void miss(Event.TicketMissed missed) {
    long aside = where.next();
    long calls = where.line(missed.stage()).calls();
    where.change(
        missed.ticket(),
        missed.stage(),
        leg -> {
          Leg again = leg.missedOnceMore();
          long back = backAt(again, calls);
          return again.with(leg.spot().setAside(Ticket.Status.MISSED, aside, back));
        });
  }

  private long backAt(Leg leg, long calls) {
    return plan.flatMap(now -> now.fairness().missed())
        .filter(rule -> rule.backAfter().isPresent() && leg.misses() <= rule.returns())
        .map(rule -> calls + rule.backAfter().getAsInt())
        .orElse(0L);
  }

  private void hold(Event.TicketHeld held) {
    long aside = where.next();
    where.change(
        held.ticket(),
        held.stage(),
        leg -> {
          Leg.Spot spot = leg.spot().setAside(Ticket.Status.HELD, aside, 0);
          return leg.heldBack(interrupted(leg)).with(spot);
        });
  }

  /** Only where it moves on has it been where it was to meet; a detour or a requeue keeps that. */
  private void queue(Event.TicketRequeued queued) {
    String stage = queued.stage();
    where.change(
        queued.ticket(),
        ticket -> {
          Place place = place(queued.order());
          Optional<Leg> there = ticket.leg(stage);
          Leg next =
              there
                  .filter(leg -> leg.status() != Ticket.Status.BOOKED)
                  .map(leg -> backInLine(ticket, leg, place))
                  .orElseGet(() -> leg(ticket, stage, place));
          return (queued.movesOn() ? ticket.goingTo(Optional.empty()) : ticket).with(next);
        });
  }

  private Leg backInLine(Ticket ticket, Leg leg, Place place) {
    Optional<Plan.Stage> stage = plan.flatMap(now -> now.stage(leg.stage()));
    boolean outside = stage.filter(Plan.Stage::outside).isPresent();
    return leg.back(
        outside ? Ticket.Status.AWAY : Ticket.Status.WAITING,
        place,
        Lanes.of(ticket, stage),
        interrupted(leg));
  }

  /** Whatever was spent on a customer is kept, the way to the window is not. */
  private Leg.Timing interrupted(Leg leg) {
    boolean begun = leg.status() == Ticket.Status.SERVING;
    return begun ? leg.timing().spent(reading) : leg.timing().waited().served(0);
  }

  private void transfer(Event.TicketTransferred moved) {
    where.change(
        moved.ticket(),
        ticket -> {
          Place place = place(moved.order());
          Ticket left =
              moved.from().or(() -> onlyStage(ticket)).map(ticket::withoutLegAt).orElse(ticket);
          boolean there = left.leg(moved.stage()).isPresent();
          return there ? left : left.with(leg(ticket, moved.stage(), place));
        });
  }

  /** Journals of the first version had one leg only. */
  private static Optional<String> onlyStage(Ticket ticket) {
    return ticket.legs().stream().map(Leg::stage).findFirst();
  }

  private Place place(Optional<Long> order) {
    long serial = where.next();
    return new Place(order.orElse(serial), serial);
  }
}
