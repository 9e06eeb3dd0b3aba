package jiaohao.hall;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The way of a visit through its stages, under one number. */
final class Visits {
  private final Deciding deciding;
  private final Ticket ticket;
  private final Leg leg;
  private final Optional<Plan.Stage> stage;
  private final boolean timed;

  private Visits(Deciding deciding, Ticket ticket, Leg leg, boolean timed) {
    this.timed = timed;
    this.deciding = deciding;
    this.ticket = ticket;
    this.leg = leg;
    this.stage = deciding.plan().stage(leg.stage());
  }

  /**
   * Ends a stage, and sends the visit on or out. A stage's own "then" comes before the route. Where
   * stages go on side by side the visit moves on with the last of them; a second outcome that is to
   * meet the others waits for them too. Where the ticket goes follows the finished stage at once,
   * so whatever else comes of it is told before.
   *
   * @param leg as it is being served at {@code counter}
   * @param outcome {@link Event#DONE} or {@link Event#OTHER}
   * @param timed whether it is known how long it took
   */
  static void finishStage(
      Deciding deciding, Ticket ticket, Leg leg, int counter, String outcome, boolean timed) {
    new Visits(deciding, ticket, leg, timed).finish(counter, outcome);
  }

  private void finish(int counter, String outcome) {
    boolean done = outcome.equals(Event.DONE);
    Optional<Plan.Other> other = done ? Optional.empty() : stage.flatMap(Plan.Stage::other);
    giveNotice(done, other);
    Optional<String> detour =
        done
            ? stage.flatMap(Plan.Stage::then).filter(this::exists)
            : other.filter(to -> !to.meet()).map(Plan.Other::stage).filter(this::exists);
    if (detour.isPresent()) {
      finished(counter, outcome, Optional.empty());
      enter(detour.get(), done ? "then" : "other");
    } else {
      meet(counter, outcome, onward(done, other));
    }
  }

  /** Where the second outcome leads; empty for along the route. */
  private Optional<String> onward(boolean done, Optional<Plan.Other> other) {
    if (done) {
      return Optional.empty();
    }
    return other
        .map(Plan.Other::stage)
        .filter(this::exists)
        .or(() -> Optional.of(Event.StageFinished.END));
  }

  private void meet(int counter, String outcome, Optional<String> onward) {
    boolean last = ticket.legs().size() == 1;
    Optional<String> to = onward.or(this::remembered);
    List<String> next = to.map(List::of).orElseGet(this::nextStep);
    boolean out = next.isEmpty() || next.equals(List.of(Event.StageFinished.END));
    if (last && out) {
      SlipRules.giveUp(deciding, ticket.id(), "served");
    }
    finished(counter, outcome, last ? Optional.empty() : onward);
    if (last && out) {
      deciding.happen(new Event.TicketFinished(ticket.id()));
    } else if (last) {
      next.forEach(id ->
          enter(
              id, to.isPresent() ? Event.TicketRequeued.ONWARD : Event.TicketRequeued.NEXT_STAGE));
    }
  }

  /** Where another leg said that the visit goes, if the hall still has that stage. */
  private Optional<String> remembered() {
    return ticket.onward().filter(stage -> stage.equals(Event.StageFinished.END) || exists(stage));
  }

  private void finished(int counter, String outcome, Optional<String> onward) {
    long took = leg.timing().servedMillis(deciding.reading());
    deciding.happen(
        new Event.StageFinished(
            ticket.id(),
            leg.stage(),
            counter,
            outcome,
            deciding.state().desk(counter).staff(),
            timed ? OptionalInt.of((int) (took / 1000)) : OptionalInt.empty(),
            onward));
  }

  private void enter(String id, String reason) {
    if (deciding.state().ticket(ticket.id()).flatMap(now -> now.leg(id)).isEmpty()) {
      deciding.happen(new Event.TicketRequeued(ticket.id(), id, reason));
    }
  }

  /** The stages of the next step of the route that the hall (still) has. */
  private List<String> nextStep() {
    return ticket
        .route()
        .after(leg.stage())
        .map(step -> step.stages().stream().filter(this::exists).toList())
        .filter(stages -> !stages.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private boolean exists(String id) {
    return deciding.plan().stage(id).isPresent();
  }

  private void giveNotice(boolean done, Optional<Plan.Other> other) {
    List<Text> after = stage.map(Plan.Stage::papersAfter).orElse(List.of());
    if (done && !after.isEmpty()) {
      SlipRules.give(deciding, Notice.Kind.AFTERWARDS, ticket, leg.stage(), after);
    } else if (other.filter(Plan.Other::notice).isPresent()) {
      noticeOfMissing(deciding, ticket, leg);
    }
  }

  /** The clerk ticks off on paper what is missing. */
  static void noticeOfMissing(Deciding deciding, Ticket ticket, Leg leg) {
    List<Text> papers =
        deciding.plan().service(ticket.service()).map(Plan.Service::papers).orElse(List.of());
    SlipRules.give(deciding, Notice.Kind.MISSING, ticket, leg.stage(), papers);
  }
}
