package jiaohao.year;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jiaohao.hall.Plan;

/**
 * Cuts the record of a failure down to the few actions that still break the same invariant: whole
 * stretches first, single actions in the end (Zeller's delta debugging).
 */
final class Shrinker {
  private static final int MOST_TRIALS = 4000;
  private static final Duration MOST_TIME = Duration.ofSeconds(90);

  private final Plan plan;
  private final String invariant;
  private final long giveUpNanos = System.nanoTime() + MOST_TIME.toNanos();
  private int trials;

  private Shrinker(Plan plan, String invariant) {
    this.plan = plan;
    this.invariant = invariant;
  }

  /** A short record; empty when the last days alone do not break it again. */
  static Optional<Year.DayRecord> shrink(Year.Failure failure) {
    Shrinker shrinker = new Shrinker(failure.plan(), failure.broken().invariant());
    List<Year.DayRecord> days = failure.record();
    for (int last = 1; last <= days.size(); last *= 2) {
      List<Year.DayRecord> some = days.subList(days.size() - last, days.size());
      List<Scene.Done> all = some.stream().flatMap(day -> day.done().stream()).toList();
      Instant begin = some.getFirst().begin();
      if (shrinker.breaks(begin, all)) {
        return Optional.of(shrinker.shortest(begin, all));
      }
    }
    return Optional.empty();
  }

  private Year.DayRecord shortest(Instant begin, List<Scene.Done> all) {
    List<Scene.Done> left = cut(begin, all);
    List<Scene.Done> plain = left.stream().map(Shrinker::onTheSecond).toList();
    List<Scene.Done> best = breaks(begin, plain) ? plain : left;
    Instant later = best.isEmpty() ? begin : best.getFirst().at().truncatedTo(ChronoUnit.MINUTES);
    return new Year.DayRecord(breaks(later, best) ? later : begin, best);
  }

  private static Scene.Done onTheSecond(Scene.Done done) {
    return new Scene.Done(done.at().truncatedTo(ChronoUnit.SECONDS), done.action(), "");
  }

  private List<Scene.Done> cut(Instant begin, List<Scene.Done> all) {
    List<Scene.Done> left = withoutKinds(begin, all);
    int chunk = Math.max(1, left.size() / 2);
    while (chunk >= 1) {
      List<Scene.Done> less = withoutChunks(begin, left, chunk);
      boolean single = chunk == 1 && less.size() == left.size();
      left = less;
      chunk = single ? 0 : Math.max(1, chunk / 2);
      if (over()) {
        chunk = 0;
      }
    }
    return withoutPairs(begin, left);
  }

  /** What is done and undone by the same key, as a pause is, can only be left out together. */
  private List<Scene.Done> withoutPairs(Instant begin, List<Scene.Done> all) {
    List<Scene.Done> left = all;
    int first = 0;
    while (first < left.size()) {
      List<Scene.Done> less = withoutPair(begin, left, first);
      first = less.size() < left.size() ? first : first + 1;
      left = less;
    }
    return left;
  }

  private List<Scene.Done> withoutPair(Instant begin, List<Scene.Done> all, int first) {
    Action action = all.get(first).action();
    for (int second = first + 1; second < all.size() && !over(); second++) {
      if (all.get(second).action().equals(action)) {
        List<Scene.Done> less = new ArrayList<>(all);
        less.remove(second);
        less.remove(first);
        if (breaks(begin, less)) {
          return less;
        }
      }
    }
    return all;
  }

  /** Most of a day has nothing to do with it: opinions, other windows, whatever was refused. */
  private List<Scene.Done> withoutKinds(Instant begin, List<Scene.Done> all) {
    List<Scene.Done> left = without(begin, all, done -> !done.refused().isEmpty());
    Set<String> words = new LinkedHashSet<>();
    all.forEach(done -> words.addAll(words(done)));
    for (String word : words) {
      left = without(begin, left, done -> words(done).contains(word));
    }
    return left;
  }

  /** The first two: what was done, and at which window or with what. */
  private static List<String> words(Scene.Done done) {
    return Stream.of(done.action().toString().split("\\s+", -1)).limit(2).toList();
  }

  private List<Scene.Done> without(
      Instant begin, List<Scene.Done> all, Predicate<Scene.Done> which) {
    List<Scene.Done> less = all.stream().filter(which.negate()).toList();
    return less.size() < all.size() && !over() && breaks(begin, less) ? less : all;
  }

  private List<Scene.Done> withoutChunks(Instant begin, List<Scene.Done> all, int chunk) {
    List<Scene.Done> left = all;
    int from = 0;
    while (from < left.size() && !over()) {
      List<Scene.Done> less = new ArrayList<>(left.subList(0, from));
      less.addAll(left.subList(Math.min(left.size(), from + chunk), left.size()));
      if (breaks(begin, less)) {
        left = less;
      } else {
        from += chunk;
      }
    }
    return left;
  }

  private boolean over() {
    return trials > MOST_TRIALS || System.nanoTime() > giveUpNanos;
  }

  private boolean breaks(Instant begin, List<Scene.Done> some) {
    trials++;
    return replay(plan, begin, some, new ArrayList<>())
        .filter(broken -> broken.invariant().equals(invariant))
        .isPresent();
  }

  /**
   * Does everything again.
   *
   * @param outcomes takes what each action came to
   */
  static Optional<Broken> replay(
      Plan plan, Instant begin, List<Scene.Done> some, List<Outcome> outcomes) {
    try (World world = World.inMemory(plan, begin)) {
      for (Scene.Done done : some) {
        world.passTo(done.at());
        outcomes.add(world.act(done.action()));
      }
      world.endDay();
      return Optional.empty();
    } catch (Broken broken) {
      return Optional.of(broken);
    }
  }
}
