package jiaohao.hall;

import static jiaohao.hall.Audit.require;

import java.util.Optional;
import java.util.stream.Stream;
import jiaohao.hall.AuditedVisit.Leg;
import jiaohao.hall.AuditedVisit.Phase;

/** Who was due when somebody was called: the audit's own reading of each rule. */
final class AuditedDue {
  private final AuditedHall hall;
  private final AuditedLines lines;
  private final AuditedTurns turns;

  AuditedDue(AuditedHall hall, AuditedLines lines, AuditedTurns turns) {
    this.hall = hall;
    this.lines = lines;
    this.turns = turns;
  }

  /** Requires that the rule a call names chose this ticket and no other. */
  void check(Event.ToWindow called, Leg leg) {
    Plan.Counter window =
        require(hall.plan(called).counter(called.counter()), "%s: no such window", called);
    boolean inTurn = called.rule().map(CallRule::inTurn).orElse(leg.phase == Phase.WAITING);
    require(!inTurn || !hall.paused(window.number()), "%s, at a window that is paused", called);
    requirePhase(called, leg);
    Leg due =
        require(
            called
                .rule()
                .map(rule -> byRule(called, window, rule, leg))
                .orElseGet(() -> unsaid(window, leg)),
            "%s, who does not stand where this window calls from",
            called);
    require(due == leg, "%s, but %s is first", called, due);
  }

  private static void requirePhase(Event.ToWindow called, Leg leg) {
    boolean fits =
        called
            .rule()
            .map(rule ->
                switch (rule) {
                  case HELD -> leg.phase == Phase.HELD;
                  case MISSED -> leg.phase == Phase.MISSED;
                  case CHOSEN -> !leg.phase.inHand() && leg.phase != Phase.BOOKED;
                  default -> leg.phase == Phase.WAITING;
                })
            .orElse(leg.phase == Phase.WAITING || leg.phase.aside());
    require(fits, "%s, but it is %s", called, leg.phase);
  }

  /** Journals of the first version tell no rule; there was one of order, and what lay aside. */
  private Optional<Leg> unsaid(Plan.Counter window, Leg leg) {
    return leg.phase.aside()
        ? lines.lastAside(window.number(), leg.phase)
        : first(window, window.number()).or(() -> stoodInFor(window));
  }

  private Optional<Leg> byRule(Event.ToWindow called, Plan.Counter window, CallRule rule, Leg leg) {
    return switch (rule) {
      case HELD -> lines.lastAside(window.number(), Phase.HELD);
      case MISSED -> lines.lastAside(window.number(), Phase.MISSED);
      case CHOSEN -> Optional.of(leg).filter(it -> stages(window).anyMatch(it.stage::equals));
      case STAND_IN -> {
        Optional<Leg> due = stoodInFor(window);
        own(window)
            .ifPresent(own ->
                require(
                    due.isEmpty() || due.get().isBefore(own),
                    "%s, but %s is first: of the window's own",
                    called,
                    own));
        yield due;
      }
      case PREFERENCE, LONGEST, SHARE -> {
        require(
            rule == of(window),
            "%s, but window %s calls by %s",
            called,
            window.number(),
            of(window));
        Optional<Leg> due = own(window);
        stoodInFor(window)
            .ifPresent(other ->
                require(
                    due.isEmpty() || !other.isBefore(due.get()),
                    "%s, but %s is first: of a window it stands in for",
                    called,
                    other));
        yield due;
      }
    };
  }

  private static CallRule of(Plan.Counter window) {
    return switch (window.rule()) {
      case PREFERENCE -> CallRule.PREFERENCE;
      case LONGEST -> CallRule.LONGEST;
      case SHARES -> CallRule.SHARE;
    };
  }

  private Stream<String> stages(Plan.Counter window) {
    return Stream.concat(Stream.of(window), hall.takenOver(window.number()).stream())
        .flatMap(each -> each.stages().stream());
  }

  private Optional<Leg> own(Plan.Counter window) {
    int number = window.number();
    return switch (window.rule()) {
      case PREFERENCE -> first(window, number);
      case LONGEST ->
          window.stages().stream()
              .flatMap(stage -> next(stage, number).stream())
              .reduce((one, other) -> other.isBefore(one) ? other : one);
      case SHARES ->
          turns
              .richest(window, stage -> next(stage, number).isPresent())
              .flatMap(stage -> next(stage, number));
    };
  }

  private Optional<Leg> stoodInFor(Plan.Counter window) {
    return hall.takenOver(window.number()).stream()
        .flatMap(paused -> first(paused, window.number()).stream())
        .findFirst();
  }

  /** The next of the first of these stages where anybody waits whom {@code counter} may call. */
  private Optional<Leg> first(Plan.Counter whose, int counter) {
    return whose.stages().stream().flatMap(stage -> next(stage, counter).stream()).findFirst();
  }

  /**
   * Who of a stage is next for a window: the first who has a privilege there, unless an ordinary
   * one came before and has been overtaken often enough.
   */
  Optional<Leg> next(String stage, int counter) {
    Optional<Leg> ordinary = lines.waiting(stage).filter(turns::ordinary).findFirst();
    Optional<Leg> privileged =
        lines.waiting(stage).filter(leg -> turns.privileged(leg, counter)).findFirst();
    if (ordinary.isEmpty() || privileged.isEmpty()) {
      return privileged.or(() -> ordinary);
    }
    boolean overtakes = ordinary.get().isBefore(privileged.get());
    return overtakes && !turns.mayOvertake(stage) ? ordinary : privileged;
  }
}
