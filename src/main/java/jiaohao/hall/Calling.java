package jiaohao.hall;

import java.util.Optional;
import java.util.stream.Stream;

/** Who is called next, and why. */
final class Calling {
  private Calling() {}

  /**
   * A ticket chosen, with the rule that chose it.
   *
   * @param why one sentence a customer can be shown, in the hall's first language
   */
  record Choice(Ticket ticket, String why) {}

  /**
   * The first in line of the first stage, in the counter's order of preference, where anybody
   * waits; after its own stages come those of paused counters it stands in for. O(log n).
   */
  static Optional<Choice> choose(State state, Plan plan, Plan.Counter counter) {
    return Stream.concat(counter.stages().stream(), stoodInFor(state, plan, counter))
        .flatMap(stage -> state.queue(stage).first().stream())
        .findFirst()
        .flatMap(state::ticket)
        .map(ticket -> new Choice(ticket, whyFirst(plan, ticket, counter)));
  }

  static String whyHeld(Plan plan, Ticket ticket) {
    return say(plan, ticket.number() + "挂起后继续办理", ticket.number() + " was on hold, taken up again");
  }

  static String whyMissed(Plan plan, Ticket ticket) {
    return say(
        plan, ticket.number() + "过号后重新呼叫", ticket.number() + " was missed, called once more");
  }

  private static String whyFirst(Plan plan, Ticket ticket, Plan.Counter counter) {
    Text stage = plan.stage(ticket.stage()).map(Plan.Stage::name).orElse(Text.same(ticket.stage()));
    return say(
        plan,
        ticket.number() + "排在" + stage.in("zh") + "最前面," + counter.number() + "号窗口先办此项",
        ticket.number()
            + " is first in line for "
            + stage.in("en")
            + ", which window "
            + counter.number()
            + " serves first");
  }

  private static Stream<String> stoodInFor(State state, Plan plan, Plan.Counter counter) {
    return plan.counters().stream()
        .filter(other -> other.standIn().orElse(0) == counter.number())
        .filter(other -> state.desk(other.number()).paused())
        .flatMap(other -> other.stages().stream());
  }

  private static String say(Plan plan, String zh, String en) {
    return Text.of(zh, en).in(plan.defaultLanguage());
  }
}
