package jiaohao.year;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jiaohao.clock.SimulatedClock;
import jiaohao.hall.Command;
import jiaohao.hall.Fact;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.kiosk.Answer;
import jiaohao.kiosk.VirtualKiosk;

/**
 * A box in its hall: the loop, its clock, a printer, and the power. Time is true time, as on the
 * hall manager's own watch; what the box believes may differ from it. Every round of the loop is
 * followed by the invariants.
 */
final class World implements AutoCloseable {
  /** Rounds in which nothing happens although something is due, before that counts as stuck. */
  private static final int PATIENCE = 40;

  private final Plan shipped;
  private final SimulatedClock clock;
  private final VirtualKiosk kiosk;
  private final VirtualPrinter printer = new VirtualPrinter(this);
  private final Invariants invariants = new Invariants();
  private final List<Consumer<Fact>> witnesses = new ArrayList<>();
  private Instant now;
  private Plan plan;
  private Optional<Instant> powerBack = Optional.empty();
  private Duration offAtNextCommit = Duration.ZERO;
  private List<Fact> lastFacts = List.of();
  private int references;
  private int idleRounds;

  private State dueOf;
  private Instant due = Instant.MIN;

  private World(Plan plan, Instant begin, SimulatedClock clock, VirtualKiosk kiosk) {
    this.shipped = plan;
    this.plan = plan;
    this.now = begin;
    this.clock = clock;
    this.kiosk = kiosk;
  }

  static World inMemory(Plan plan, Instant begin) {
    SimulatedClock clock = new SimulatedClock(begin);
    return new World(plan, begin, clock, VirtualKiosk.inMemory(clock)).begun();
  }

  static World onDisk(Plan plan, Instant begin, Path stateDir) {
    SimulatedClock clock = new SimulatedClock(begin);
    return new World(plan, begin, clock, VirtualKiosk.onDisk(clock, stateDir)).begun();
  }

  private World begun() {
    start();
    return this;
  }

  /** Lets {@code witness} see every durable fact. */
  void watch(Consumer<Fact> witness) {
    witnesses.add(witness);
  }

  Instant now() {
    return now;
  }

  Instant wall() {
    return clock.wall();
  }

  boolean on() {
    return kiosk.on();
  }

  /** Of the last time there was power. */
  State state() {
    return invariants.state();
  }

  Plan plan() {
    return state().plan().orElse(plan);
  }

  Plan shipped() {
    return shipped;
  }

  Invariants invariants() {
    return invariants;
  }

  /** Lets time pass; whatever falls due meanwhile happens when it does. */
  void passTo(Instant until) {
    Instant next = next();
    while (!next.isAfter(until)) {
      advance(next);
      if (powerBack.isPresent() && !powerBack.get().isAfter(now)) {
        powerBack = Optional.empty();
        start();
      } else if (!printer.due().isAfter(now)) {
        printer.work();
      } else {
        tick();
      }
      next = next();
    }
    advance(until);
  }

  private Instant next() {
    Instant next = powerBack.orElse(Instant.MAX);
    next = printer.due().isBefore(next) ? printer.due() : next;
    Instant tick = nextTick();
    return tick.isBefore(next) ? tick : next;
  }

  @SuppressWarnings("ReferenceEquality") // a state that has changed is another object
  private Instant nextTick() {
    if (!kiosk.on()) {
      return Instant.MAX;
    }
    if (dueOf != kiosk.state() || !due.isAfter(now)) {
      dueOf = kiosk.state();
      due = Hall.nextDue(dueOf, clock.wall()).map(this::trueTime).orElse(Instant.MAX);
    }
    return due;
  }

  /** What is due already gets a round soon, as the loop does it. */
  private Instant trueTime(Instant wallTime) {
    Duration ahead = Duration.between(clock.wall(), wallTime);
    if (ahead.compareTo(Duration.ofDays(30)) > 0) {
      return Instant.MAX;
    }
    return now.plus(ahead.isPositive() ? ahead : Duration.ofMillis(10));
  }

  private void advance(Instant to) {
    if (to.isAfter(now)) {
      clock.pass(Duration.between(now, to));
      now = to;
    }
  }

  private void tick() {
    State before = kiosk.state();
    boolean wasDue = Hall.nextDue(before, clock.wall()).stream().anyMatch(clock.wall()::equals);
    kiosk.tick();
    settle();
    idleRounds = wasDue && lastFacts.isEmpty() ? idleRounds + 1 : 0;
    if (idleRounds > PATIENCE) {
      explain(new Command.Tick());
      throw new Broken("stuck", "something is due at " + due + ", but nothing happens");
    }
  }

