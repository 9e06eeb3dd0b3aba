package jiaohao.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What slips say of the wait, measured against what it came to. */
class ExpectedWaitTest {
  private static final int DAYS = 20;

  @Test
  void anHourWithFewCustomersTellsNothing() {
    HallRun run = HallRun.opened(Halls.station());
    for (int customer = 0; customer < 4; customer++) {
      run.after("take questions", "next 3");
      run.seconds(100);
    }
    run.after("take questions");
    assertTrue(
        run.all(Event.TicketIssued.class).stream()
            .allMatch(issued -> issued.terms().expected().isEmpty()));
  }

  @Test
  void aSteadyWindowIsForetoldToTheMinute() {
    HallRun run = HallRun.opened(Halls.station());
    for (int customer = 0; customer < 6; customer++) {
      run.after("take questions");
    }
    for (int customer = 0; customer < 40; customer++) {
      run.after("take questions", "next 3");
      run.seconds(120);
    }
    Expected wait = run.last(Event.TicketIssued.class).terms().expected().orElseThrow();
    assertEquals(12 * 60, wait.lowSeconds(), 120);
    assertEquals(12 * 60, wait.highSeconds(), 120);
  }

  @Test
  void aNewDayBeginsWithSilence() {
    HallRun run = HallRun.opened(Halls.station());
    for (int customer = 0; customer < 40; customer++) {
      run.after("take questions", "take questions", "next 3", "next 3");
      run.seconds(60);
    }
    run.passUntil("2026-11-25T09:00");
    run.after("take questions");
    assertTrue(run.last(Event.TicketIssued.class).terms().expected().isEmpty());
  }

  @Test
  void theyHoldForEightOfTenCustomersOfBusyDays() {
    for (double load : List.of(0.7, 0.95, 1.1)) {
      Tally tally = new Tally();
      for (int day = 0; day < DAYS; day++) {
        new Day(day, load, tally).run();
      }
      System.out.printf("load %.2f: %s%n", load, tally);
      assertTrue(tally.share() >= 0.8, () -> "load " + load + ": " + tally);
    }
  }

  private static final class Tally {
    private int told;
    private int silent;
    private int right;
    private long width;

    double share() {
      return right / (double) told;
    }

    @Override
    public String toString() {
      return "%.3f of %d inside, %d s wide on average, %d told nothing"
          .formatted(share(), told, width / Math.max(1, told), silent);
    }
  }

  /** Two windows, customers at random, serving times at random, a pause now and then. */
  private static final class Day {
    private record Happening(Instant at, Runnable what) {}

    private final HallRun run = HallRun.storm(plan(), "2026-11-24T08:00");
    private final SplittableRandom random;
    private final double load;
    private final Tally tally;
    private final PriorityQueue<Happening> due =
        new PriorityQueue<>((one, other) -> one.at().compareTo(other.at()));
    private final Map<TicketId, Event.TicketIssued> issued = new HashMap<>();

    Day(long seed, double load, Tally tally) {
      this.random = new SplittableRandom(seed);
      this.load = load;
      this.tally = tally;
    }

    private static Plan plan() {
      return Halls.withCounters(
          Halls.station(),
          Halls.counter(1, 0, "questions"),
          Halls.counter(2, 0, "questions"),
          Halls.counter(3, 0, "checkin", "certificate"));
    }

    void run() {
      run.watch(this::see);
      run.restart();
      later(60, this::arrive);
      later(10, () -> work(1));
      later(20, () -> work(2));
      Instant end = run.wall().plus(Duration.ofHours(8));
      while (!due.isEmpty() && due.peek().at().isBefore(end)) {
        Happening next = due.poll();
        run.pass(Duration.between(run.wall(), next.at()));
        next.what().run();
      }
    }

    private void later(double seconds, Runnable what) {
      due.add(new Happening(run.wall().plusMillis((long) (seconds * 1000)), what));
    }

    private double exponential(double mean) {
      return -mean * Math.log(1 - random.nextDouble());
    }

    private void arrive() {
      run.take("questions");
      later(exponential(90 / load), this::arrive);
    }

    private void work(int counter) {
      boolean paused = random.nextInt(40) == 0;
      run.press("next " + counter);
      boolean idle = run.inHand(counter).isEmpty();
      double serving = 60 + exponential(120);
      later(idle ? 5 : paused ? 600 + serving : serving, () -> work(counter));
    }

    private void see(Fact fact) {
      switch (fact.event()) {
        case Event.TicketIssued ticket -> issued.put(ticket.ticket(), ticket);
        case Event.TicketCalled called ->
            score(issued.get(called.ticket()), called.waitedSeconds().orElseThrow());
        default -> {}
      }
    }

    private void score(Event.TicketIssued ticket, int wait) {
      if (ticket.terms().expected().isEmpty()) {
        tally.silent++;
        return;
      }
      Expected expected = ticket.terms().expected().get();
      boolean inside = expected.lowSeconds() <= wait && wait <= expected.highSeconds();
      tally.told++;
      tally.right += inside ? 1 : 0;
      tally.width += expected.highSeconds() - expected.lowSeconds();
    }
  }
}
