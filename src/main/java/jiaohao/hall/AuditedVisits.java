package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.AuditedVisit.Leg;
import jiaohao.hall.AuditedVisit.Phase;

/** The audit's book of visits: who is in the hall, and what each ticket may do next. */
final class AuditedVisits {
  private final AuditedHall hall;
  private final AuditedSequel sequel;
  private final AuditedLines lines;
  private final AuditedTurns turns;
  private final AuditedDue due;
  private final AuditedIssuing issuing;
  private final AuditedPlaces places;
  private final AuditedTokens tokens;
  private final Map<TicketId, AuditedVisit> visits = new HashMap<>();
  private final Map<String, TicketId> byNumber = new HashMap<>();

  AuditedVisits(AuditedHall hall, AuditedSequel sequel, AuditedLines lines) {
    this.hall = hall;
    this.sequel = sequel;
    this.lines = lines;
    turns = new AuditedTurns(hall, lines);
    due = new AuditedDue(hall, lines, turns);
    issuing = new AuditedIssuing(hall, lines);
    places = new AuditedPlaces(hall, lines);
    tokens = new AuditedTokens(hall);
  }

  int open() {
    return (int) visits.values().stream().filter(visit -> !visit.absent()).count();
  }

  boolean has(TicketId id) {
    return visits.containsKey(id);
  }

  void adopt() {
    visits.values().forEach(visit -> visit.legs.forEach(lines::reviewStray));
  }

  /** Whoever was missed or away takes a new number; the first version's journals do not tell. */
  void newDay(Event.DayStarted started) {
    List<AuditedVisit> absent = visits.values().stream().filter(AuditedVisit::absent).toList();
    for (AuditedVisit visit : absent) {
      boolean unsaid = visit.legs.stream().allMatch(leg -> leg.phase == Phase.MISSED && !leg.ruled);
      require(unsaid, "%s, but %s was not finished before", started, visit.legs);
      forget(visit);
    }
    issuing.newDay();
    turns.newDay();
  }

  void issue(Event.TicketIssued issued, OffsetDateTime at) {
    TicketId id = issued.ticket();
    TicketId holder = byNumber.get(id.number());
    require(holder == null, "%s is issued while %s is still open", id, holder);
    issuing.check(issued, at, visits.values());
    AuditedVisit visit = new AuditedVisit(issued, lines.next());
    places.issue(visit, issued.stage());
    visits.put(id, visit);
    byNumber.put(id.number(), id);
  }

