package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A ticket and where its visit stands.
 *
 * @param route ids of the stages of the visit, in order
 * @param stage id of the stage it is at
 * @param ahead customers that waited before it when it was issued
 * @param reference unguessable word its page is found by
 * @param serial order of issue over the whole journal
 * @param place key in its stage's queue; kept while it is called, so that a call can be undone
 * @param aside key among its counter's held or missed tickets, when it is one of them
 * @param before what it was before it was called
 * @param counter the window it is at, held at or was missed at; 0 for none
 * @param calledAt when it was last called to the window that has it in hand; null otherwise
 */
public record Ticket(
    TicketId id,
    String service,
    List<String> route,
    String stage,
    String language,
    boolean assist,
    int ahead,
    String reference,
    OffsetDateTime issuedAt,
    long serial,
    Status status,
    Status before,
    int counter,
    long place,
    long aside,
    OffsetDateTime calledAt,
    Paper paper) {

  /** Where a ticket is. */
  public enum Status {
    WAITING,
    CALLED,
    SERVING,
    HELD,
    MISSED;

    /** At a window, called or being served. */
    public boolean inHand() {
      return this == CALLED || this == SERVING;
    }
  }

  /** What became of the slip. */
  public enum Paper {
    OWED,
    /** Still to be printed, and perhaps on paper already: marked 补打. */
    OWED_AGAIN,
    SETTLED;

    public boolean owed() {
      return this != SETTLED;
    }
  }

  public String number() {
    return id.number();
  }

  Ticket waiting(String atStage, long atPlace) {
    return new Ticket(
        id,
        service,
        route,
        atStage,
        language,
        assist,
        ahead,
        reference,
        issuedAt,
        serial,
        Status.WAITING,
        Status.WAITING,
        0,
        atPlace,
        0,
        null,
        paper);
  }

  Ticket called(int atCounter, OffsetDateTime at) {
    return at(Status.CALLED, status, atCounter, aside, at);
  }

  /** Called once more; whoever is being served already still is. */
  Ticket recalled(OffsetDateTime at) {
    return at(status, before, counter, aside, at);
  }

  Ticket serving() {
    return at(Status.SERVING, before, counter, aside, calledAt);
  }

  Ticket setAside(Status held, int atCounter, long key) {
    return at(held, held, atCounter, key, null);
  }

  /** As it was before the call. */
  Ticket uncalled() {
    return at(before, before, before == Status.WAITING ? 0 : counter, aside, null);
  }

  Ticket with(Paper newPaper) {
    return new Ticket(
        id, service, route, stage, language, assist, ahead, reference, issuedAt, serial, status,
        before, counter, place, aside, calledAt, newPaper);
  }

  private Ticket at(
      Status newStatus, Status was, int atCounter, long newAside, OffsetDateTime called) {
    return new Ticket(
        id, service, route, stage, language, assist, ahead, reference, issuedAt, serial, newStatus,
        was, atCounter, place, newAside, called, paper);
  }
}
