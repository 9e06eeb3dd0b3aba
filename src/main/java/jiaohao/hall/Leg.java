package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.OptionalLong;

/**
 * A stretch of a visit: the ticket at one stage. A visit has one, and more only while stages go on
 * side by side.
 *
 * @param stage id of the stage
 * @param lane who may call it, and before whom; see {@link Line}
 * @param silent whether only papers move, and nobody is called
 * @param spot where it stands
 * @param timing how long it has stood there
 * @param calls how often it was called
 * @param misses how often nobody came
 * @param matched whether the token that is asked for here has been shown
 */
public record Leg(
    String stage,
    String lane,
    boolean silent,
    Spot spot,
    Timing timing,
    int calls,
    int misses,
    boolean matched) {

  /**
   * Where a ticket stands.
   *
   * @param before what it was before it was called
   * @param counter the window it is at, held at or was missed at; 0 for none
   * @param place in its stage's line; kept while it is called, so that a call can be undone
   * @param aside key among its counter's held or missed tickets, when it is one of them
   * @param asideAt the window it lies aside at, or did before it was called; 0 for none
   * @param backAt count of the line's calls at which a missed one is back; 0 for not by itself
   * @param calledAt when it was last called to the window that has it in hand; null otherwise
   */
  public record Spot(
      Ticket.Status status,
      Ticket.Status before,
      int counter,
      Place place,
      long aside,
      int asideAt,
      long backAt,
      OffsetDateTime calledAt) {

    static Spot at(Ticket.Status status, Place place) {
      return new Spot(status, status, 0, place, 0, 0, 0, null);
    }

    Spot called(int atCounter, OffsetDateTime at) {
      return new Spot(Ticket.Status.CALLED, status, atCounter, place, aside, asideAt, backAt, at);
    }

    /** Called once more; whoever is being served already still is. */
    Spot recalled(OffsetDateTime at) {
      return new Spot(status, before, counter, place, aside, asideAt, backAt, at);
    }

    Spot serving() {
      return new Spot(
          Ticket.Status.SERVING, before, counter, place, aside, asideAt, backAt, calledAt);
    }

    Spot setAside(Ticket.Status held, long key, long back) {
      return new Spot(held, held, counter, place, key, counter, back, null);
    }

    /** As it was before the call. */
    Spot uncalled() {
      boolean lay = before == Ticket.Status.HELD || before == Ticket.Status.MISSED;
      return new Spot(before, before, lay ? asideAt : 0, place, aside, asideAt, backAt, null);
    }
  }

  /**
   * The readings of the stopwatch that its standards go by.
   *
   * @param waitingSince reading at which the wait began
   * @param waitLimitSeconds standard for the wait; 0 when there is none, or it was broken
   * @param waitOver whether the wait has been accounted for
   * @param servedSince reading at which serving began, or is taken to begin; 0 before
   * @param limitSeconds standard for serving; 0 when there is none, or it was broken
   * @param spentMillis serving before it was put on hold
   */
  public record Timing(
      long waitingSince,
      int waitLimitSeconds,
      boolean waitOver,
      long servedSince,
      int limitSeconds,
      long spentMillis) {

    static Timing waiting(long since, int waitLimitSeconds, int limitSeconds) {
      return new Timing(since, waitLimitSeconds, false, 0, limitSeconds, 0);
    }

    Timing served(long since) {
      return new Timing(waitingSince, waitLimitSeconds, waitOver, since, limitSeconds, spentMillis);
    }

    /** The wait is over for good: whatever follows at this stage is no second one. */
    Timing waited() {
      return new Timing(waitingSince, 0, true, servedSince, limitSeconds, spentMillis);
    }

    Timing spent(long until) {
      long more = Math.max(0, until - servedSince);
      return new Timing(waitingSince, 0, true, 0, limitSeconds, spentMillis + more);
    }

    Timing broken(String kind) {
      boolean serving = kind.equals(Event.StandardBroken.SERVING);
      return new Timing(
          waitingSince,
          serving ? waitLimitSeconds : 0,
          waitOver,
          servedSince,
          serving ? 0 : limitSeconds,
          spentMillis);
    }

    /** How long it has been served until a reading; the customer may still be on the way. */
    long servedMillis(long reading) {
      return spentMillis + Math.max(0, reading - servedSince);
    }
  }

  public Ticket.Status status() {
    return spot.status();
  }

  public int counter() {
    return spot.counter();
  }

  Leg with(Spot newSpot) {
    return new Leg(stage, lane, silent, newSpot, timing, calls, misses, matched);
  }

  Leg with(Timing newTiming) {
    return new Leg(stage, lane, silent, spot, newTiming, calls, misses, matched);
  }

  Leg calledOnceMore() {
    return new Leg(stage, lane, silent, spot, timing, calls + 1, misses, matched);
  }

  Leg uncalled() {
    return new Leg(stage, lane, silent, spot.uncalled(), timing.served(0), 0, misses, matched);
  }

  Leg missedOnceMore() {
    return new Leg(stage, lane, silent, spot, timing.waited().served(0), 0, misses + 1, matched);
  }

  /** Whoever is called again later is called as often as anybody. */
  Leg heldBack(Timing newTiming) {
    return new Leg(stage, lane, silent, spot, newTiming, 0, misses, matched);
  }

  Leg nowMatched() {
    return new Leg(stage, lane, silent, spot, timing, calls, misses, true);
  }

  /** Back at the same stage, in a lane that may have changed. */
  Leg back(Ticket.Status status, Place at, String inLane, Timing newTiming) {
    return new Leg(stage, inLane, silent, Spot.at(status, at), newTiming, 0, misses, matched);
  }

  /** The reading at which its standard is broken; empty when none runs. */
  OptionalLong due() {
    boolean waiting = status() == Ticket.Status.WAITING;
    int limit = waiting ? timing.waitLimitSeconds() : timing.limitSeconds();
    boolean runs = waiting || (status().inHand() && timing.servedSince() != 0);
    if (limit == 0 || !runs) {
      return OptionalLong.empty();
    }
    long since = waiting ? timing.waitingSince() : timing.servedSince() - timing.spentMillis();
    return OptionalLong.of(since + limit * 1000L);
  }
}
