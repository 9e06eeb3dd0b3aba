package jiaohao.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.Command;
import jiaohao.hall.Decision;
import jiaohao.hall.Fact;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Refusal;
import jiaohao.hall.State;

/** Letters decided together, to be committed together and answered afterwards. */
final class Batch {
  private record Decided(Inbox.Letter letter, Decision decision) {
    void answer() {
      letter.answer().complete(told());
    }

    private Answer told() {
      Optional<Refusal> refusal = decision.refusal();
      return refusal.isPresent()
          ? new Answer.Refused(refusal.get())
          : new Answer.Done(decision.facts());
    }
  }

  static final Batch NONE = new Batch(State.EMPTY);

  private final List<Decided> decided = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private State state;

  Batch(State state) {
    this.state = state;
  }

  void tick(Moment moment) {
    take(Hall.decide(state, new Command.Tick(), moment));
  }

  void add(Inbox.Letter letter, Moment moment) {
    Decision decision = Hall.decide(state, letter.command(), moment);
    take(decision);
    decided.add(new Decided(letter, decision));
  }

  private void take(Decision decision) {
    facts.addAll(decision.facts());
    state = decision.after();
  }

  /** What is to be committed; often nothing. */
  List<Fact> facts() {
    return facts;
  }

  /** The state once it is committed. */
  State state() {
    return state;
  }

  List<Inbox.Letter> letters() {
    return decided.stream().map(Decided::letter).toList();
  }

  /** Tells everyone who waits what came of it; to be called once it is committed. */
  void answer() {
    decided.forEach(Decided::answer);
  }
}
