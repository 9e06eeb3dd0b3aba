package jiaohao.hall;

import java.util.Optional;

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
    return own(state, plan, counter).or(() -> stoodInFor(state, plan, counter));
  }

  private static Optional<Choice> own(State state, Plan plan, Plan.Counter counter) {
    return first(state, counter).map(ticket -> new Choice(ticket, whyOwn(plan, ticket, counter)));
  }

  private static Optional<Choice> stoodInFor(State state, Plan plan, Plan.Counter counter) {
    return plan.counters().stream()
        .filter(other -> other.standIn().orElse(0) == counter.number())
        .filter(other -> state.desk(other.number()).paused())
        .flatMap(other ->
            first(state, other).stream()
                .map(ticket -> new Choice(ticket, whyStoodIn(plan, ticket, counter, other))))
        .findFirst();
  }

  /** The first in line of the first of a counter's stages where anybody waits. */
  private static Optional<Ticket> first(State state, Plan.Counter counter) {
    return counter.stages().stream()
        .flatMap(stage -> state.queue(stage).first().stream())
        .findFirst()
        .flatMap(state::ticket);
  }

  static String whyHeld(Plan plan, Ticket ticket) {
    return say(plan, ticket.number() + "挂起后继续办理", ticket.number() + " was on hold, taken up again");
  }

  static String whyMissed(Plan plan, Ticket ticket) {
    return say(
        plan, ticket.number() + "过号后重新呼叫", ticket.number() + " was missed, called once more");
  }

  private static String whyOwn(Plan plan, Ticket ticket, Plan.Counter counter) {
    boolean preferred = ticket.stage().equals(counter.stages().getFirst());
    int number = counter.number();
    return preferred
        ? whyFirst(plan, ticket, number + "号窗口先办此项", "which window " + number + " serves first")
        : whyFirst(
            plan,
            ticket,
            number + "号窗口优先办理的环节无人等候",
            "and nobody waits for what window " + number + " serves before that");
  }

  private static String whyStoodIn(
      Plan plan, Ticket ticket, Plan.Counter counter, Plan.Counter paused) {
    return whyFirst(
        plan,
        ticket,
        counter.number() + "号窗口代" + paused.number() + "号窗口办理",
        "where window " + counter.number() + " stands in for window " + paused.number());
  }

  private static String whyFirst(Plan plan, Ticket ticket, String zh, String en) {
    Text stage = plan.stage(ticket.stage()).map(Plan.Stage::name).orElse(Text.same(ticket.stage()));
    return say(
        plan,
        ticket.number() + "排在" + stage.in("zh") + "最前面," + zh,
        ticket.number() + " is first in line for " + stage.in("en") + ", " + en);
  }

  private static String say(Plan plan, String zh, String en) {
    return Text.of(zh, en).in(plan.defaultLanguage());
  }
}
