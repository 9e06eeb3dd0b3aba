package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** A state being rewritten for one fact; lives no longer than {@link State#apply}. */
final class Draft {
  private static final Duration A_LITTLE = Duration.ofHours(1);

  private final Whereabouts where;
  private Optional<Plan> plan;
  private Optional<LocalDate> day;
  private Instant anchor;
  private Optional<String> suspect;
  private Stopwatch stopwatch;
  private boolean running;
  private boolean numbersEnded;
  private boolean closed;
  private State.Wish wish;
  private Tree<Character, Integer> ordinals;
  private Tree<String, TicketId> carried;
  private Tree<Long, TicketId> owed;
  private Tree<Long, Notice> notices;
  private OptionalLong apologizedAt;
  private Tree<String, Event.FaultRaised> faults;
  private Orders orders;
  private Optional<OffsetDateTime> lastAt;
  private OffsetDateTime at;

  Draft(State state) {
    where = new Whereabouts(state);
    plan = state.plan();
    day = state.day();
    lastAt = state.lastAt();
    anchor = state.anchor();
    suspect = state.suspect();
    stopwatch = state.stopwatch();
    running = state.running();
    numbersEnded = state.numbersEnded();
    closed = state.closed();
    wish = state.wish();
    ordinals = state.ordinals();
    carried = state.carried();
    owed = state.owed();
    notices = state.notices();
    apologizedAt = state.apologizedAt();
    faults = state.faults();
    orders = state.orders();
  }

  State state() {
    return new State(
        plan,
        day,
        lastAt,
        anchor,
        suspect,
        stopwatch,
        running,
        numbersEnded,
        closed,
        wish,
        where.serial(),
        ordinals,
        where.tallies(),
        carried,
        where.tickets(),
        where.absent(),
        where.lines(),
        where.desks(),
        where.paces(),
        where.dues(),
        where.bookings(),
        owed,
        notices,
        apologizedAt,
        faults,
        orders);
  }

  void know(Plan known) {
    plan = Optional.of(known);
  }

  void know(Tree<String, Event.FaultRaised> otherFaults) {
    faults = otherFaults;
  }

  void apply(Fact fact) {
    at = fact.at();
    lastAt = Optional.of(at);
    switch (fact.event()) {
      case Event.JournalStarted _ -> {}
      case Event.KioskStarted _ -> start();
      case Event.KioskStopped _ -> running = false;
      case Event.HallAdopted adopted -> adopt(adopted);
      case Event.DayStarted started -> startDay(started.started());
      case Event.HallClosed _ -> closed = true;
      case Event.NumbersEnded _ -> numbersEnded = true;
      case Event.BreakStarted _ -> stopwatch = stopwatch.onBreak(true, now());
      case Event.BreakEnded _ -> stopwatch = stopwatch.onBreak(false, now());
      case Event.HallSuspended _ -> stopwatch = stopwatch.suspended(true, now());
      case Event.HallResumed _ -> stopwatch = stopwatch.suspended(false, now());
      case Event.TimeExcluded left ->
          stopwatch = stopwatch.excluding(left.millis(), left.reason().equals("leap"));
      case Event.LanguageChosen chosen -> wish = wish.adding(chosen, now());
      case Event.AssistChosen chosen -> wish = wish.adding(chosen, now());
      case Event.GroupChosen chosen -> wish = wish.adding(chosen, now());
      case Event.StaffChosen chosen -> wish = wish.adding(chosen, now());
      case Event.CounterPaused paused -> where.change(paused.counter(), d -> d.paused(true));
      case Event.CounterResumed open -> where.change(open.counter(), d -> d.paused(false));
      case Event.StaffSignedOn on ->
          where.change(on.counter(), d -> d.staffed(Optional.of(on.staff())));
      case Event.StaffSignedOff off ->
          where.change(off.counter(), d -> d.staffed(Optional.empty()));
      case Event.SupervisorCalled called ->
          where.change(called.counter(), d -> d.asking(Optional.of(at)));
      case Event.SupervisorAlarmed _ -> {}
      case Event.WaitApologized _ -> apologizedAt = OptionalLong.of(reading());
      case Event.OrderTaken order -> orders = orders.taking(order.order(), "");
      case Event.NoticePosted posted -> orders = orders.posting(posted);
      case Event.NoticeIssued issued -> notice(issued);
      case Event.NoticePrinted printed -> notices = notices.without(printed.notice());
      case Event.NoticeFailed failed -> notices = notices.without(failed.notice());
      case Event.FaultRaised raised -> raise(raised);
      case Event.FaultCleared cleared -> clear(cleared);
      case Event.ClockSuspect clock -> suspect(clock.reason());
      case Event.WriterChanged changed -> jumpAhead(changed.margin());
      case Event.OfTicket event -> apply(event);
    }
  }

  private void apply(Event.OfTicket event) {
    switch (event) {
      case Event.TicketIssued issued -> issue(issued);
      case Event.SlipPrinted printed -> settlePaper(printed.ticket());
      case Event.SlipFailed failed -> settlePaper(failed.ticket());
      case Event.TicketVoided voided -> remove(voided.ticket());
      case Event.TicketFinished finished -> remove(finished.ticket());
      default -> moves().apply(event);
    }
  }

  private Moves moves() {
    return new Moves(plan, where, at, reading());
  }

  private Instant now() {
    return at.toInstant();
  }

  private long reading() {
    return stopwatch.reading(now());
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

  /** What was chosen for the next ticket may be nothing that this hall knows. */
  private void adopt(Event.HallAdopted adopted) {
    plan = Optional.of(adopted.plan());
    orders = orders.adopting(adopted);
    wish = State.Wish.NONE;
  }

  private void startDay(LocalDate started) {
    day = Optional.of(started);
    anchor = now();
    numbersEnded = false;
    closed = false;
    orders = orders.newDay();
    ordinals = Tree.empty();
    forgetAbsent();
    where.forgetIssued();
    where.forgetPaces();
    for (Desk desk : where.desks().values()) {
      where.change(desk.counter(), Desk::newDay);
    }
    carried = Tree.empty();
    for (Ticket ticket : where.tickets().values()) {
      carried = carried.with(ticket.number(), ticket.id());
    }
  }

  /** Whoever was missed, or stayed away, begins anew tomorrow. */
  private void forgetAbsent() {
    if (where.absent() > 0) {
      where.tickets().values().stream()
          .filter(Ticket::absent)
          .forEach(ticket -> remove(ticket.id()));
    }
  }

  private void issue(Event.TicketIssued issued) {
    TicketId id = issued.ticket();
    long serial = where.next();
    Optional<String> order = issued.terms().order();
    moves().issue(issued, serial, order.isPresent() ? Ticket.Paper.SETTLED : paper(issued));
    where.countIssued(issued.service());
    ordinals = ordinals.with(id.prefix(), id.ordinal());
    if (order.isPresent()) { // nobody stands at the kiosk: no slip, and no wish is used up
      orders = orders.taking(order.get(), id.toString());
    } else {
      owed = owed.with(serial, id);
      wish = issued.terms().satellite().isPresent() ? wish : State.Wish.NONE;
    }
    closed = false;
  }

  private Ticket.Paper paper(Event.TicketIssued issued) {
    String printer = Satellites.printer(issued.terms().satellite());
    return stopped(printer) ? Ticket.Paper.OWED_AGAIN : Ticket.Paper.OWED;
  }

  private void settlePaper(TicketId id) {
    where
        .tickets()
        .get(id)
        .filter(ticket -> ticket.paper().owed())
        .ifPresent(ticket -> {
          owed = owed.without(ticket.serial());
          where.put(ticket.with(Ticket.Paper.SETTLED));
        });
  }

  private void reprintOwed() {
    reprintOwed(ticket -> true);
    for (Notice notice : notices.values()) {
      notices = notices.with(notice.serial(), notice.perhapsPrinted());
    }
  }

  private void reprintOwed(Predicate<Ticket> which) {
    for (TicketId id : owed.values()) {
      where.change(
          id, ticket -> which.test(ticket) ? ticket.with(Ticket.Paper.OWED_AGAIN) : ticket);
    }
  }

  private void remove(TicketId id) {
    settlePaper(id);
    where.remove(id);
  }

  private void notice(Event.NoticeIssued issued) {
    where.next();
    Notice notice =
        new Notice(
            issued.notice(),
            issued.kind(),
            issued.ticket(),
            issued.language(),
            issued.title(),
            issued.items(),
            at,
            stopped("printer"));
    notices = notices.with(issued.notice(), notice);
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
    } else if (raised.stops()) {
      reprintOwed(ticket -> Satellites.printer(ticket.terms().satellite()).equals(raised.device()));
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
        plan.isPresent() && day.stream().noneMatch(BusinessDay.of(now(), plan.get())::isBefore);
    suspect = reason.equals("behind") && withinDay ? Optional.empty() : Optional.of(reason);
    reckonFromNow();
  }

  /** A clock put back over the hour by a little passes it again, but no new day begins by that. */
  private void reckonFromNow() {
    Instant now = now();
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
