package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A hall at work in virtual time, with nothing around it: what the loop does, less the journal.
 * Every fact goes past the audit, and is folded a second time on its own.
 */
final class HallRun {
  private final Audit audit = new Audit();
  private final List<Fact> facts = new ArrayList<>();
  private final boolean keepsFacts;
  private Plan plan;
  private State state = State.EMPTY;
  private State folded = State.EMPTY;
  private Instant wall;
  private Instant steadySince;
  private Duration leapt = Duration.ZERO;
  private boolean trusted = true;
  private int references;
  private Consumer<Fact> watcher = fact -> {};

  private HallRun(Plan plan, Instant wall, boolean keepsFacts) {
    this.plan = plan;
    this.wall = wall;
    this.steadySince = wall;
    this.keepsFacts = keepsFacts;
  }

  /** A hall that has just opened for the first time, on a Tuesday at nine. */
  static HallRun opened(Plan plan) {
    return opened(plan, "2026-11-24T09:00");
  }

  static HallRun opened(Plan plan, String localTime) {
    HallRun run = new HallRun(plan, instant(localTime), true);
    run.restart();
    return run;
  }

  /** The same without a list of its facts, and not started yet, for long storms. */
  static HallRun storm(Plan plan, String localTime) {
    return new HallRun(plan, instant(localTime), false);
  }

  static Instant instant(String localTime) {
    return LocalDateTime.parse(localTime).atZone(Halls.SHANGHAI).toInstant();
  }

  /** Lets {@code seeing} see every fact from now on. */
  void watch(Consumer<Fact> seeing) {
    watcher = seeing;
  }

  State state() {
    return state;
  }

  State folded() {
    return folded;
  }

  Audit audit() {
    return audit;
  }

  Instant wall() {
    return wall;
  }

  Moment moment() {
    return new Moment(wall, trusted, steadySince, leapt);
  }

  Decision command(Command command) {
    Decision decision = Hall.decide(state, command, moment());
    for (Fact fact : decision.facts()) {
      audit.see(fact);
      watcher.accept(fact);
      folded = folded.apply(fact);
    }
    if (keepsFacts) {
      facts.addAll(decision.facts());
      assertEquals(folded, decision.after());
    }
    state = decision.after();
    return decision;
  }

  Decision press(String verb) {
    references++;
    return command(new Command.Press(Verb.parse(verb), "r" + references));
  }

  /** Presses that must be carried out. */
  HallRun after(String... verbs) {
    for (String verb : verbs) {
      Optional<Refusal> refusal = press(verb).refusal();
      assertTrue(refusal.isEmpty(), () -> verb + ": " + refusal);
    }
    return this;
  }

  TicketId take(String service) {
    Decision decision = press("take " + service);
    return of(decision, Event.TicketIssued.class)
        .map(Event.TicketIssued::ticket)
        .orElseThrow(() -> new AssertionError(service + ": " + decision.refusal()));
  }

  /** The code of the refusal that pressing comes to, or "" if it is carried out. */
  String refused(String verb) {
    return press(verb).refusal().map(Refusal::code).orElse("");
  }

  /** Starts the firmware, after a power cut unless it was stopped. */
  Decision restart() {
    steadySince = wall;
    leapt = Duration.ZERO;
    return command(new Command.Start("test", plan, "# plan"));
  }

  Decision adopt(Plan next) {
    plan = next;
    return command(new Command.Adopt(next, "# another plan"));
  }

  Plan plan() {
    return plan;
  }

  Decision tick() {
    return command(new Command.Tick());
  }

  /** Time passes, with a tick whenever the hall wants one and one at the end. */
  void pass(Duration duration) {
    Instant end = wall.plus(duration);
    Optional<Instant> due = Hall.nextDue(state, wall);
    while (due.isPresent() && due.get().isBefore(end)) {
      wall = due.get();
      tick();
      due = Hall.nextDue(state, wall);
    }
    wall = end;
    tick();
  }

  /** Time passes while the power is off. */
  void passUnpowered(Duration duration) {
    wall = wall.plus(duration);
  }

  void passUntil(String localTime) {
    pass(Duration.between(wall, instant(localTime)));
  }

  /** The clock leaps without any time passing. */
  void leap(Instant to) {
    leapt = leapt.plus(Duration.between(wall, to));
    wall = to;
    steadySince = to;
  }

  void trust(boolean believed) {
    trusted = believed;
  }

  String waiting(String stage) {
    return String.join(" ", state.queue(stage).values().stream().map(TicketId::number).toList());
  }

  String inHand(int counter) {
    return state.inHand(counter).map(Ticket::number).orElse("");
  }

  Ticket ticket(TicketId id) {
    return state.ticket(id).orElseThrow();
  }

  /** The numbers called, papers taken up included, in order. */
  String called() {
    return all(Event.ToWindow.class).stream()
        .map(call -> call.ticket().number())
        .collect(Collectors.joining(" "));
  }

  /** The last event of this kind. */
  <E extends Event> E last(Class<E> kind) {
    return all(kind).getLast();
  }

  void seconds(int seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  /** How often an event of this kind has happened. */
  int times(Class<? extends Event> kind) {
    return all(kind).size();
  }

  <E extends Event> List<E> all(Class<E> kind) {
    return facts.stream().map(Fact::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  static <E extends Event> Optional<E> of(Decision decision, Class<E> kind) {
    return decision.facts().stream()
        .map(Fact::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
