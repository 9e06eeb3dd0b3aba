package jiaohao.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.Fact;
import jiaohao.hall.TicketId;

/** Plays a script in virtual time, under the eyes of the invariants. */
final class ScriptRunner {
  private final Script script;
  private final List<Fact> facts = new ArrayList<>();

  private ScriptRunner(Script script) {
    this.script = script;
  }

  /**
   * Plays it.
   *
   * @throws Script.Mistake at the first line that is not as it says
   * @throws Broken at the first invariant that does not hold
   */
  static void run(Script script) {
    new ScriptRunner(script).run();
  }

  private void run() {
    try (World world = World.inMemory(script.plan(), script.begin())) {
      world.watch(facts::add);
      for (Script.Line line : script.lines()) {
        world.passTo(line.at());
        play(world, line);
      }
      world.endDay();
    }
  }

  private void play(World world, Script.Line line) {
    switch (line.step()) {
      case Script.Step.Wait _ -> {}
      case Script.Step.Do what -> compare(line, what, world.act(what.action()));
      case Script.Step.Expect expected ->
          new Expectations(world, facts)
              .wrong(expected.words())
              .ifPresent(is -> {
                throw mistake(line, expected.words() + ", but " + is);
              });
    }
  }

  private Script.Mistake mistake(Script.Line line, String words) {
    return new Script.Mistake(script.name(), line.number(), words);
  }

  private void compare(Script.Line line, Script.Step.Do what, Outcome outcome) {
    String expected = what.comesTo().orElse("done");
    String is = words(outcome);
    if (!fits(expected, outcome)) {
      throw mistake(line, what.action() + " was to come to: " + expected + "; it came to: " + is);
    }
  }

  private static boolean fits(String expected, Outcome outcome) {
    if (expected.startsWith("refused ")) {
      return outcome.refused().equals(expected.substring("refused ".length()).strip());
    }
    if (!outcome.done()) {
      return false;
    }
    if (expected.startsWith("calls ")) {
      String number = expected.substring("calls ".length()).strip();
      Optional<String> called = outcome.called().map(TicketId::number).findFirst();
      return number.equals(called.orElse("nobody"));
    }
    return expected.equals("done")
        || outcome.issued().map(TicketId::number).anyMatch(expected::equals);
  }

  /** What an action came to, as it stands after the arrow. */
  static String words(Outcome outcome) {
    if (!outcome.done()) {
      return "refused " + outcome.refused();
    }
    return outcome
        .issued()
        .map(TicketId::number)
        .findFirst()
        .or(() -> outcome.called().map(id -> "calls " + id.number()).findFirst())
        .orElse("done");
  }
}
