package jiaohao.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The hall as it stands after some event: a fold over facts, never changed, so that any thread may
 * read it and an undecided commit is simply forgotten.
 *
 * @param plan in force; empty before the first HallAdopted
 * @param day business day; empty before the first DayStarted
 * @param lastAt time of the last fact, which may lie behind earlier ones
 * @param anchor wall time from which the turn of the day is reckoned
 * @param suspect why the clock is not believed, as in ClockSuspect; empty if it is
 * @param stopwatch what waiting and serving are timed by
 * @param running whether the last start has not been followed by an orderly stop
 * @param numbersEnded whether it has been told today that no more numbers are given out
 * @param closed whether the day is over and the last customer has left
 * @param wish what was chosen for the next ticket
 * @param serial grows with every place given out
 * @param ordinals last number given out today, by prefix
 * @param tallies tickets of each service
 * @param carried numbers still held from an earlier day, skipped today
 * @param tickets all that are not finished, and today's missed ones
 * @param absent how many of them have a holder who is not in the hall
 * @param lines who waits, by stage
 * @param desks windows that have done something, by number
 * @param paces how quickly each stage calls today
 * @param dues which standard is broken next, by the reading of the stopwatch
 * @param bookings tickets that enter a line later, by time in milliseconds
 * @param owed tickets whose slip is still to be printed, by order of issue
 * @param notices still to be printed, by serial
 * @param apologizedAt reading at which a long wait was last apologized for
 * @param faults that are on, by device and fault
 * @param orders of the centre that still stand
 */
