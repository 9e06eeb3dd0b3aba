package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A ticket and where its visit stands.
 *
 * @param issue what was settled when it was issued
 * @param owner who served it first and answers for the visit (首问负责)
 * @param tokens what was handed out for it, by kind
 * @param onward where the visit goes once all its legs are done, if not on its route; "end" for out
 * @param legs where it stands; one, or several side by side
 */
public record Ticket(
    Issue issue,
    Paper paper,
    Optional<Owner> owner,
    Tree<String, String> tokens,
    Optional<String> onward,
    List<Leg> legs) {

  public Ticket {
    legs = List.copyOf(legs);
  }

  /**
   * What is settled when a ticket is issued.
   *
   * @param route the stages of the visit
   * @param ahead customers that were to be called before it
   * @param reference unguessable word its page is found by
   * @param serial order of issue over the whole journal
   * @param terms what is special about it
   * @param forecast of the wait for its first stage; not told before forecasts have proved right
   */
  public record Issue(
      TicketId id,
      String service,
      Route route,
      String language,
      boolean assist,
      int ahead,
      String reference,
      OffsetDateTime at,
      long serial,
      Terms terms,
      Optional<Pace.Forecast> forecast) {}

  /** A new one, which stands nowhere yet. */
  static Ticket of(Issue issue, Paper paper) {
    return new Ticket(issue, paper, Optional.empty(), Tree.empty(), Optional.empty(), List.of());
  }

  /** Where a ticket is. */
  public enum Status {
    /** Issued for later today; not in line yet. */
    BOOKED,
    WAITING,
    CALLED,
    SERVING,
    HELD,
    MISSED,
    /** Out of the hall for a while, as while the car is repaired. */
    AWAY;

    /** At a window, called or being served. */
    public boolean inHand() {
      return this == CALLED || this == SERVING;
    }

    /** The holder is not in the hall, which may close. */
    boolean absent() {
      return this == BOOKED || this == MISSED || this == AWAY;
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

  /** Who answers for a visit: a window, and the member of staff who was signed on there. */
  public record Owner(int counter, Optional<String> staff) {}

  public TicketId id() {
    return issue.id();
  }

  public String number() {
    return id().number();
  }

  public String service() {
    return issue.service();
  }

  public Route route() {
    return issue.route();
  }

  public String language() {
    return issue.language();
  }

  public boolean assist() {
    return issue.assist();
  }

  public int ahead() {
    return issue.ahead();
  }

  public String reference() {
    return issue.reference();
  }

  public OffsetDateTime issuedAt() {
    return issue.at();
  }

  public long serial() {
    return issue.serial();
  }

  public Terms terms() {
    return issue.terms();
  }

  public Optional<Pace.Forecast> forecast() {
    return issue.forecast();
  }

  /** The leg at a stage, if it is there. */
  public Optional<Leg> leg(String stage) {
    return leg(leg -> leg.stage().equals(stage));
  }

  /** The leg that a window has in hand. */
  public Optional<Leg> legAt(int counter) {
    return leg(leg -> leg.status().inHand() && leg.counter() == counter);
  }

  private Optional<Leg> leg(Predicate<Leg> which) {
    for (Leg leg : legs) {
      if (which.test(leg)) {
        return Optional.of(leg);
      }
    }
    return Optional.empty();
  }

  /** Where the customer is, rather than papers; papers where there are only those. */
  public Leg leg() {
    return leg(leg -> !leg.silent()).orElseGet(legs::getFirst);
  }

  /** Of {@link #leg()}. */
  public Status status() {
    return leg().status();
  }

  /** Of {@link #leg()}. */
  public String stage() {
    return leg().stage();
  }

  /** Of {@link #leg()}. */
  public int counter() {
    return leg().counter();
  }

  /** The customer is at a window, and is not called away from it; papers may go on elsewhere. */
  boolean atWindow() {
    return leg(leg -> !leg.silent() && leg.status().inHand()).isPresent();
  }

  boolean absent() {
    return leg(leg -> leg.status().absent()).isPresent();
  }

  Ticket with(Paper newPaper) {
    return new Ticket(issue, newPaper, owner, tokens, onward, legs);
  }

  /** Served for the first time. */
  Ticket ownedBy(Owner first) {
    return new Ticket(issue, paper, Optional.of(first), tokens, onward, legs);
  }

  Ticket with(String kind, String token) {
    return new Ticket(issue, paper, owner, tokens.with(kind, token), onward, legs);
  }

  Ticket goingTo(Optional<String> stage) {
    return new Ticket(issue, paper, owner, tokens, stage, legs);
  }

  /** With this leg in place of the one at its stage, or added to the others. */
  Ticket with(Leg leg) {
    List<Leg> more = new ArrayList<>(withoutLegAt(leg.stage()).legs);
    more.add(leg);
    return with(more);
  }

  Ticket withoutLegAt(String stage) {
    return with(legs.stream().filter(leg -> !leg.stage().equals(stage)).toList());
  }

  private Ticket with(List<Leg> newLegs) {
    return new Ticket(issue, paper, owner, tokens, onward, newLegs);
  }
}
