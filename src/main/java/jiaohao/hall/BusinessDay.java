package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a new business day, and with it new numbers, begins; and what to make of a clock that is
 * wrong. The day never goes back. A trusted clock turns it whenever it shows a later day. A clock
 * that is not trusted, or that lies behind the journal, turns it by one when it is seen to pass the
 * hour at which days start: so a leap of a year is not believed, and a hall that never sees a time
 * server is not frozen.
 */
final class BusinessDay {
  /** Corrections up to this size are a clock's daily bread, not a suspicion. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  /** Once a clock has leapt, passing the hour does not make it right. */
  private static final Optional<String> LEAP = Optional.of("leap");

  private BusinessDay() {}

  /** The business day a wall time belongs to. */
  static LocalDate of(Instant wall, Plan plan) {
    ZonedDateTime local = wall.atZone(plan.timezone());
    boolean beforeStart = local.toLocalTime().isBefore(plan.dayStarts());
    return beforeStart ? local.toLocalDate().minusDays(1) : local.toLocalDate();
  }

  /** The last time at or before {@code wall} at which a business day starts. */
  static Instant boundaryBefore(Instant wall, Plan plan) {
    return of(wall, plan).atTime(plan.dayStarts()).atZone(plan.timezone()).toInstant();
  }

  /** The first time after {@code wall} at which a business day starts. */
  static Instant boundaryAfter(Instant wall, Plan plan) {
    return of(wall, plan).plusDays(1).atTime(plan.dayStarts()).atZone(plan.timezone()).toInstant();
  }

  /**
   * Turns the day when it is time, and notes what is wrong with the clock. In this order: a
   * suspicion that changes at the very hour must not swallow the turn.
   */
  static void review(Deciding deciding) {
    OffsetDateTime journalAt = deciding.journalAt().orElseGet(deciding::now);
    turn(deciding).ifPresent(day -> start(deciding, day));
    reviewClock(deciding, journalAt);
  }

  private static void reviewClock(Deciding deciding, OffsetDateTime journalAt) {
    Optional<String> suspicion = suspicion(deciding);
    boolean wentBack = deciding.wall().plus(TOLERANCE).isBefore(journalAt.toInstant());
    boolean changed = suspicion.isPresent() && !suspicion.equals(deciding.state().suspect());
    if (wentBack || changed) {
      deciding.happen(new Event.ClockSuspect(suspicion.orElse("behind"), journalAt));
    }
    setFault(deciding, "untrusted", !deciding.moment().trusted());
    setFault(deciding, "behind", suspicion.equals(Optional.of("behind")));
  }

  /** Why the clock is not to be believed now. */
  private static Optional<String> suspicion(Deciding deciding) {
    State state = deciding.state();
    LocalDate clockDay = of(deciding.wall(), deciding.plan());
    if (state.day().stream().anyMatch(clockDay::isBefore)) {
      return Optional.of("behind");
    }
    if (deciding.moment().trusted()) {
      return Optional.empty();
    }
    boolean ahead = state.day().stream().anyMatch(clockDay::isAfter);
    boolean leapt = state.suspect().equals(LEAP) || !passedBoundary(deciding);
    return ahead && leapt ? LEAP : Optional.of("untrusted");
  }

  private static void setFault(Deciding deciding, String fault, boolean on) {
    boolean was = deciding.state().faults().has(State.faultKey("clock", fault));
    if (on && !was) {
      deciding.happen(new Event.FaultRaised("clock", fault, false));
    } else if (!on && was) {
      deciding.happen(new Event.FaultCleared("clock", fault));
    }
  }

  /** The day to begin now, if one is to begin. */
  private static Optional<LocalDate> turn(Deciding deciding) {
    LocalDate clockDay = of(deciding.wall(), deciding.plan());
    if (deciding.state().day().isEmpty()) {
      return Optional.of(clockDay);
    }
    LocalDate day = deciding.state().day().get();
    if (deciding.moment().trusted() && clockDay.isAfter(day)) {
      return Optional.of(clockDay);
    }
    boolean turns =
        deciding.moment().trusted()
            ? clockDay.isBefore(day) && anchorPassed(deciding)
            : passedBoundary(deciding) && deciding.state().open() == 0;
    return turns ? Optional.of(day.plusDays(1)) : Optional.empty();
  }

  /** A day has started since the day was last turned or the clock last found wrong. */
  private static boolean anchorPassed(Deciding deciding) {
    return boundaryBefore(deciding.wall(), deciding.plan()).isAfter(deciding.state().anchor());
  }

  /** The same, and the clock was running without a leap when it happened. */
  private static boolean passedBoundary(Deciding deciding) {
    Instant boundary = boundaryBefore(deciding.wall(), deciding.plan());
    return anchorPassed(deciding) && boundary.isAfter(deciding.moment().steadySince());
  }

  private static void start(Deciding deciding, LocalDate day) {
    if (deciding.state().plan().isPresent()) {
      Hours.closeLate(deciding);
      deciding.state().tickets().values().stream()
          .filter(Ticket::absent)
          .forEach(ticket -> end(deciding, ticket));
    }
    deciding.happen(new Event.DayStarted(day, deciding.state().open() > 0));
  }

  /** Whoever was missed, or did not come back today, takes a new number another day. */
  private static void end(Deciding deciding, Ticket ticket) {
    boolean missed = ticket.legs().stream().anyMatch(leg -> leg.status() == Ticket.Status.MISSED);
    SlipRules.giveUp(deciding, ticket.id(), "day-over");
    deciding.happen(
        new Event.TicketFinished(
            ticket.id(), missed ? Event.TicketFinished.MISSED : Event.TicketFinished.AWAY));
  }
}
