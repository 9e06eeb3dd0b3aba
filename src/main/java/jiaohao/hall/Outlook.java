package jiaohao.hall;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a hall at some moment tells everybody who looks in: whether it works, who waits and for how
 * long. Nothing personal is in it.
 */
public final class Outlook {
  /** How the hall stands. */
  public enum Standing {
    /** Numbers are given out. */
    OPEN,
    /** Everybody is to leave; the numbers are kept. */
    SUSPENDED,
    /** Between two spans of the day; the numbers stay valid. */
    BREAK,
    /** No more numbers today; whoever has one is served. */
    LAST_ONES,
    /** Nobody is served before the hall opens again. */
    SHUT,
    /** It works, but no numbers can be had from its machine. */
    NO_NUMBERS
  }

  private final State state;
  private final Plan plan;
  private final Moment moment;

  private Outlook(State state, Plan plan, Moment moment) {
    this.state = state;
    this.plan = plan;
    this.moment = moment;
  }

  public static Outlook of(State state, Plan plan, Moment moment) {
    return new Outlook(state, plan, moment);
  }

  public Standing standing() {
    if (state.stopwatch().suspended()) {
      return Standing.SUSPENDED;
    }
    if (state.stopwatch().onBreak()) {
      return Standing.BREAK;
    }
    return switch (Hours.door(plan, moment)) {
      case SHUT -> Standing.SHUT;
      case AFTER_HOURS -> state.closed() ? Standing.SHUT : Standing.LAST_ONES;
      case OPEN, BREAK -> noPaper() ? Standing.NO_NUMBERS : Standing.OPEN;
    };
  }

  private boolean noPaper() {
    return plan.noPaper() == Plan.NoPaper.REFUSE && state.stopped("printer");
  }

  /** The break that goes on; empty when there is none. */
  public Optional<Calendar.Break> pause() {
    LocalDate today = moment.wall().atZone(plan.timezone()).toLocalDate();
    return plan.calendar().breaks(today).stream()
        .filter(gap -> !gap.start(today, plan.timezone()).isAfter(moment.wall()))
        .filter(gap -> gap.end(today, plan.timezone()).isAfter(moment.wall()))
        .findFirst();
  }

  /** What is said while the hall is shut: when it opens next. */
  public Text shut() {
    return Refusals.closed(Issuing.opening(plan, moment.wall())).reason();
  }

  /**
   * How many customers wait to be called, by service: each counts once, and not while only their
   * papers move. Services for which nobody waits are left out.
   */
  public Map<String, Integer> waiting() {
    Map<String, Integer> waiting = new HashMap<>();
    for (Ticket ticket : state.tickets().values()) {
      if (ticket.legs().stream().anyMatch(Outlook::waitsToBeCalled)) {
        waiting.merge(ticket.service(), 1, Integer::sum);
      }
    }
    return waiting;
  }

  private static boolean waitsToBeCalled(Leg leg) {
    return !leg.silent() && leg.status() == Ticket.Status.WAITING;
  }

  /** What a slip of this service would say of the wait now; empty where it would say nothing. */
  public Optional<Expected> expected(Plan.Service service) {
    String stage = service.route().first();
    boolean called = plan.stage(stage).filter(Plan.Stage::announce).isPresent();
    int ahead = state.queue(stage).size();
    return called && standing() == Standing.OPEN
        ? Waits.expected(new Deciding(state, plan, moment), stage, ahead, Terms.USUAL)
        : Optional.empty();
  }
}
