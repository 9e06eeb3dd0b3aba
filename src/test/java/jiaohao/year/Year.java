package jiaohao.year;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;

/** Days in a hall, one after the other, all from one seed. */
final class Year implements AutoCloseable {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 30);

  /** Days whose records are kept for whoever looks into a failure. */
  private static final int RECORDED = 8;

  /**
   * An invariant was broken.
   *
   * @param hall its name
   * @param number of the day, from 1
   * @param record what was done to the box, by day, the last day last
   */
  record Failure(
      String hall,
      Plan plan,
      long seed,
      int number,
      LocalDate day,
      Broken broken,
      List<DayRecord> record) {}

  /** What was done to the box on a day that began at {@code begin}. */
  record DayRecord(Instant begin, List<Scene.Done> done) {}

  private final String hall;
  private final Profile profile;
  private final long seed;
  private final World world;
  private final Crowd crowd;
  private final Deque<DayRecord> records = new ArrayDeque<>();
  private int days;

  private Year(String hall, long seed, World world) {
    this.hall = hall;
    this.profile = Profile.of(hall).within(world.shipped(), openSeconds(world.shipped()));
    this.seed = seed;
    this.world = world;
    this.crowd = new Crowd(profile);
    world.watch(crowd::notice);
  }

  static Year inMemory(String hall, long seed) {
    Plan plan = KnownHalls.plan(hall);
    return new Year(hall, seed, World.inMemory(plan, begin(plan)));
  }

  static Year onDisk(String hall, long seed, Path stateDir) {
    Plan plan = KnownHalls.plan(hall);
    return new Year(hall, seed, World.onDisk(plan, begin(plan), stateDir));
  }

  /** Of a day of average length. */
  private static int openSeconds(Plan plan) {
    if (plan.calendar().always()) {
      return 16 * 3600; // few come at night
    }
    Map<LocalDate, Integer> seconds = new HashMap<>();
    for (int day = 0; day < 7; day++) {
      LocalDate date = FIRST_DAY.plusDays(day);
      Breaks.spans(plan.calendar(), date)
          .forEach(span ->
              seconds.merge(
                  date,
                  (int) Duration.between(span.open(), span.close()).toSeconds(),
                  Integer::sum));
    }
    return seconds.values().stream().mapToInt(Integer::intValue).sum() / seconds.size();
  }

  private static Instant begin(Plan plan) {
    return FIRST_DAY.atTime(plan.dayStarts().plusMinutes(3)).atZone(plan.timezone()).toInstant();
  }

  void watch(Consumer<Fact> witness) {
    world.watch(witness);
  }

  World world() {
    return world;
  }

  /** Plays so many more days; stops at the first broken invariant. */
  Optional<Failure> run(int more) {
    for (int day = 0; day < more; day++) {
      Optional<Failure> failure = oneMore();
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  private Optional<Failure> oneMore() {
    LocalDate date = FIRST_DAY.plusDays(days);
    Scene scene = new Scene(world, date, new SplittableRandom(seed * 1_000_003 + days));
    days++;
    records.addLast(new DayRecord(world.now(), scene.record()));
    if (records.size() > RECORDED) {
      records.removeFirst();
    }
    try {
      new Day(scene, crowd, profile).play();
      world.endDay();
      requireServed(scene);
      return Optional.empty();
    } catch (Broken broken) {
      return Optional.of(
          new Failure(hall, world.shipped(), seed, days, date, broken, new ArrayList<>(records)));
    }
  }

  /** Around the clock somebody is always inside. */
  private void requireServed(Scene scene) {
    if (!Opening.of(scene, scene.date()).always()) {
      crowd
          .unserved()
          .ifPresent(left -> {
            throw new Broken(
                "unserved",
                left
                    + " was inside and is not served by the day's end: "
                    + world.state().ticket(left.ticket()));
          });
    }
  }

  @Override
  public void close() {
    world.close();
  }
}