  /**
   * Whatever else happens to a ticket.
   *
   * @param awaited whether it had to follow what was before
   */
  void see(Event.OfTicket event, OffsetDateTime at, boolean awaited) {
    AuditedVisit visit =
        require(
            Optional.ofNullable(visits.get(event.ticket())),
            "%s is about a ticket that is gone",
            event);
    switch (event) {
      case Event.ToWindow called -> call(leg(visit, called, called.stage()), called);
      case Event.TicketRecalled it -> recall(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.CallUndone it -> undo(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.ServiceStarted it -> start(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.StageFinished it -> finish(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.TicketMissed it -> miss(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.TicketHeld it -> hold(inHand(visit, it, it.stage(), it.counter()));
      case Event.TicketRequeued it -> places.requeue(visit, it, at, awaited);
      case Event.TicketTransferred it -> places.transfer(visit, it);
      case Event.TicketFinished it -> end(visit, it, awaited);
      case Event.TicketVoided it -> end(visit, it);
      case Event.StandardBroken it -> AuditedStandards.broken(leg(visit, it, it.stage()), it);
      case Event.TokenBound it -> tokens.bind(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.TokenMatched it -> tokens.match(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.TokenMismatched it ->
          tokens.mismatch(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.TokenMissing it -> tokens.miss(inHand(visit, it, it.stage(), it.counter()), it);
      case Event.LossSettled it -> tokens.settle(inHand(visit, it, it.stage(), it.counter()));
      case Event.TicketIssued _, Event.SlipPrinted _, Event.SlipFailed _, Event.Rated _ -> {}
    }
  }

  private static Leg leg(AuditedVisit visit, Event event, String stage) {
    return require(visit.leg(stage), "%s, but it is at %s", event, visit.legs);
  }

  private Leg inHand(AuditedVisit visit, Event event, String stage, int counter) {
    Optional<Leg> has = lines.inHand(counter);
    require(
        has.isPresent() && has.get().visit == visit,
        "%s, but window %s has %s in hand",
        event,
        counter,
        has.orElse(null));
    require(has.get().stage.equals(stage), "%s, but it is at %s", event, has.get().stage);
    return has.get();
  }

  private void call(Leg leg, Event.ToWindow called) {
    int counter = called.counter();
    require(!leg.phase.inHand(), "%s, but it is %s", called, leg.phase);
    require(lines.inHand(counter).isEmpty(), "%s, which has %s", called, lines.inHand(counter));
    require(!hall.suspended(), "%s while the hall is suspended", called);
    require(
        called instanceof Event.PapersTaken == leg.silent,
        "%s, where people %s called",
        called,
        leg.silent ? "are not" : "are");
    require(leg.silent || !leg.visit.atWindow(), "%s, who is at a window", called);
    require(
        called.staff().equals(hall.staff(counter)),
        "%s, but %s is signed on there",
        called,
        hall.staff(counter));
    due.check(called, leg);
    turns.call(called, leg, due);
    toWindow(leg, called);
    sequel.expect(
        lines.returning(leg.stage, turns.calls(leg.stage)).stream()
            .map(it ->
                new Event.TicketRequeued(it.id(), it.stage, "returned", Optional.of(it.order)))
            .toList());
  }

  private void toWindow(Leg leg, Event.ToWindow called) {
    lines.next();
    lines.leave(leg);
    leg.before = leg.phase;
    leg.phase = Phase.CALLED;
    leg.counter = called.counter();
    leg.calls++;
    leg.ruled = called.rule().isPresent();
    lines.enter(leg);
  }

  private void recall(Leg leg, Event.TicketRecalled again) {
    require(!leg.silent, "%s, where people are not called", again);
    require(!hall.suspended(), "%s while the hall is suspended", again);
    lines.next();
    leg.calls++;
  }

  /** Back where it was: in line at its exact place, or aside at the window that had called it. */
  private void undo(Leg leg, Event.CallUndone undone) {
    require(leg.phase == Phase.CALLED || !hall.hasWindow(leg.counter), "%s while served", undone);
    turns.undo(undone);
    leg.calls = 0;
    lines.leave(leg);
    leg.counter = leg.before.aside() ? leg.asideAt : 0;
    leg.phase = leg.before;
    lines.enter(leg);
  }

  private void start(Leg leg, Event.ServiceStarted started) {
    require(leg.phase == Phase.CALLED, "%s a second time", started);
    leg.waitOver = true;
    if (!leg.visit.served) {
      leg.visit.served = true;
      leg.visit.owner = hall.staff(leg.counter);
    }
    lines.move(leg, Phase.SERVING);
  }

  private void finish(Leg leg, Event.StageFinished finished) {
    require(leg.phase == Phase.SERVING, "%s was never started", finished);
    boolean done = finished.outcome().equals(Event.DONE);
    require(done || finished.outcome().equals(Event.OTHER), "%s: no such outcome", finished);
    require(
        finished.staff().equals(hall.staff(leg.counter)),
        "%s, but %s is signed on there",
        finished,
        hall.staff(leg.counter));
    boolean onlyOutcome = hall.stage(leg.stage).flatMap(Plan.Stage::other).isEmpty();
    if (done || onlyOutcome) {
      tokens.handOver(leg, finished);
    }
    AuditedWay way = AuditedWay.after(hall, leg, done);
    require(
        finished.onward().equals(way.onward()),
        "%s, but from there it goes to %s",
        finished,
        way.onward());
    lines.leave(leg);
    leg.visit.legs.remove(leg);
    leg.visit.onward = way.onward().or(() -> leg.visit.onward);
    hall.finished(finished.counter(), leg.id());
    sequel.expect(way.sequel());
  }

  /** Returns that are used up end the visit; otherwise it may be called, or comes, back. */
  private void miss(Leg leg, Event.TicketMissed missed) {
    require(leg.phase == Phase.CALLED, "%s while being served", missed);
    require(!leg.silent, "%s, where people are not called", missed);
    require(!hall.standsStill(), "%s during a break or a suspension", missed);
    Optional<Plan.Missed> rule = hall.plan(missed).fairness().missed();
    int calls = rule.map(Plan.Missed::calls).orElse(0);
    require(leg.calls >= calls, "%s after %s of %s calls", missed, leg.calls, calls);
    leg.misses++;
    boolean returns = rule.map(it -> leg.misses <= it.returns()).orElse(true);
    leg.backAt =
        rule.filter(it -> returns && it.backAfter().isPresent())
            .map(it -> turns.calls(leg.stage) + it.backAfter().getAsInt())
            .orElse(0L);
    setAside(leg, Phase.MISSED);
    if (!returns) {
      sequel.expect(List.of(new Event.TicketFinished(leg.id(), Event.TicketFinished.MISSED)));
    }
  }

  private void hold(Leg leg) {
    setAside(leg, Phase.HELD);
  }

  private void setAside(Leg leg, Phase phase) {
    leg.waitOver = true;
    leg.calls = 0;
    lines.leave(leg);
    leg.phase = phase;
    leg.aside = lines.next();
    leg.asideAt = leg.counter;
    lines.enter(leg);
  }

  /** Served to the end, or missed for the last time; else it is not there when the day turns. */
  private void end(AuditedVisit visit, Event.TicketFinished finished, boolean awaited) {
    if (!awaited) {
      boolean missed = visit.legs.stream().anyMatch(leg -> leg.phase == Phase.MISSED);
      String how = missed ? Event.TicketFinished.MISSED : Event.TicketFinished.AWAY;
      require(
          visit.absent() && finished.how().equals(how),
          "%s without a finished stage: it is %s",
          finished,
          visit.legs);
      sequel.turn();
    }
    forget(visit);
  }

  private void end(AuditedVisit visit, Event.TicketVoided voided) {
    boolean served = visit.legs.stream().anyMatch(leg -> leg.phase == Phase.SERVING);
    require(!served, "%s while being served", voided);
    forget(visit);
  }

  private void forget(AuditedVisit visit) {
    visit.legs.forEach(lines::leave);
    tokens.release(visit);
    visits.remove(visit.id);
    byNumber.remove(visit.id.number());
  }
}
