package jiaohao.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import jiaohao.hall.State;
import jiaohao.hall.Verb;

/** One day as it goes on: what everybody is going to do next, the day's dice, and its record. */
final class Scene {
  /**
   * Something that was done to the box.
   *
   * @param refused code of the refusal; empty when it was done
   */
  record Done(Instant at, Action action, String refused) {}

  private record Intention(Instant at, long order, Runnable what) {}

  private final PriorityQueue<Intention> intentions =
      new PriorityQueue<>(Comparator.comparing(Intention::at).thenComparingLong(Intention::order));
  private final List<Done> record = new ArrayList<>();
  private final World world;
  private final LocalDate date;
  private final SplittableRandom dice;
  private long order;

  Scene(World world, LocalDate date, SplittableRandom dice) {
    this.world = world;
    this.date = date;
    this.dice = dice;
  }

  LocalDate date() {
    return date;
  }

  World world() {
    return world;
  }

  State state() {
    return world.state();
  }

  Instant now() {
    return world.now();
  }

  /** True time of a local time of the day; hours before its start belong to the next date. */
  Instant at(LocalTime time) {
    LocalDate on = time.isBefore(world.shipped().dayStarts()) ? date.plusDays(1) : date;
    return on.atTime(time).atZone(world.shipped().timezone()).toInstant();
  }

  /** Somebody means to do something then. */
  void then(Instant when, Runnable what) {
    order++;
    intentions.add(new Intention(when.isBefore(now()) ? now() : when, order, what));
  }

  void in(Duration delay, Runnable what) {
    then(now().plus(delay), what);
  }

  /** Everybody does what they mean to, until the time is over. */
  void play(Instant until) {
    while (!intentions.isEmpty() && !intentions.peek().at().isAfter(until)) {
      Intention next = intentions.remove();
      world.passTo(next.at());
      next.what().run();
    }
    world.passTo(until);
  }

  Outcome act(Action action) {
    int index = record.size();
    record.add(new Done(now(), action, ""));
    Outcome outcome = world.act(action);
    record.set(index, new Done(now(), action, outcome.refused()));
    return outcome;
  }

  Outcome press(Verb verb) {
    return act(new Action.Press(verb));
  }

  Outcome press(Verb.Key key, int counter) {
    return press(new Verb.AtCounter(key, counter));
  }

  Outcome press(Verb.Key key, int counter, String object) {
    return press(new Verb.AtCounter(key, counter, object));
  }

  List<Done> record() {
    return record;
  }

  /** True once in a while. */
  boolean chance(double probability) {
    return dice.nextDouble() < probability;
  }

  int below(int bound) {
    return dice.nextInt(bound);
  }

  <T> T oneOf(List<T> things) {
    return things.get(dice.nextInt(things.size()));
  }

  /** Evenly spread; whole milliseconds. */
  Duration between(int lowSeconds, int highSeconds) {
    return Duration.ofMillis(dice.nextLong(lowSeconds * 1000L, highSeconds * 1000L + 1));
  }

  /** Mostly near the middle, at times much longer, as servings are (log-normal). */
  Duration about(double middleSeconds, double spread) {
    double seconds = middleSeconds * Math.exp(spread * gauss());
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** Without memory: when something that happens so often on average happens next. */
  Duration after(double meanSeconds) {
    return Duration.ofMillis(Math.round(-Math.log(1 - dice.nextDouble()) * meanSeconds * 1000));
  }

  /** How many of something come, so many on average (Poisson). */
  int howMany(double mean) {
    double limit = Math.exp(-Math.min(mean, 30));
    if (mean > 30) {
      return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * gauss()));
    }
    int count = 0;
    double product = dice.nextDouble();
    while (product > limit) {
      count++;
      product *= dice.nextDouble();
    }
    return count;
  }

  private double gauss() {
    double angle = 2 * Math.PI * dice.nextDouble();
    return Math.sqrt(-2 * Math.log(1 - dice.nextDouble())) * Math.cos(angle);
  }
}
