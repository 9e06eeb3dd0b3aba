package jiaohao.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.voice.Utterance;
import jiaohao.voice.Wording;

/** Which events are announced, and how; in the languages of the hall, the ticket's own first. */
final class Announcements {
  private final Plan plan;
  private final State state;
  private final Wording wording;

  private Announcements(Plan plan, State state) {
    this.plan = plan;
    this.state = state;
    this.wording = new Wording(plan);
  }

  /**
   * What is said about an event.
   *
   * @param state after the event
   * @return utterances in the order they are said; none for most events
   */
  static List<Utterance> of(Event event, State state) {
    Optional<Plan> plan = state.plan();
    return plan.isEmpty() ? List.of() : new Announcements(plan.get(), state).of(event);
  }

  /** Whether anything may be said about such an event. */
  static boolean concern(Event event, State state) {
    return switch (event) {
      case Event.TicketCalled called -> true;
      case Event.TicketRecalled called -> true;
      case Event.TicketIssued issued -> spoken(issued, state);
      case Event.CounterPaused paused -> true;
      case Event.CounterResumed resumed -> true;
      default -> false;
    };
  }

  private List<Utterance> of(Event event) {
    return switch (event) {
      case Event.TicketCalled called -> call(called.ticket(), called.counter());
      case Event.TicketRecalled called -> call(called.ticket(), called.counter());
      case Event.TicketIssued issued -> issued(issued);
      case Event.CounterPaused paused ->
          wording.paused(paused.counter(), standIn(paused.counter()));
      case Event.CounterResumed resumed -> wording.opened(resumed.counter());
      default -> List.of();
    };
  }

  private List<Utterance> call(TicketId ticket, int counter) {
    return ownLanguageFirst(ticket, wording.call(ticket.number(), counter));
  }

  /** Most slips come out, and then nothing is said. */
  private static boolean spoken(Event.TicketIssued issued, State state) {
    return issued.assist() || state.stopped("printer");
  }

  /** A number without paper must be remembered; who needs help is told it in any case. */
  private List<Utterance> issued(Event.TicketIssued issued) {
    if (state.stopped("printer")) {
      return ownLanguageFirst(issued.ticket(), wording.noPaper(issued.ticket().number()));
    }
    return issued.assist()
        ? ownLanguageFirst(issued.ticket(), wording.yourNumber(issued.ticket().number()))
        : List.of();
  }

  private OptionalInt standIn(int counter) {
    return plan.counter(counter).map(Plan.Counter::standIn).orElse(OptionalInt.empty());
  }

  private List<Utterance> ownLanguageFirst(TicketId id, List<Utterance> utterances) {
    String own = state.ticket(id).map(Ticket::language).orElse(plan.defaultLanguage());
    List<Utterance> ordered = new ArrayList<>(utterances);
    ordered.sort((one, other) -> Boolean.compare(isNot(own, one), isNot(own, other)));
    return ordered;
  }

  private static boolean isNot(String language, Utterance utterance) {
    return !utterance.language().equals(language);
  }
}
