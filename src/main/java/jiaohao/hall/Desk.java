package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a window is doing.
 *
 * @param staff who is signed on there
 * @param inHand the ticket called or served there, if any
 * @param aside tickets that were set aside there
 * @param turns what its calls go by
 * @param last whom it finished last
 * @param askedAt when it called the supervisor last; empty before the first time of the day
 */
public record Desk(
    int counter,
    boolean paused,
    Optional<String> staff,
    Optional<TicketId> inHand,
    Aside aside,
    Turns turns,
    Last last,
    Optional<OffsetDateTime> askedAt) {

  /**
   * Tickets set aside at a window, the last one last.
   *
   * @param held to be taken up again
   * @param missed nobody came
   */
  public record Aside(Tree<Long, TicketId> held, Tree<Long, TicketId> missed) {
    static final Aside NOBODY = new Aside(Tree.empty(), Tree.empty());
  }

  /**
   * What a window's calls go by.
   *
   * @param serial order of its last call over the whole journal; the board shows the latest first
   * @param credits what each stage has coming, where stages are served by shares
   * @param before what the last call changed, so that it can be undone
   * @param why the last call was made, in a sentence that a customer can be shown
   */
  public record Turns(long serial, Tree<String, Integer> credits, Before before, String why) {
    static final Turns NONE = new Turns(0, Tree.empty(), Before.NOTHING, "");
  }

  /**
   * What a call changes.
   *
   * @param credits of the window's stages
   * @param streak of the stage's line
   * @param inTurn whether it took the next of the line, and so counts as one of its calls
   */
  public record Before(Tree<String, Integer> credits, int streak, boolean inTurn) {
    static final Before NOTHING = new Before(Tree.empty(), 0, false);
  }

  /**
   * Whom a window finished last.
   *
   * @param ticket whose rating a press there would be; empty once it was given
   * @param at when; empty before the first of the day
   */
  public record Last(Optional<TicketId> ticket, Optional<OffsetDateTime> at) {
    static final Last NOBODY = new Last(Optional.empty(), Optional.empty());
  }

  static Desk idle(int counter) {
    return new Desk(
        counter,
        false,
        Optional.empty(),
        Optional.empty(),
        Aside.NOBODY,
        Turns.NONE,
        Last.NOBODY,
        Optional.empty());
  }

  public long callSerial() {
    return turns.serial();
  }

  public Tree<Long, TicketId> held() {
    return aside.held();
  }

  public Tree<Long, TicketId> missed() {
    return aside.missed();
  }

  Desk paused(boolean now) {
    return new Desk(counter, now, staff, inHand, aside, turns, last, askedAt);
  }

  Desk staffed(Optional<String> by) {
    return new Desk(counter, paused, by, inHand, aside, turns, last, askedAt);
  }

  Desk withInHand(Optional<TicketId> ticket) {
    return new Desk(counter, paused, staff, ticket, aside, turns, last, askedAt);
  }

  Desk withHeld(Tree<Long, TicketId> held) {
    return with(new Aside(held, aside.missed()));
  }

  Desk withMissed(Tree<Long, TicketId> missed) {
    return with(new Aside(aside.held(), missed));
  }

  private Desk with(Aside newAside) {
    return new Desk(counter, paused, staff, inHand, newAside, turns, last, askedAt);
  }

  /** A call begins; it can be undone. */
  Desk calling(long serial, int streak, boolean inTurn, String why) {
    Before before = new Before(turns.credits(), streak, inTurn);
    return with(new Turns(serial, turns.credits(), before, why));
  }

  Desk recalling(long serial) {
    return with(new Turns(serial, turns.credits(), turns.before(), turns.why()));
  }

  Desk withCredits(Tree<String, Integer> credits) {
    return with(new Turns(turns.serial(), credits, turns.before(), turns.why()));
  }

  /** The last call has not been. */
  Desk uncalled() {
    return withCredits(turns.before().credits());
  }

  private Desk with(Turns newTurns) {
    return new Desk(counter, paused, staff, inHand, aside, newTurns, last, askedAt);
  }

  Desk finished(TicketId ticket, OffsetDateTime at) {
    return with(new Last(Optional.of(ticket), Optional.of(at)));
  }

  Desk rated() {
    return with(new Last(Optional.empty(), last.at()));
  }

  private Desk with(Last newLast) {
    return new Desk(counter, paused, staff, inHand, aside, turns, newLast, askedAt);
  }

  /** The supervisor was called. */
  Desk asking(Optional<OffsetDateTime> at) {
    return new Desk(counter, paused, staff, inHand, aside, turns, last, at);
  }

  /** A new day begins; a call that is under way can still be undone. */
  Desk newDay() {
    Before before = new Before(Tree.empty(), turns.before().streak(), turns.before().inTurn());
    return withCredits(Tree.empty())
        .with(new Turns(turns.serial(), Tree.empty(), before, turns.why()))
        .with(new Last(last.ticket(), Optional.empty()))
        .asking(Optional.empty());
  }
}
