package jiaohao.hall;

import java.util.Optional;

/**
 * What a window is doing.
 *
 * @param inHand the ticket called or served there, if any
 * @param callSerial order of its last call over the whole journal; the board shows the latest first
 * @param held tickets set aside there, the last one last
 * @param missed tickets missed there today, the last one last
 * @param lastFinished whose rating a press there would be
 */
public record Desk(
    int counter,
    boolean paused,
    Optional<TicketId> inHand,
    long callSerial,
    Tree<Long, TicketId> held,
    Tree<Long, TicketId> missed,
    Optional<TicketId> lastFinished) {

  static Desk idle(int counter) {
    return new Desk(
        counter, false, Optional.empty(), 0, Tree.empty(), Tree.empty(), Optional.empty());
  }

  Desk paused(boolean now) {
    return new Desk(counter, now, inHand, callSerial, held, missed, lastFinished);
  }

  Desk taking(TicketId ticket, long serial) {
    return new Desk(counter, paused, Optional.of(ticket), serial, held, missed, lastFinished);
  }

  Desk free() {
    return new Desk(counter, paused, Optional.empty(), callSerial, held, missed, lastFinished);
  }

  Desk finished(TicketId ticket) {
    return new Desk(
        counter, paused, Optional.empty(), callSerial, held, missed, Optional.of(ticket));
  }

  Desk withHeld(Tree<Long, TicketId> nowHeld) {
    return new Desk(counter, paused, inHand, callSerial, nowHeld, missed, lastFinished);
  }

  Desk withMissed(Tree<Long, TicketId> nowMissed) {
    return new Desk(counter, paused, inHand, callSerial, held, nowMissed, lastFinished);
  }
}
