package jiaohao.hall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The planned way of a visit: its steps in order. Most steps are one stage; where a step has
 * several, they go on side by side and the visit moves on when all of them are done. Returns and
 * detours are no part of it: stages tell those themselves.
 *
 * @param steps at least one, the first of a single stage; no stage stands in it twice
 */
public record Route(List<Step> steps) {
  /** Stages that go on side by side; usually just one. */
  public record Step(List<String> stages) {
    public Step {
      stages = List.copyOf(stages);
      if (stages.isEmpty()) {
        throw new IllegalArgumentException("a step of a route is empty");
      }
    }

    static Step parse(String word) {
      return new Step(List.of(word.split("\\+", -1)));
    }

    /** The stages with a plus between them, as journals and hall files spell a step. */
    public String word() {
      return String.join("+", stages);
    }
  }

  public Route {
    steps = List.copyOf(steps);
    List<String> all = steps.stream().flatMap(step -> step.stages().stream()).toList();
    Set<String> once = new HashSet<>(all);
    if (steps.isEmpty() || steps.getFirst().stages().size() != 1 || once.size() != all.size()) {
      throw new IllegalArgumentException(
          "a route begins with one stage and has each stage once, unlike " + steps);
    }
  }

  /** A route of steps spelled as words: "checkin", "report+signature", "certificate". */
  public static Route of(String... words) {
    return parse(List.of(words));
  }

  /** Reads what {@link #words} spells; throws IllegalArgumentException otherwise. */
  public static Route parse(List<String> words) {
    List<Step> steps = new ArrayList<>();
    words.forEach(word -> steps.add(Step.parse(word)));
    return new Route(steps);
  }

  public List<String> words() {
    return steps.stream().map(Step::word).toList();
  }

  /** Where every visit begins. */
  public String first() {
    return steps.getFirst().stages().getFirst();
  }

  /** Every stage of it, in order. */
  public List<String> stages() {
    return steps.stream().flatMap(step -> step.stages().stream()).toList();
  }

  /** The steps after the one that has {@code stage}; none if no step has it. */
  Stream<Step> after(String stage) {
    return IntStream.range(0, steps.size())
        .filter(index -> steps.get(index).stages().contains(stage))
        .boxed()
        .flatMap(index -> steps.stream().skip(index + 1L));
  }

  /** The step that has {@code stage}. */
  Optional<Step> stepOf(String stage) {
    return steps.stream().filter(step -> step.stages().contains(stage)).findFirst();
  }
}
