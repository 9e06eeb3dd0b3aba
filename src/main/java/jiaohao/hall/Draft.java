package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A state being rewritten for one fact; lives no longer than {@link State#apply}. */
final class Draft {
  private static final Duration A_LITTLE = Duration.ofHours(1);

  private Optional<Plan> plan;
  private Optional<LocalDate> day;
  private Instant anchor;
  private Optional<String> suspect;
  private boolean running;
  private boolean closed;
  private State.Wish wish;
  private long serial;
  private Tree<Character, Integer> ordinals;
  private Tree<String, TicketId> carried;
  private Tree<TicketId, Ticket> tickets;
  private Tree<String, Tree<Long, TicketId>> queues;
  private Tree<Integer, Desk> desks;
  private Tree<Long, TicketId> owed;
  private Tree<String, Event.FaultRaised> faults;
  private OffsetDateTime at;

  Draft(State state) {
    plan = state.plan();
    day = state.day();
    anchor = state.anchor();
    suspect = state.suspect();
    running = state.running();
    closed = state.closed();
    wish = state.wish();
    serial = state.serial();
    ordinals = state.ordinals();
    carried = state.carried();
    tickets = state.tickets();
    queues = state.queues();
    desks = state.desks();
    owed = state.owed();
    faults = state.faults();
  }

  State state() {
    return new State(
        plan,
        day,
        Optional.of(at),
        anchor,
        suspect,
        running,
        closed,
        wish,
        serial,
        ordinals,
        carried,
        tickets,
        queues,
        desks,
        owed,
        faults);
  }

  void apply(Fact fact) {
    at = fact.at();
    switch (fact.event()) {
      case Event.JournalStarted started -> {}
      case Event.KioskStarted started -> start();
      case Event.KioskStopped stopped -> running = false;
      case Event.HallAdopted adopted -> plan = Optional.of(adopted.plan());
      case Event.DayStarted started -> startDay(started.started());
      case Event.HallClosed over -> closed = true;
      case Event.LanguageChosen chosen ->
          wish = wish.adding(Optional.of(chosen.language()), false, at.toInstant());
      case Event.AssistChosen chosen -> wish = wish.adding(Optional.empty(), true, at.toInstant());
      case Event.TicketIssued issued -> issue(issued);
      case Event.SlipPrinted printed -> settlePaper(printed.ticket());
      case Event.SlipFailed failed -> settlePaper(failed.ticket());
      case Event.TicketVoided voided -> remove(voided.ticket());
      case Event.TicketCalled called -> call(called.ticket(), called.counter());
      case Event.TicketRecalled recalled -> recall(recalled.ticket(), recalled.counter());
      case Event.CallUndone undone -> undo(undone.ticket());
      case Event.ServiceStarted started -> change(started.ticket(), Ticket::serving);
      case Event.StageFinished finished -> leaveDesk(finished.ticket());
      case Event.TicketFinished finished -> remove(finished.ticket());
      case Event.TicketMissed missed -> setAside(missed.ticket(), Ticket.Status.MISSED);
      case Event.TicketHeld held -> setAside(held.ticket(), Ticket.Status.HELD);
      case Event.TicketRequeued queued -> queue(queued.ticket(), queued.stage());
      case Event.TicketTransferred moved -> queue(moved.ticket(), moved.stage());
      case Event.CounterPaused paused -> change(paused.counter(), desk -> desk.paused(true));
      case Event.CounterResumed open -> change(open.counter(), desk -> desk.paused(false));
      case Event.SupervisorCalled called -> {}
      case Event.StandardBroken broken -> {}
      case Event.Rated rated -> {}
      case Event.FaultRaised raised -> raise(raised);
      case Event.FaultCleared cleared -> clear(cleared);
      case Event.ClockSuspect clock -> suspect(clock.reason());
      case Event.WriterChanged changed -> jumpAhead(changed.margin());
    }
  }

  /** What was being printed when the last run ended may be on paper; devices report afresh. */
  private void start() {
    running = true;
    wish = State.Wish.NONE;
    reprintOwed();
    for (Event.FaultRaised fault : faults.values()) {
      if (!fault.device().equals("clock")) {
        faults = faults.without(State.faultKey(fault.device(), fault.fault()));
      }
    }
  }

  private void startDay(LocalDate started) {
    day = Optional.of(started);
    anchor = at.toInstant();
    closed = false;
    ordinals = Tree.empty();
    forgetMissed();
    carried = Tree.empty();
    for (Ticket ticket : tickets.values()) {
      carried = carried.with(ticket.number(), ticket.id());
    }
  }

  private void forgetMissed() {
    for (Desk desk : desks.values()) {
      for (TicketId missed : desk.missed().values()) {
        settlePaper(missed);
        tickets = tickets.without(missed);
      }
      desks = desks.with(desk.counter(), desk.withMissed(Tree.empty()));
    }
  }

  private void issue(Event.TicketIssued issued) {
    TicketId id = issued.ticket();
    boolean late = stopped("printer");
    serial++;
    Ticket ticket =
        new Ticket(
            id,
            issued.service(),
            issued.route(),
            issued.stage(),
            issued.language(),
            issued.assist(),
            issued.ahead(),
            issued.reference(),
            at,
            serial,
            Ticket.Status.WAITING,
            Ticket.Status.WAITING,
            0,
            serial,
            0,
            null,
            late ? Ticket.Paper.OWED_AGAIN : Ticket.Paper.OWED);
    tickets = tickets.with(id, ticket);
    enqueue(ticket);
    ordinals = ordinals.with(id.prefix(), id.ordinal());
    owed = owed.with(serial, id);
    wish = State.Wish.NONE;
    closed = false;
  }

  private void settlePaper(TicketId id) {
    tickets
        .get(id)
        .filter(ticket -> ticket.paper().owed())
        .ifPresent(ticket -> {
          owed = owed.without(ticket.serial());
          tickets = tickets.with(id, ticket.with(Ticket.Paper.SETTLED));
        });
  }

  private void reprintOwed() {
    for (TicketId id : owed.values()) {
      change(id, ticket -> ticket.with(Ticket.Paper.OWED_AGAIN));
    }
  }

  private void call(TicketId id, int counter) {
    tickets
        .get(id)
        .ifPresent(ticket -> {
          withdraw(ticket);
          serial++;
          tickets = tickets.with(id, ticket.called(counter, at));
          change(counter, desk -> desk.taking(id, serial));
        });
  }

  private void recall(TicketId id, int counter) {
    serial++;
    change(id, ticket -> ticket.recalled(at));
    change(counter, desk -> desk.taking(id, serial));
  }

  private void undo(TicketId id) {
    tickets
        .get(id)
        .ifPresent(ticket -> {
          withdraw(ticket);
          Ticket back = ticket.uncalled();
          tickets = tickets.with(id, back);
          switch (back.status()) {
            case HELD -> change(back.counter(), held(back, true));
            case MISSED -> change(back.counter(), missed(back, true));
            case WAITING, CALLED, SERVING -> enqueue(back);
          }
        });
  }

  private void setAside(TicketId id, Ticket.Status status) {
    tickets
        .get(id)
        .ifPresent(ticket -> {
          withdraw(ticket);
          serial++;
          Ticket aside = ticket.setAside(status, ticket.counter(), serial);
          tickets = tickets.with(id, aside);
          boolean isHeld = status == Ticket.Status.HELD;
          change(aside.counter(), isHeld ? held(aside, true) : missed(aside, true));
        });
  }

  private void queue(TicketId id, String stage) {
    tickets
        .get(id)
        .ifPresent(ticket -> {
          withdraw(ticket);
          serial++;
          Ticket waiting = ticket.waiting(stage, serial);
          tickets = tickets.with(id, waiting);
          enqueue(waiting);
        });
  }

  /** The window is free again; where the ticket goes, or that it is finished, is the next event. */
  private void leaveDesk(TicketId id) {
    tickets
        .get(id)
        .filter(ticket -> ticket.status().inHand())
        .ifPresent(ticket -> change(ticket.counter(), desk -> desk.finished(id)));
  }

  private void remove(TicketId id) {
    settlePaper(id);
    tickets.get(id).ifPresent(this::withdraw);
    tickets = tickets.without(id);
  }

  /** Takes the ticket out of wherever it stands. */
  private void withdraw(Ticket ticket) {
    switch (ticket.status()) {
      case WAITING ->
          queues = queues.with(ticket.stage(), queueOf(ticket.stage()).without(ticket.place()));
      case HELD -> change(ticket.counter(), held(ticket, false));
      case MISSED -> change(ticket.counter(), missed(ticket, false));
      case CALLED, SERVING ->
          change(
              ticket.counter(),
              desk -> desk.inHand().equals(Optional.of(ticket.id())) ? desk.free() : desk);
    }
  }

  private void enqueue(Ticket ticket) {
    queues = queues.with(ticket.stage(), queueOf(ticket.stage()).with(ticket.place(), ticket.id()));
  }

  private Tree<Long, TicketId> queueOf(String stage) {
    return queues.get(stage).orElseGet(Tree::empty);
  }

  private static UnaryOperator<Desk> held(Ticket ticket, boolean there) {
    return desk -> desk.withHeld(kept(desk.held(), ticket, there));
  }

  private static UnaryOperator<Desk> missed(Ticket ticket, boolean there) {
    return desk -> desk.withMissed(kept(desk.missed(), ticket, there));
  }

  private static Tree<Long, TicketId> kept(
      Tree<Long, TicketId> aside, Ticket ticket, boolean there) {
    return there ? aside.with(ticket.aside(), ticket.id()) : aside.without(ticket.aside());
  }

  private void change(int counter, UnaryOperator<Desk> how) {
    Desk desk = desks.get(counter).orElseGet(() -> Desk.idle(counter));
    desks = desks.with(counter, how.apply(desk));
  }

  private void change(TicketId id, UnaryOperator<Ticket> how) {
    tickets.get(id).ifPresent(ticket -> tickets = tickets.with(id, how.apply(ticket)));
  }

  private boolean stopped(String device) {
    List<Event.FaultRaised> raised = faults.values();
    return raised.stream().anyMatch(fault -> fault.stops() && fault.device().equals(device));
  }

  /** A slip that was under way when the printer stopped may be on paper. */
  private void raise(Event.FaultRaised raised) {
    faults = faults.with(State.faultKey(raised.device(), raised.fault()), raised);
    if (raised.stops() && raised.device().equals("printer")) {
      reprintOwed();
    }
  }

  private void clear(Event.FaultCleared cleared) {
    faults = faults.without(State.faultKey(cleared.device(), cleared.fault()));
    if (cleared.device().equals("clock")) {
      reckonFromNow();
      boolean believed =
          faults.values().stream().noneMatch(fault -> fault.device().equals("clock"));
      suspect = believed ? Optional.empty() : suspect;
    }
  }

  /** A clock put back within the business day is noted, and believed again. */
  private void suspect(String reason) {
    boolean withinDay =
        plan.isPresent()
            && day.stream().noneMatch(BusinessDay.of(at.toInstant(), plan.get())::isBefore);
    suspect = reason.equals("behind") && withinDay ? Optional.empty() : Optional.of(reason);
    reckonFromNow();
  }

  /** A clock put back over the hour by a little passes it again, but no new day begins by that. */
  private void reckonFromNow() {
    Instant now = at.toInstant();
    boolean hardlyBack = now.isBefore(anchor) && !now.isBefore(anchor.minus(A_LITTLE));
    anchor = hardlyBack ? anchor : now;
  }

  /** Numbers already on paper may not have reached the centre: skip as many as may be out there. */
  private void jumpAhead(int margin) {
    List<Plan.Service> services = plan.map(Plan::services).orElse(List.of());
    for (Plan.Service service : services) {
      int last = ordinals.get(service.prefix()).orElse(0);
      ordinals = ordinals.with(service.prefix(), Math.min(TicketId.LAST_ORDINAL, last + margin));
    }
  }
}
