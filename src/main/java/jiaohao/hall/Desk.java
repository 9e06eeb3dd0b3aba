package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a window is doing.
 *
 * @param staff who is signed on there
 * @param inHand the ticket called or served there, if any
 * @param callSerial order of its last call over the whole journal; the board shows the latest first
 * @param held tickets set aside there, the last one last
 * @param missed tickets missed there today, the last one last
 * @param credits what each stage has coming, where stages are served by shares
 * @param before what the last call here changed, so that it can be undone
 * @param lastFinished whose rating a press there would be; empty once it was given
 * @param lastFinishedAt when; null before the first of the day
 */
public record Desk(
    int counter,
    boolean paused,
    Optional<String> staff,
    Optional<TicketId> inHand,
    long callSerial,
    Tree<Long, TicketId> held,
    Tree<Long, TicketId> missed,
    Tree<String, Integer> credits,
    Before before,
    Optional<TicketId> lastFinished,
    OffsetDateTime lastFinishedAt) {

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

  static Desk idle(int counter) {
    return new Desk(
        counter,
        false,
        Optional.empty(),
        Optional.empty(),
        0,
        Tree.empty(),
        Tree.empty(),
        Tree.empty(),
        Before.NOTHING,
        Optional.empty(),
        null);
  }

  Desk paused(boolean now) {
    return new Desk(
        counter,
        now,
        staff,
        inHand,
        callSerial,
        held,
        missed,
        credits,
        before,
        lastFinished,
        lastFinishedAt);
  }

  Desk staffed(Optional<String> by) {
    return new Desk(
        counter,
        paused,
        by,
        inHand,
        callSerial,
        held,
        missed,
        credits,
        before,
        lastFinished,
        lastFinishedAt);
  }

  Desk withInHand(Optional<TicketId> ticket) {
    return new Desk(
        counter,
        paused,
        staff,
        ticket,
        callSerial,
        held,
        missed,
        credits,
        before,
        lastFinished,
        lastFinishedAt);
  }

  /** A call begins; it can be undone. */
  Desk calling(long serial, int streak, boolean inTurn) {
    return new Desk(
        counter,
        paused,
        staff,
        inHand,
        serial,
        held,
        missed,
        credits,
        new Before(credits, streak, inTurn),
        lastFinished,
        lastFinishedAt);
  }

  Desk recalling(long serial) {
    return new Desk(
        counter,
        paused,
        staff,
        inHand,
        serial,
        held,
        missed,
        credits,
        before,
        lastFinished,
        lastFinishedAt);
  }

  /** The last call has not been. */
  Desk uncalled() {
    return withCredits(before.credits());
  }

  Desk finished(TicketId ticket, OffsetDateTime at) {
    return new Desk(
        counter,
        paused,
        staff,
        inHand,
        callSerial,
        held,
        missed,
        credits,
        before,
        Optional.of(ticket),
        at);
  }

  Desk rated() {
    return new Desk(
        counter,
        paused,
        staff,
        inHand,
        callSerial,
        held,
        missed,
        credits,
        before,
        Optional.empty(),
        lastFinishedAt);
  }

  /** A new day begins. */
  Desk newDay() {
    return new Desk(
        counter,
        paused,
        staff,
        inHand,
        callSerial,
        held,
        missed,
        Tree.empty(),
        new Before(Tree.empty(), before.streak(), before.inTurn()),
        lastFinished,
        null);
  }

  Desk withHeld(Tree<Long, TicketId> nowHeld) {
    return new Desk(
        counter,
        paused,
        staff,
        inHand,
        callSerial,
        nowHeld,
        missed,
        credits,
        before,
        lastFinished,
        lastFinishedAt);
  }

  Desk withMissed(Tree<Long, TicketId> nowMissed) {
    return new Desk(
        counter,
        paused,
        staff,
        inHand,
        callSerial,
        held,
        nowMissed,
        credits,
        before,
        lastFinished,
        lastFinishedAt);
  }

  Desk withCredits(Tree<String, Integer> nowCredits) {
    return new Desk(
        counter,
        paused,
        staff,
        inHand,
        callSerial,
        held,
        missed,
        nowCredits,
        before,
        lastFinished,
        lastFinishedAt);
  }
}