  private void start() {
    kiosk.start(new Command.Start("year", plan, "# " + plan.id()));
    printer.restart();
    settle();
    if (kiosk.on()) {
      invariants.requireSame(kiosk.state());
    }
    printer.report();
  }

  /** Sends a command, and has the invariants look at what comes of it. */
  Outcome send(Command command) {
    Optional<Answer> answer = kiosk.send(command);
    settle();
    if (answer.isEmpty()) {
      return new Outcome(Outcome.NO_POWER, List.of());
    }
    return switch (answer.get()) {
      case Answer.Done done -> new Outcome("", done.facts());
      case Answer.Refused refused -> {
        if (refused.refusal().code().equals("mistake")) {
          explain(command);
          throw new Broken("mistake", command.toString());
        }
        yield new Outcome(refused.refusal().code(), lastFacts);
      }
    };
  }

  /** The loop has hidden the bug: it comes out when the same is decided without it. */
  private void explain(Command command) {
    try {
      var _ =
          Hall.decide(
              kiosk.state(), command, new Moment(clock.wall(), clock.trusted(), clock.wall()));
    } catch (RuntimeException bug) {
      throw new Broken("mistake", bug);
    }
  }

  private void settle() {
    lastFacts = kiosk.news();
    for (Fact fact : lastFacts) {
      invariants.see(fact);
      witnesses.forEach(witness -> witness.accept(fact));
    }
    if (!kiosk.on() && powerBack.isEmpty()) {
      powerBack = Optional.of(now.plus(offAtNextCommit));
    }
    if (kiosk.on()) {
      invariants.afterRound(kiosk.state(), clock);
    }
  }

  /** Does something now. */
  Outcome act(Action action) {
    return switch (action) {
      case Action.Press press -> press(press);
      case Action.PowerCut cut -> cutPower(cut);
      case Action.Restart restart -> restart(restart.off());
      case Action.Leap leap -> step(clock.wall().plus(leap.by()));
      case Action.SetClock _ -> step(now);
      case Action.Trust trust -> {
        clock.trust(trust.believed());
        yield ticked();
      }
      case Action.Device device -> device(device);
      case Action.Adopt adopt -> {
        plan = adopt.change().applyTo(shipped);
        yield send(new Command.Adopt(plan, "# " + adopt.change()));
      }
    };
  }

  private Outcome press(Action.Press press) {
    State before = kiosk.state();
    references++;
    Outcome outcome = send(new Command.Press(press.verb(), "R" + references));
    if (!outcome.refused().equals(Outcome.NO_POWER)) {
      invariants.acted(before, press.verb(), outcome);
    }
    return outcome;
  }

  private Outcome cutPower(Action.PowerCut cut) {
    if (!kiosk.on()) {
      return new Outcome(Outcome.NO_POWER, List.of());
    }
    switch (cut.when()) {
      case NOW -> switchOff(cut.off());
      case UNRECORDED, RECORDED -> {
        offAtNextCommit = cut.off();
        kiosk.cutPowerAtNextCommit(cut.when() == Action.PowerCut.When.RECORDED);
      }
    }
    return Outcome.DONE;
  }

  private void switchOff(Duration off) {
    kiosk.keepPower();
    kiosk.cutPower();
    powerBack = Optional.of(now.plus(off));
  }

  private Outcome restart(Duration off) {
    if (!kiosk.on()) {
      return new Outcome(Outcome.NO_POWER, List.of());
    }
    kiosk.keepPower();
    powerBack = Optional.of(now.plus(off));
    kiosk.stop();
    settle();
    return Outcome.DONE;
  }

  private Outcome step(Instant to) {
    clock.step(to);
    dueOf = null;
    return ticked();
  }

  private Outcome ticked() {
    kiosk.tick();
    settle();
    return Outcome.DONE;
  }

  private Outcome device(Action.Device device) {
    return device.device().equals("printer")
        ? printer.fault(device.fault())
        : board(device.fault());
  }

  private Outcome board(Optional<String> fault) {
    return send(
        fault.isPresent()
            ? new Command.RaiseFault("board", fault.get(), true)
            : new Command.ClearFault("board", "dead"));
  }

  /** The day's accounts: what is kept in every form is the same; what was before is let go. */
  void endDay() {
    if (kiosk.on()) {
      invariants.requireSame(kiosk.state());
    }
    invariants.endDay();
    kiosk.forgetBefore(invariants.state());
  }

  @Override
  public void close() {
    kiosk.close();
  }
}
