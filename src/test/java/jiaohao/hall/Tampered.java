package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The journal of a hall at work, which is sound, and what the audit says when one fact of it is
 * another.
 */
final class Tampered {
  static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private final List<Fact> facts = new ArrayList<>();
  private final HallRun run;

  /** A hall on a Tuesday at nine, and what has been pressed there. */
  Tampered(Plan plan, String... verbs) {
    run = HallRun.storm(plan, "2026-11-24T09:00");
    run.watch(facts::add);
    run.restart();
    run.after(verbs);
  }

  HallRun run() {
    return run;
  }

  static TicketId id(String number) {
    return TicketId.parse(DAY + "/" + number);
  }

  /** The last event of its kind. */
  <E extends Event> E last(Class<E> kind) {
    return kind.cast(facts.get(lastIndex(kind)).event());
  }

  /** The audit objects, in these words, when the last event of its kind is another. */
  <E extends Event> void altered(Class<E> kind, UnaryOperator<Event> how, String words) {
    int index = lastIndex(kind);
    List<Fact> others = new ArrayList<>(facts);
    Fact fact = others.get(index);
    others.set(index, new Fact(fact.at(), fact.day(), how.apply(fact.event())));
    objects(others, words);
  }

  /** The audit objects when the last event of its kind is left out. */
  void without(Class<? extends Event> kind, String words) {
    List<Fact> others = new ArrayList<>(facts);
    others.remove(lastIndex(kind));
    objects(others, words);
  }

  /** The audit objects when these happen now. */
  void with(String words, Event... more) {
    Fact last = facts.getLast();
    List<Fact> others = new ArrayList<>(facts);
    Arrays.stream(more).map(event -> new Fact(last.at(), last.day(), event)).forEach(others::add);
    objects(others, words);
  }

  private int lastIndex(Class<? extends Event> kind) {
    for (int index = facts.size() - 1; index >= 0; index--) {
      if (kind.isInstance(facts.get(index).event())) {
        return index;
      }
    }
    throw new AssertionError("there is no " + kind.getSimpleName());
  }

  private static void objects(List<Fact> facts, String words) {
    Audit audit = new Audit();
    String message =
        assertThrows(IllegalStateException.class, () -> facts.forEach(audit::see)).getMessage();
    assertTrue(message.contains(words), message);
  }
}
