package jiaohao.hall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How far the time standards are kept: shown every fact of a journal, it accounts for the services
 * and waits of its day that a standard applied to. A wait is accounted for when it ends, at the
 * first call that is not undone; a service when its stage is finished. Limits are those of the plan
 * in force when the ticket came to the stage, as for the alarms of the day; a limit that is reached
 * is broken. Time that does not count was left out when the seconds were told.
 *
 * <p>Not accounted for are services that nobody timed: where the staff have a key for the start and
 * did not press it.
 */
public final class Adherence {
  /** What a standard is about. */
  enum Kind {
    SERVING,
    WAITING
  }

  /** One service or wait. */
  record Account(
      Kind kind,
      TicketId ticket,
      String stage,
      int counter,
      Optional<String> staff,
      int limitSeconds,
      int tookSeconds) {
    boolean within() {
      return tookSeconds < limitSeconds;
    }

    int overSeconds() {
      return Math.max(0, tookSeconds - limitSeconds);
    }
  }

  /**
   * How far one kind of standard was kept.
   *
   * @param accounted services or waits that had a standard
   * @param within those of them that kept it
   * @param worstOverSeconds the longest of the others was longer than its limit by this; 0 if none
   */
  public record Share(int accounted, int within, int worstOverSeconds) {
    private static final Share NONE = new Share(0, 0, 0);

    private Share with(Account account) {
      return new Share(
          accounted + 1,
          within + (account.within() ? 1 : 0),
          Math.max(worstOverSeconds, account.overSeconds()));
    }
  }

  /** How far the standards for serving and for waiting were kept. */
  public record Kept(Share services, Share waits) {
    private static final Kept NOTHING = new Kept(Share.NONE, Share.NONE);

    private Kept with(Account account) {
      return account.kind() == Kind.SERVING
          ? new Kept(services.with(account), waits)
          : new Kept(services, waits.with(account));
    }
  }

  /** A ticket at a stage, as far as its standards go. */
  private static final class Stay {
    private final int limitSeconds;
    private final int waitLimitSeconds;
    private boolean booked;
    private boolean started;
    private boolean timed;
    private Optional<Account> waited = Optional.empty();

    private Stay(Optional<Plan.Stage> stage) {
      limitSeconds = stage.map(known -> known.limitSeconds().orElse(0)).orElse(0);
      // whoever is away does not wait, whatever was told of the time
      waitLimitSeconds =
          stage
              .filter(known -> !known.outside())
              .map(known -> known.waitLimitSeconds().orElse(0))
              .orElse(0);
    }
  }

  private final Predicate<LocalDate> days;
  private final List<Account> accounts = new ArrayList<>();
  private final Map<TicketId, Map<String, Stay>> stays = new HashMap<>();
  private Optional<Plan> plan = Optional.empty();

  /** For a whole journal, from its first fact on. */
  public Adherence(LocalDate day) {
    this(day::equals);
  }

  /** For a day's facts, from its first one on, in a hall that goes by this plan. */
  public Adherence(LocalDate day, Plan plan) {
    this(day::equals);
    this.plan = Optional.of(plan);
  }

  Adherence(Predicate<LocalDate> days) {
    this.days = days;
  }

  /** Takes the fact into account; those of earlier days tell which standards apply. */
  public void see(Fact fact) {
    switch (fact.event()) {
      case Event.HallAdopted adopted -> plan = Optional.of(adopted.plan());
      case Event.ToWindow called -> call(called, days.test(fact.day()));
      case Event.StageFinished finished -> finish(finished, days.test(fact.day()));
      case Event.OfTicket event -> follow(event);
      default -> {}
    }
  }

  private void follow(Event.OfTicket event) {
    TicketId id = event.ticket();
    switch (event) {
      case Event.TicketIssued issued -> enter(id, issued.stage()).booked = later(issued);
      case Event.TicketRequeued queued -> requeue(id, queued.stage());
      case Event.TicketTransferred moved -> transfer(moved);
      case Event.TicketRecalled again ->
          stay(id, again.stage()).filter(stay -> !stay.started).ifPresent(this::walk);
      case Event.CallUndone undone -> stay(id, undone.stage()).ifPresent(this::undo);
      case Event.ServiceStarted started ->
          stay(id, started.stage()).ifPresent(stay -> start(stay, started.assumed()));
      case Event.TicketFinished _, Event.TicketVoided _ -> stays.remove(id);
      default -> {}
    }
  }

