package jiaohao.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rules of the hall, as one pure function. */
public final class Hall {
  private Hall() {}

  /**
   * Decides what a command comes to.
   *
   * @param state as folded from the journal; the first command on an empty one is {@link
   *     Command.Start}
   * @param command what is wanted
   * @param moment when it arrived
   * @return facts in order, none if nothing happens, and a refusal in words if the command is not
   *     carried out
   */
  public static Decision decide(State state, Command command, Moment moment) {
    Plan plan = command instanceof Command.Start start ? start.plan() : state.plan().orElseThrow();
    Deciding deciding = new Deciding(state, plan, moment);
    if (command instanceof Command.Start start) {
      begin(deciding, start);
    }
    Times.leaveOutLeap(deciding);
    BusinessDay.review(deciding);
    SlipRules.giveUpLateOnes(deciding);
    if (state.plan().isPresent()) {
      Hours.review(deciding);
      Issuing.enterBooked(deciding);
      Standards.review(deciding);
    }
    return deciding.conclude(rule(command), Hours::close);
  }

  private static void begin(Deciding deciding, Command.Start start) {
    if (deciding.state().lastAt().isEmpty()) {
      deciding.happen(new Event.JournalStarted(start.version()));
    } else {
      Times.leaveOutOutage(deciding);
    }
  }

  /**
   * When something falls due next, so that a Tick is wanted: the turn of the day, the end of the
   * opening hours, an appointment, a time standard, a slip too old to be printed.
   *
   * @return the earliest such time after {@code now}, or {@code now} itself for what is due
   *     already; empty before a plan is in force
   */
  public static Optional<Instant> nextDue(State state, Instant now) {
    return state
        .plan()
        .map(plan ->
            List.of(
                    BusinessDay.boundaryAfter(now, plan),
                    Hours.nextChange(plan, now),
                    SlipRules.nextDue(state, plan, now),
                    Issuing.nextBooked(state),
                    Standards.nextDue(state))
                .stream()
                .map(due -> due.isBefore(now) ? now : due)
                .min(Instant::compareTo)
                .orElseThrow());
  }

  private static Deciding.Rule rule(Command command) {
    return switch (command) {
      case Command.Start start -> deciding -> start(deciding, start);
      case Command.Stop stop -> Hall::stop;
      case Command.Adopt adopt ->
          deciding -> Adoption.adopt(deciding, adopt.plan(), adopt.source());
      case Command.TakeOver from -> deciding -> Issuing.takeOver(deciding, from);
      case Command.Tick tick -> deciding -> Optional.empty();
      case Command.Press press -> deciding -> press(deciding, press);
      case Command.Afar afar -> deciding -> afar(deciding, afar);
      case Command.Order order -> deciding -> OrderRules.take(deciding, order);
      case Command.SlipDone slip -> deciding -> SlipRules.done(deciding, slip);
      case Command.SlipLost slip -> deciding -> SlipRules.lost(deciding, slip);
      case Command.NoticeDone notice -> deciding -> SlipRules.noticeDone(deciding, notice);
      case Command.NoticeLost notice -> deciding -> SlipRules.noticeLost(deciding, notice);
      case Command.RaiseFault fault -> deciding -> raise(deciding, fault);
      case Command.ClearFault fault -> deciding -> clear(deciding, fault);
    };
  }

  /** The file on the box counts, unless the centre has sent another since it was put there. */
  private static Optional<Refusal> start(Deciding deciding, Command.Start start) {
    boolean unclean = deciding.state().running();
    deciding.happen(new Event.KioskStarted(start.version(), unclean));
    return deciding.state().orders().files().standsFor(start.source())
        ? Optional.empty()
        : Adoption.adopt(deciding, start.plan(), start.source());
  }

  /** The stop is the last word of a run. */
  private static Optional<Refusal> stop(Deciding deciding) {
    Hours.close(deciding);
    return done(deciding, new Event.KioskStopped());
  }

  private static Optional<Refusal> afar(Deciding deciding, Command.Afar afar) {
    return afar.press().verb() instanceof Verb.Take
        ? Issuing.afar(deciding, afar)
        : press(deciding, afar.press());
  }

  private static Optional<Refusal> press(Deciding deciding, Command.Press press) {
    return switch (press.verb()) {
      case Verb.Take take -> Issuing.take(deciding, take.service(), press.reference());
      case Verb.Language language -> Issuing.language(deciding, language.code());
      case Verb.Assist assist -> done(deciding, new Event.AssistChosen());
      case Verb.Priority priority -> Issuing.group(deciding, priority.group());
      case Verb.ForStaff chosen -> Issuing.staff(deciding, chosen.staff());
      case Verb.Suspend suspend -> suspend(deciding, suspend.on());
      case Verb.AtCounter key -> CounterKeys.press(deciding, key, press.reference());
    };
  }

  private static Optional<Refusal> suspend(Deciding deciding, boolean on) {
    if (deciding.state().stopwatch().suspended() == on) {
      return Optional.of(on ? Refusals.suspended() : Refusals.notSuspended());
    }
    return done(deciding, on ? new Event.HallSuspended() : new Event.HallResumed());
  }

  private static Optional<Refusal> raise(Deciding deciding, Command.RaiseFault fault) {
    if (!deciding.state().faults().has(State.faultKey(fault.device(), fault.fault()))) {
      deciding.happen(new Event.FaultRaised(fault.device(), fault.fault(), fault.stops()));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> clear(Deciding deciding, Command.ClearFault fault) {
    if (deciding.state().faults().has(State.faultKey(fault.device(), fault.fault()))) {
      deciding.happen(new Event.FaultCleared(fault.device(), fault.fault()));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> done(Deciding deciding, Event event) {
    deciding.happen(event);
    return Optional.empty();
  }
}
