package jiaohao.kiosk;

import java.util.ArrayList;
import java.util.List;
import jiaohao.hall.Command;
import jiaohao.hall.Decision;
import jiaohao.hall.Fact;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.State;
import org.tinylog.Logger;

/** Letters decided together, to be committed together and answered afterwards. */
final class Batch {
  private record Decided(Inbox.Letter letter, Answer answer) {
    void tell() {
      letter.answer().complete(answer);
    }
  }

  static final Batch NONE = new Batch(State.EMPTY);

  private final List<Decided> decided = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private State state;
  private boolean stops;

  Batch(State state) {
    this.state = state;
  }

  /** Lets pass what fell due; nothing does after the stop, which is the last word of a run. */
  void tick(Moment moment) {
    if (!stops) {
      decide(new Command.Tick(), moment);
    }
  }

  void add(Inbox.Letter letter, Moment moment) {
    Answer answer =
        stops ? new Answer.Refused(Troubles.STOPPING) : decide(letter.command(), moment);
    decided.add(new Decided(letter, answer));
    stops |= letter.command() instanceof Command.Stop;
  }

  /** A mistake in one rule must not leave the hall without all the others. */
  private Answer decide(Command command, Moment moment) {
    try {
      Decision decision = Hall.decide(state, command, moment);
      facts.addAll(decision.facts());
      state = decision.after();
      return Answer.of(decision);
    } catch (RuntimeException bug) {
      return mistake(command, bug);
    }
  }

  /**
   * What someone hears whose command cannot be decided, or not be written down, because of a bug.
   *
   * @throws RuntimeException the bug, if it keeps the hall from starting
   */
  static Answer mistake(Command command, RuntimeException bug) {
    if (command instanceof Command.Start) {
      throw bug; // there is no plan to go on by
    }
    // Not the command itself: references are nobody's to read.
    Logger.error(bug, "a {} is refused because of a bug", command.getClass().getSimpleName());
    return new Answer.Refused(Troubles.MISTAKE);
  }

  /** What is to be committed; often nothing. */
  List<Fact> facts() {
    return facts;
  }

  /** The state once it is committed. */
  State state() {
    return state;
  }

  /** Whether the run is over once it is committed. */
  boolean stops() {
    return stops;
  }

  List<Inbox.Letter> letters() {
    return decided.stream().map(Decided::letter).toList();
  }

  /** Tells everyone who waits what came of it; to be called once it is committed. */
  void answer() {
    decided.forEach(Decided::tell);
  }
}
