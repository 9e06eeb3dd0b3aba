package jiaohao.hall;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is called next, and by which rule. */
final class Calling {
  /** A ticket chosen out of a line. */
  record Choice(Ticket ticket, Leg leg, CallRule rule, String why) {
    private boolean isBefore(Choice other) {
      return leg.spot().place().compareTo(other.leg.spot().place()) < 0;
    }
  }

  private final State state;
  private final Plan plan;
  private final Plan.Counter counter;
  private final Windows windows;
  private final Lanes lanes;

  private Calling(State state, Plan plan, Plan.Counter counter) {
    this.state = state;
    this.plan = plan;
    this.counter = counter;
    this.windows = Windows.of(state, plan);
    this.lanes = new Lanes(windows);
  }

  /**
   * The next for a window: out of its own stages by its rule, or out of those of paused windows it
   * stands in for. Of the two whoever has waited longer is called, so that neither window's
   * customers wait for the other's to run out. O(log n).
   */
  static Optional<Choice> choose(State state, Plan plan, Plan.Counter counter) {
    Calling calling = new Calling(state, plan, counter);
    Optional<Choice> own = calling.own();
    Optional<Choice> other = calling.stoodInFor();
    return other.filter(it -> own.isEmpty() || it.isBefore(own.get())).or(() -> own);
  }

  private Optional<Choice> own() {
    Reasons reasons = new Reasons(plan, counter);
    return switch (counter.rule()) {
      case PREFERENCE ->
          waiting(counter).map(leg -> choice(leg, CallRule.PREFERENCE, reasons::preference));
      case LONGEST ->
          legs(counter)
              .min(Comparator.comparing(leg -> leg.getValue().spot().place()))
              .map(leg -> choice(leg, CallRule.LONGEST, reasons::longest));
      case SHARES ->
          Shares.next(state.desk(counter.number()).turns().credits(), counter, this::waits)
              .flatMap(this::next)
              .map(leg -> choice(leg, CallRule.SHARE, reasons::share));
    };
  }

  private Optional<Choice> stoodInFor() {
    Reasons reasons = new Reasons(plan, counter);
    return windows
        .takenOver(counter.number())
        .flatMap(paused ->
            waiting(paused).stream()
                .map(
                    leg -> choice(leg, CallRule.STAND_IN, (t, l) -> reasons.standIn(t, l, paused))))
        .findFirst();
  }

  private Optional<Map.Entry<Ticket, Leg>> waiting(Plan.Counter whose) {
    return legs(whose).findFirst();
  }

  /** Who is next at each of a window's stages, in order of preference. */
  private Stream<Map.Entry<Ticket, Leg>> legs(Plan.Counter whose) {
    return whose.stages().stream().flatMap(stage -> next(stage).stream());
  }

  private boolean waits(String stage) {
    return lanes.next(state.line(stage), stage, counter.number()).isPresent();
  }

  private Optional<Map.Entry<Ticket, Leg>> next(String stage) {
    Line line = state.line(stage);
    return lanes
        .next(line, stage, counter.number())
        .flatMap(line.all()::get)
        .flatMap(state::ticket)
        .flatMap(ticket -> ticket.leg(stage).map(leg -> Map.entry(ticket, leg)));
  }

  private interface Reason {
    String of(Ticket ticket, Leg leg);
  }

  private static Choice choice(Map.Entry<Ticket, Leg> next, CallRule rule, Reason reason) {
    Ticket ticket = next.getKey();
    Leg leg = next.getValue();
    return new Choice(ticket, leg, rule, reason.of(ticket, leg));
  }
}
