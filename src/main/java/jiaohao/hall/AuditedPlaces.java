package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.AuditedVisit.Leg;
import jiaohao.hall.AuditedVisit.Phase;

/** The audit of places: who comes into which line, and where in it. */
final class AuditedPlaces {
  private final AuditedHall hall;
  private final AuditedLines lines;

  AuditedPlaces(AuditedHall hall, AuditedLines lines) {
    this.hall = hall;
    this.lines = lines;
  }

  /** A new ticket; its place and its serial are the same. */
  void issue(AuditedVisit visit, String stage) {
    boolean booked = visit.terms.appointment().isPresent();
    enter(visit, stage, visit.serial, visit.serial, booked);
  }

  /**
   * A ticket comes to a stage, or is in line again where it is.
   *
   * @param awaited whether it had to follow what was before
   */
  void requeue(
      AuditedVisit visit, Event.TicketRequeued queued, OffsetDateTime at, boolean awaited) {
    Optional<Leg> leg = visit.leg(queued.stage());
    if (!awaited) {
      Leg there = require(leg, "%s, but it is at %s", queued, visit.legs);
      requireReason(there, queued, at);
    }
    boolean again = leg.isPresent() && leg.get().phase != Phase.BOOKED;
    long serial = lines.next();
    long order = queued.order().orElse(serial);
    boolean detour = queued.reason().equals("then") || queued.reason().equals("other");
    if (visit.legs.isEmpty() && !detour) {
      visit.onward = Optional.empty();
    }
    if (again) {
      backInLine(leg.get(), order, serial);
    } else {
      leg.ifPresent(this::drop);
      enter(visit, queued.stage(), order, serial, false);
    }
  }

  private void requireReason(Leg leg, Event.TicketRequeued queued, OffsetDateTime at) {
    Phase phase = leg.phase;
    boolean fits =
        switch (queued.reason()) {
          case "appointment" -> phase == Phase.BOOKED;
          case "window-gone" ->
              !hall.hasWindow(leg.counter)
                  && (phase == Phase.HELD || (phase.inHand() && leg.before.aside()));
          case "back" -> phase.inHand();
          case "request" -> phase.aside();
          default -> false;
        };
    require(fits, "%s without a reason: it is %s", queued, phase);
    if (phase == Phase.BOOKED) {
      OffsetDateTime appointment = leg.visit.terms.appointment().orElseThrow();
      require(!at.isBefore(appointment), "%s before its time, which is %s", queued, appointment);
    }
    boolean asked = queued.reason().equals("back") || queued.reason().equals("request");
    Optional<Long> order = asked ? behindOthers(leg) : Optional.empty();
    require(queued.order().equals(order), "%s, but its place is %s", queued, order);
  }

  /** The place behind as many others as are to go first; empty for the end of the line. */
  private Optional<Long> behindOthers(Leg leg) {
    List<Leg> line = lines.waiting(leg.stage).toList();
    int others = hall.plan().map(now -> now.fairness().backAfter()).orElse(0);
    if (line.isEmpty() || (others > 0 && line.size() <= others)) {
      return Optional.empty();
    }
    return Optional.of(others == 0 ? line.getFirst().order - 1 : line.get(others - 1).order);
  }

  /** Sent by hand to where it is not yet, before all who came later; or out of a stage gone. */
  void transfer(AuditedVisit visit, Event.TicketTransferred moved) {
    String from = moved.from().orElseGet(() -> visit.legs.getFirst().stage);
    Leg leg = require(visit.leg(from), "%s, but it is at %s", moved, visit.legs);
    boolean byHand = moved.counter() != 0;
    if (byHand) {
      requireByHand(leg, moved);
    } else {
      requireGone(leg, moved);
    }
    long serial = lines.next();
    drop(leg);
    if (visit.leg(moved.stage()).isEmpty()) {
      enter(visit, moved.stage(), moved.order().orElse(serial), serial, false);
    }
  }

  private void requireByHand(Leg leg, Event.TicketTransferred moved) {
    boolean there = leg.phase.inHand() && leg.counter == moved.counter();
    require(there, "%s, but it is not in hand there: it is %s", moved, leg.phase);
    require(hall.has(moved.stage()), "%s, which the hall does not have", moved);
    require(leg.visit.leg(moved.stage()).isEmpty(), "%s, where it is already", moved);
    Optional<Long> order = Optional.of(leg.visit.serial);
    require(moved.order().equals(order), "%s, but its place is %s", moved, order);
  }

  private void requireGone(Leg leg, Event.TicketTransferred moved) {
    boolean stranded =
        leg.phase == Phase.WAITING || leg.phase == Phase.HELD || leg.phase == Phase.AWAY;
    require(stranded && !hall.has(leg.stage), "%s without a reason", moved);
    require(moved.order().isEmpty(), "%s, but its place is the end of the line", moved);
    List<String> ways = AuditedWay.outOf(hall.plan(moved), leg);
    require(ways.contains(moved.stage()), "%s, but from there it goes to %s", moved, ways);
  }

  private void enter(AuditedVisit visit, String stage, long order, long serial, boolean booked) {
    Optional<Plan.Stage> planned = hall.stage(stage);
    boolean outside = planned.stream().anyMatch(Plan.Stage::outside);
    Leg leg = new Leg(visit, stage, planned);
    leg.phase = booked ? Phase.BOOKED : outside ? Phase.AWAY : Phase.WAITING;
    leg.order = order;
    leg.serial = serial;
    setLane(leg);
    visit.legs.add(leg);
    lines.enter(leg);
  }

  private void backInLine(Leg leg, long order, long serial) {
    lines.leave(leg);
    leg.phase =
        hall.stage(leg.stage).filter(Plan.Stage::outside).isPresent() ? Phase.AWAY : Phase.WAITING;
    leg.counter = 0;
    leg.order = order;
    leg.serial = serial;
    leg.calls = 0;
    leg.backAt = 0;
    leg.overtaken = 0;
    leg.waitOver = true;
    setLane(leg);
    lines.enter(leg);
  }

  private void drop(Leg leg) {
    lines.leave(leg);
    leg.visit.legs.remove(leg);
  }

  /** Whom it waits for, and whether it may overtake, as of now. */
  private void setLane(Leg leg) {
    Terms terms = leg.visit.terms;
    boolean byOwner = hall.stage(leg.stage).stream().anyMatch(Plan.Stage::byOwner);
    leg.staff = terms.staff().or(() -> byOwner ? leg.visit.owner : Optional.empty());
    boolean overtakes = terms.group().isPresent() || terms.appointment().isPresent();
    leg.privileged = overtakes && leg.staff.isEmpty();
  }
}