public record State(
    Optional<Plan> plan,
    Optional<LocalDate> day,
    Optional<OffsetDateTime> lastAt,
    Instant anchor,
    Optional<String> suspect,
    Stopwatch stopwatch,
    boolean running,
    boolean numbersEnded,
    boolean closed,
    Wish wish,
    long serial,
    Tree<Character, Integer> ordinals,
    Tree<String, Tally> tallies,
    Tree<String, TicketId> carried,
    Tree<TicketId, Ticket> tickets,
    int absent,
    Tree<String, Line> lines,
    Tree<Integer, Desk> desks,
    Tree<String, Pace> paces,
    Tree<Place, Stop> dues,
    Tree<Place, Stop> bookings,
    Tree<Long, TicketId> owed,
    Tree<Long, Notice> notices,
    OptionalLong apologizedAt,
    Tree<String, Event.FaultRaised> faults,
    Orders orders) {

  /**
   * The version of the fold. To be raised with every change after which the same facts make another
   * state, or a state means something else: a snapshot kept under another version is thrown away.
   * FoldVersionTest tells when that has been forgotten.
   */
  public static final int FOLD_VERSION = 2;

  /** Before the first event. */
  public static final State EMPTY =
      new State(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Instant.EPOCH,
          Optional.empty(),
          Stopwatch.RUNNING,
          false,
          false,
          false,
          Wish.NONE,
          0,
          Tree.empty(),
          Tree.empty(),
          Tree.empty(),
          Tree.empty(),
          0,
          Tree.empty(),
          Tree.empty(),
          Tree.empty(),
          Tree.empty(),
          Tree.empty(),
          Tree.empty(),
          Tree.empty(),
          OptionalLong.empty(),
          Tree.empty(),
          Orders.NONE);

  /** A ticket at a stage: one of its legs. */
  public record Stop(TicketId ticket, String stage) {}

  /**
   * Tickets of one service.
   *
   * @param issued today
   * @param inside whose holders are in the hall
   */
  public record Tally(int issued, int inside) {
    static final Tally NONE = new Tally(0, 0);
  }

  /**
   * What was chosen for the next ticket.
   *
   * @param language chosen, if any
   * @param assist whether help was asked for
   * @param group privileged group, if any
   * @param staff member of staff it is to wait for, if any
   * @param at when
   */
  public record Wish(
      Optional<String> language,
      boolean assist,
      Optional<String> group,
      Optional<String> staff,
      Instant at) {
    public static final Wish NONE =
        new Wish(Optional.empty(), false, Optional.empty(), Optional.empty(), Instant.EPOCH);

    /** A choice this old was somebody else's; so was one from a clock that has been put back. */
    private static final Duration LASTS = Duration.ofSeconds(30);

    /** What is left of it at a later time: all or nothing. */
    public Wish at(Instant now) {
      boolean fresh = Duration.between(at, now).abs().compareTo(LASTS) < 0;
      return fresh ? this : NONE;
    }

    /** What a choice makes of it; empty for a verb that chooses nothing. */
    public Optional<Wish> choosing(Verb verb, Instant now) {
      return switch (verb) {
        case Verb.Language language ->
            Optional.of(adding(new Event.LanguageChosen(language.code()), now));
        case Verb.Assist _ -> Optional.of(adding(new Event.AssistChosen(), now));
        case Verb.Priority priority ->
            Optional.of(adding(new Event.GroupChosen(priority.group()), now));
        case Verb.ForStaff chosen ->
            Optional.of(adding(new Event.StaffChosen(chosen.staff()), now));
        default -> Optional.empty();
      };
    }

    /** A choice adds to one just made, and replaces an old one. */
    Wish adding(Event choice, Instant now) {
      Wish recent = at(now);
      return switch (choice) {
        case Event.LanguageChosen chosen ->
            new Wish(
                Optional.of(chosen.language()), recent.assist, recent.group, recent.staff, now);
        case Event.AssistChosen chosen ->
            new Wish(recent.language, true, recent.group, recent.staff, now);
        case Event.GroupChosen chosen ->
            new Wish(
                recent.language, recent.assist, Optional.of(chosen.group()), recent.staff, now);
        case Event.StaffChosen chosen ->
            new Wish(
                recent.language, recent.assist, recent.group, Optional.of(chosen.staff()), now);
        default -> this;
      };
    }
  }

  /** The state after one more fact. Takes any fact a sound journal can hold; never fails on it. */
  public State apply(Fact fact) {
    Draft draft = new Draft(this);
    draft.apply(fact);
    return draft.state();
  }

  /** A hall of which nothing is known but its plan. */
  public State of(Plan known) {
    Draft draft = new Draft(this);
    draft.know(known);
    return draft.state();
  }

  /** The same hall with other faults. */
  State with(Tree<String, Event.FaultRaised> otherFaults) {
    Draft draft = new Draft(this);
    draft.know(otherFaults);
    return draft.state();
  }

  public Optional<Ticket> ticket(TicketId id) {
    return tickets.get(id);
  }

  /** The window as it stands; idle if it has done nothing yet. */
  public Desk desk(int counter) {
    return desks.get(counter).orElseGet(() -> Desk.idle(counter));
  }

  /** The ticket called or served at a window. */
  public Optional<Ticket> inHand(int counter) {
    return desk(counter).inHand().flatMap(tickets::get);
  }

  /** Stages a window calls from now: its own, and those of paused windows it stands in for. */
  public List<String> stagesAt(Plan.Counter counter) {
    Windows windows = Windows.of(this, plan.orElseThrow());
    return Stream.concat(Stream.of(counter), windows.takenOver(counter.number()))
        .flatMap(window -> window.stages().stream())
        .distinct()
        .toList();
  }

  /** Who waits at a stage. */
  public Line line(String stage) {
    return lines.get(stage).orElse(Line.EMPTY);
  }

  /** Who waits at a stage, by place. */
  public Tree<Place, TicketId> queue(String stage) {
    return line(stage).all();
  }

  public Tally tally(String service) {
    return tallies.get(service).orElse(Tally.NONE);
  }

  /** Tickets whose holders are still in the hall. */
  public int open() {
    return tickets.size() - absent;
  }

  /** Tickets called to windows, the latest call first: what the board shows. Papers are not. */
  public List<Ticket> inHand() {
    return desks.values().stream()
        .filter(desk -> desk.inHand().isPresent())
        .sorted(Comparator.comparingLong(Desk::callSerial).reversed())
        .flatMap(desk ->
            inHand(desk.counter()).stream()
                .filter(ticket ->
                    ticket.legAt(desk.counter()).filter(leg -> !leg.silent()).isPresent()))
        .toList();
  }

  /** Whether a fault keeps this device from its work. */
  public boolean stopped(String device) {
    return faults.values().stream()
        .anyMatch(fault -> fault.stops() && fault.device().equals(device));
  }

  static String faultKey(String device, String fault) {
    return device + "/" + fault;
  }
}
