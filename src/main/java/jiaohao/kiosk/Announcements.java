package jiaohao.kiosk;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jiaohao.hall.Calendar;
import jiaohao.hall.Event;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.voice.Announcement;
import jiaohao.voice.Utterance;
import jiaohao.voice.Wording;

/**
 * Which events are announced, and how; in the languages of the hall, the ticket's own first. While
 * others wait to be said it is kept short: in the first language only, and without a chime where
 * the hall has just been listening.
 */
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
   * What is said about an event, if anything.
   *
   * @param state after the event
   * @param others whether others wait to be said
   * @param follows whether something was said just before
   */
  static Optional<Announcement> of(Event event, State state, boolean others, boolean follows) {
    List<Utterance> utterances =
        state.plan().map(plan -> new Announcements(plan, state).of(event)).orElse(List.of());
    if (utterances.isEmpty()) {
      return Optional.empty();
    }
    boolean urgent = event instanceof Event.HallSuspended;
    boolean brief = others && !urgent;
    List<Utterance> said = new ArrayList<>(brief ? utterances.subList(0, 1) : utterances);
    if (twice(event, state)) {
      said.addFirst(said.getFirst());
    }
    return Optional.of(new Announcement(said, !(brief && follows), urgent));
  }

  /** Who asked for help is called twice each time. */
  private static boolean twice(Event event, State state) {
    return switch (event) {
      case Event.TicketCalled called -> assisted(called.ticket(), state);
      case Event.TicketRecalled called -> assisted(called.ticket(), state);
      default -> false;
    };
  }

  private static boolean assisted(TicketId id, State state) {
    return state.ticket(id).filter(Ticket::assist).isPresent();
  }

  /** Whether anything may be said about such an event. */
  static boolean concern(Event event, State state) {
    return switch (event) {
      case Event.TicketCalled called -> true;
      case Event.TicketRecalled called -> true;
      case Event.TicketIssued issued -> spoken(issued, state);
      case Event.TicketMissed missed -> missedForGood(state);
      case Event.TicketTransferred transferred -> sentOn(transferred, state);
      case Event.CounterPaused paused -> callsPeople(paused.counter(), state);
      case Event.CounterResumed resumed -> callsPeople(resumed.counter(), state);
      case Event.WaitApologized apologized -> true;
      case Event.HallSuspended suspended -> true;
      case Event.BreakStarted started -> true;
      // whoever waits is to know what becomes of the number; an empty hall need not be told
      case Event.NumbersEnded ended -> state.open() > 0;
      case Event.KioskStarted started -> started.unclean() && state.open() > 0;
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
      case Event.TicketMissed missed ->
          ownLanguageFirst(missed.ticket(), wording.missed(missed.ticket().number()));
      case Event.TicketTransferred transferred -> transferred(transferred);
      case Event.WaitApologized apologized -> wording.apology();
      case Event.HallSuspended suspended -> wording.emergency();
      case Event.BreakStarted started -> lunch();
      case Event.NumbersEnded ended -> wording.closed();
      case Event.KioskStarted started -> wording.powerCut();
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

  /** Where the clerk decides what becomes of a missed number, the clerk tells its holder too. */
  private static boolean missedForGood(State state) {
    return state.plan().flatMap(plan -> plan.fairness().missed()).isPresent();
  }

  /** Only people are told where to wait, and only where they are called from. */
  private static boolean sentOn(Event.TicketTransferred transferred, State state) {
    return transferred.reason().equals("by-hand")
        && state
            .plan()
            .flatMap(plan -> plan.stage(transferred.stage()))
            .filter(stage -> stage.announce() && !stage.outside())
            .isPresent();
  }

  private List<Utterance> transferred(Event.TicketTransferred transferred) {
    TicketId id = transferred.ticket();
    return ownLanguageFirst(
        id, wording.transferred(id.number(), plan.stageName(transferred.stage())));
  }

  /** The break that the state's last fact lies in, by the calendar. */
  private List<Utterance> lunch() {
    LocalDateTime now =
        state.lastAt().orElseThrow().atZoneSameInstant(plan.timezone()).toLocalDateTime();
    List<Calendar.Hours> spans = plan.calendar().of(now.toLocalDate());
    Optional<LocalTime> from =
        spans.stream()
            .map(Calendar.Hours::close)
            .filter(close -> !close.isAfter(now.toLocalTime()))
            .max(LocalTime::compareTo);
    Optional<LocalTime> until =
        spans.stream()
            .map(Calendar.Hours::open)
            .filter(open -> open.isAfter(now.toLocalTime()))
            .min(LocalTime::compareTo);
    return from.isPresent() && until.isPresent()
        ? wording.lunch(from.get(), until.get())
        : List.of();
  }

  /** Nobody in the hall waits for a window that only handles papers. */
  private static boolean callsPeople(int counter, State state) {
    return state.plan().stream()
        .flatMap(plan ->
            plan.counter(counter).stream()
                .flatMap(window -> window.stages().stream())
                .flatMap(stage -> plan.stage(stage).stream()))
        .anyMatch(stage -> stage.announce() && !stage.outside());
  }

  /** Nobody is sent to a window that is paused itself. */
  private OptionalInt standIn(int counter) {
    OptionalInt other =
        plan.counter(counter).map(Plan.Counter::standIn).orElse(OptionalInt.empty());
    return other.isPresent() && state.desk(other.getAsInt()).paused() ? OptionalInt.empty() : other;
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
