package jiaohao.hall;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One ticket as the audit has it: where it stands, and what was promised to it. */
final class AuditedVisit {
  /** Steps of one leg. */
  enum Phase {
    BOOKED,
    WAITING,
    CALLED,
    SERVING,
    HELD,
    MISSED,
    AWAY;

    private static final Set<Phase> IN_HAND = EnumSet.of(CALLED, SERVING);
    private static final Set<Phase> ASIDE = EnumSet.of(HELD, MISSED);
    private static final Set<Phase> ABSENT = EnumSet.of(BOOKED, MISSED, AWAY);

    boolean inHand() {
      return IN_HAND.contains(this);
    }

    boolean aside() {
      return ASIDE.contains(this);
    }

    /** The holder is not in the hall. */
    boolean absent() {
      return ABSENT.contains(this);
    }
  }

  /** The ticket at one stage, from when it comes there until it leaves for good. */
  static final class Leg {
    final AuditedVisit visit;
    final String stage;

    /** Only papers are here, as the plan had it when the leg began. */
    final boolean silent;

    /** Standards as the plan had them when the leg began; 0 for none. */
    final int waitLimitSeconds;

    final int limitSeconds;

    Phase phase;

    /** What it was before it was called. */
    Phase before;

    /** The window it is at, held at or was missed at; 0 for none. */
    int counter;

    /** Its place: by order, then by serial. Kept while it is called. */
    long order;

    long serial;

    /** When it was set aside; the last one is taken up first. */
    long aside;

    int asideAt;

    /** Calls at its stage after which a missed one is back; 0 for not by itself. */
    long backAt;

    /** Whom it waits for, if for somebody. */
    Optional<String> staff = Optional.empty();

    /** Whether its group or appointment lets it overtake. */
    boolean privileged;

    /** Privileged ones, come later, called before it since the last ordinary call. */
    int overtaken;

    int calls;
    int misses;

    /** Whether the call it was missed after said by which rule; in old journals none does. */
    boolean ruled;

    /** Whether the token asked for here was shown, or its lack settled. */
    boolean matched;

    /** Whether it has waited here for good: no second wait is timed. */
    boolean waitOver;

    final Set<String> broken = new HashSet<>();

    Leg(AuditedVisit visit, String stage, Optional<Plan.Stage> planned) {
      this.visit = visit;
      this.stage = stage;
      this.silent = planned.stream().anyMatch(known -> !known.announce());
      this.waitLimitSeconds = seconds(planned.map(Plan.Stage::waitLimitSeconds));
      this.limitSeconds = seconds(planned.map(Plan.Stage::limitSeconds));
    }

    private static int seconds(Optional<OptionalInt> limit) {
      return limit.orElse(OptionalInt.empty()).orElse(0);
    }

    TicketId id() {
      return visit.id;
    }

    boolean isBefore(Leg other) {
      return order != other.order ? order < other.order : serial < other.serial;
    }

    @Override
    public String toString() {
      return visit.id + " at " + stage + " " + phase;
    }
  }

  final TicketId id;
  final String service;
  final Route route;
  final Terms terms;
  final long serial;
  final List<Leg> legs = new ArrayList<>(1);
  final Map<String, String> tokens = new HashMap<>();

  /** Where it goes once all legs are done, if not along its route. */
  Optional<String> onward = Optional.empty();

  /** Whether anybody has served it, and who did first. */
  boolean served;

  Optional<String> owner = Optional.empty();

  AuditedVisit(Event.TicketIssued issued, long serial) {
    this.id = issued.ticket();
    this.service = issued.service();
    this.route = issued.route();
    this.terms = issued.terms();
    this.serial = serial;
  }

  Optional<Leg> leg(String stage) {
    return legs.stream().filter(leg -> leg.stage.equals(stage)).findFirst();
  }

  /** The customer, not papers, is at a window. */
  boolean atWindow() {
    return legs.stream().anyMatch(leg -> !leg.silent && leg.phase.inHand());
  }

  /** Out of the hall, with one leg at least. */
  boolean absent() {
    return legs.stream().anyMatch(leg -> leg.phase.absent());
  }
}