  private static boolean later(Event.TicketIssued issued) {
    return issued.terms().appointment().isPresent();
  }

  private Optional<Stay> stay(TicketId id, String stage) {
    return Optional.ofNullable(stays.getOrDefault(id, Map.of()).get(stage));
  }

  private Stay enter(TicketId id, String stage) {
    Stay stay = new Stay(plan.flatMap(now -> now.stage(stage)));
    stays.computeIfAbsent(id, ticket -> new HashMap<>()).put(stage, stay);
    return stay;
  }

  /** Back in line at the same stage it is under the standards it came with. */
  private void requeue(TicketId id, String stage) {
    if (stay(id, stage).filter(stay -> !stay.booked).isEmpty()) {
      enter(id, stage);
    }
  }

  /** Journals of the first version do not say where from; there was only one. */
  private void transfer(Event.TicketTransferred moved) {
    TicketId id = moved.ticket();
    moved.from().ifPresentOrElse(from -> leave(id, from), () -> stays.remove(id));
    if (stay(id, moved.stage()).isEmpty()) {
      enter(id, moved.stage());
    }
  }

  private void leave(TicketId id, String stage) {
    Map<String, Stay> left = stays.get(id);
    if (left != null) {
      left.remove(stage);
    }
  }

  private void call(Event.ToWindow called, boolean counts) {
    stay(called.ticket(), called.stage())
        .ifPresent(stay -> {
          stay.started = false;
          stay.waited = counts ? waited(called, stay.waitLimitSeconds) : Optional.empty();
          stay.waited.ifPresent(accounts::add);
          if (called instanceof Event.PapersTaken) {
            stay.timed = true;
          } else {
            walk(stay);
          }
        });
  }

  private static Optional<Account> waited(Event.ToWindow called, int limitSeconds) {
    return account(
        Kind.WAITING,
        called,
        called.stage(),
        called.counter(),
        called.staff(),
        limitSeconds,
        called.waitedSeconds());
  }

  /** The customer is taken to walk over, where nobody presses a key when the customer is there. */
  private void walk(Stay stay) {
    stay.timed = plan.filter(Plan::startKey).isEmpty();
  }

  private static void start(Stay stay, boolean assumed) {
    stay.started = true;
    stay.timed |= !assumed;
  }

  /** The wait goes on, unless its end was certain already. */
  private void undo(Stay stay) {
    if (!stay.started) {
      stay.waited.ifPresent(accounts::remove);
    }
    stay.waited = Optional.empty();
  }

  private void finish(Event.StageFinished finished, boolean counts) {
    stay(finished.ticket(), finished.stage())
        .filter(stay -> stay.timed && counts)
        .flatMap(stay ->
            account(
                Kind.SERVING,
                finished,
                finished.stage(),
                finished.counter(),
                finished.staff(),
                stay.limitSeconds,
                finished.tookSeconds()))
        .ifPresent(accounts::add);
    leave(finished.ticket(), finished.stage());
  }

  /** Empty where there was no standard, or no time told. */
  private static Optional<Account> account(
      Kind kind,
      Event.OfTicket event,
      String stage,
      int counter,
      Optional<String> staff,
      int limitSeconds,
      OptionalInt seconds) {
    return limitSeconds == 0 || seconds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Account(
                kind, event.ticket(), stage, counter, staff, limitSeconds, seconds.getAsInt()));
  }

  /** All that was accounted for, in order. */
  List<Account> accounts() {
    return accounts;
  }

  public Kept wholeDay() {
    return accounts.stream().reduce(Kept.NOTHING, Kept::with, (one, other) -> one);
  }

  /** By stage id; those where nothing was accounted for are left out. */
  public Map<String, Kept> stages() {
    return by(account -> Optional.of(account.stage()));
  }

  /** By number of the window. */
  public Map<Integer, Kept> counters() {
    return by(account -> Optional.of(account.counter()));
  }

  /** By id of whoever was signed on at the window. */
  public Map<String, Kept> staff() {
    return by(Account::staff);
  }

  private <K> Map<K, Kept> by(Function<Account, Optional<K>> key) {
    Map<K, Kept> kept = new TreeMap<>();
    for (Account account : accounts) {
      key.apply(account)
          .ifPresent(of -> kept.put(of, kept.getOrDefault(of, Kept.NOTHING).with(account)));
    }
    return kept;
  }
}
