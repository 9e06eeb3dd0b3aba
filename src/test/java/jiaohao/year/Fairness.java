package jiaohao.year;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jiaohao.hall.CallRule;
import jiaohao.hall.Event;
import jiaohao.hall.Expected;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;

/** How fair the days of a hall were, in figures. */
public final class Fairness implements Invariant {
  /** Calls of a window while somebody waited at each of its stages. */
  private record Share(int counter, String stage, int weight, int all)
      implements Comparable<Share> {
    @Override
    public int compareTo(Share other) {
      int byCounter = Integer.compare(counter, other.counter);
      return byCounter != 0 ? byCounter : stage.compareTo(other.stage);
    }
  }

  /** Customers served at a post with a standard, and how many of them within it. */
  private record Kept(int all, int within) {}

  private final Overtaking overtaking = new Overtaking(false);
  private final Map<Share, Integer> shares = new TreeMap<>();
  private final Map<String, List<Integer>> waits = new TreeMap<>();
  private final Map<String, Kept> standards = new TreeMap<>();
  private final Map<TicketId, Fact> told = new HashMap<>();
  private int toldRight;
  private int toldWrong;
  private int tickets;
  private int most;

  private Fairness() {}

  /** Plays days of a shipped hall and tells, a line each, what they came to. */
  public static List<String> of(String hall, long seed, int days) {
    Fairness fairness = new Fairness();
    try (Year year = Year.inMemory(hall, seed)) {
      year.world().invariants().add(fairness);
      year.run(days)
          .ifPresent(failure -> {
            throw failure.broken();
          });
    }
    return fairness.lines(hall, days);
  }

  /** The halls there are figures of. */
  public static List<String> halls() {
    return KnownHalls.SHIPPED;
  }

  @Override
  public void see(Seen seen) {
    overtaking.see(seen);
    switch (seen.fact().event()) {
      case Event.TicketIssued issued -> issue(seen.fact(), issued);
      case Event.ToWindow called -> {
        call(seen.before(), called);
        compare(seen.fact(), called);
      }
      case Event.StageFinished finished -> finish(seen.before(), finished);
      default -> {}
    }
  }

  private void issue(Fact fact, Event.TicketIssued issued) {
    tickets++;
    if (issued.terms().expected().isPresent()) {
      told.put(issued.ticket(), fact);
    }
  }

  /** By the clock on the wall, as the customer sees it; power cuts and fire drills included. */
  private void compare(Fact fact, Event.ToWindow called) {
    Fact slip = told.remove(called.ticket());
    if (slip != null) {
      Expected said = ((Event.TicketIssued) slip.event()).terms().expected().orElseThrow();
      long waited = Duration.between(slip.at(), fact.at()).toSeconds();
      boolean right = said.lowSeconds() <= waited && waited <= said.highSeconds();
      toldRight += right ? 1 : 0;
      toldWrong += right ? 0 : 1;
    }
  }

  private void call(State before, Event.ToWindow called) {
    Plan plan = before.plan().orElseThrow();
    most = plan.fairness().overtakeMost();
    wait(before, called);
    if (called.rule().equals(Optional.of(CallRule.SHARE))) {
      Plan.Counter window = plan.counter(called.counter()).orElseThrow();
      Callable callable = Callable.of(before, called.counter());
      if (window.stages().stream().allMatch(callable::anybodyAt)) {
        int all = window.stages().stream().mapToInt(window::share).sum();
        window
            .stages()
            .forEach(stage ->
                shares.merge(
                    new Share(window.number(), stage, window.share(stage), all),
                    stage.equals(called.stage()) ? 1 : 0,
                    Integer::sum));
      }
    }
  }

  /** Of a visit the wait for the first call, by service. */
  private void wait(State before, Event.ToWindow called) {
    Optional<Ticket> ticket = before.ticket(called.ticket());
    boolean first = ticket.stream().anyMatch(it -> it.route().first().equals(called.stage()));
    if (first && called.waitedSeconds().isPresent()) {
      waits
          .computeIfAbsent(ticket.get().service(), service -> new ArrayList<>())
          .add(called.waitedSeconds().getAsInt());
    }
  }

  private void finish(State before, Event.StageFinished finished) {
    int limit =
        before
            .plan()
            .flatMap(plan -> plan.stage(finished.stage()))
            .map(stage -> stage.limitSeconds().orElse(0))
            .orElse(0);
    if (limit > 0 && finished.tookSeconds().isPresent()) {
      boolean within = finished.tookSeconds().getAsInt() < limit;
      standards.merge(
          finished.stage(),
          new Kept(1, within ? 1 : 0),
          (one, other) -> new Kept(one.all + other.all, one.within + other.within));
    }
  }

  private List<String> lines(String hall, int days) {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s days, %s tickets".formatted(hall, days, tickets));
    lines.add("  longest overtaking run %s of %s".formatted(overtaking.longest(), most));
    if (toldRight + toldWrong > 0) {
      lines.add(
          "  waits told on slips: %.1f %% of %s came true"
              .formatted(100.0 * toldRight / (toldRight + toldWrong), toldRight + toldWrong));
    }
    shares.forEach((share, calls) -> lines.add(line(share, calls)));
    waits.forEach((service, seconds) -> lines.add(line(service, seconds)));
    standards.forEach((stage, kept) ->
        lines.add(
            "  standard %-16s kept %5.1f %% of %s"
                .formatted(stage, 100.0 * kept.within / kept.all, kept.all)));
    return lines;
  }

  private String line(Share share, int calls) {
    int all =
        shares.entrySet().stream()
            .filter(one -> one.getKey().counter == share.counter)
            .mapToInt(Map.Entry::getValue)
            .sum();
    return "  window %-2s %-16s %5.1f %% of %s calls, weight %5.1f %%"
        .formatted(
            share.counter, share.stage, 100.0 * calls / all, all, 100.0 * share.weight / share.all);
  }

  private static String line(String service, List<Integer> seconds) {
    Collections.sort(seconds);
    return "  wait %-20s median %4s s, 90 %% %5s s, 99 %% %5s s, most %5s s"
        .formatted(service, at(seconds, 0.5), at(seconds, 0.9), at(seconds, 0.99), at(seconds, 1));
  }

  private static int at(List<Integer> sorted, double part) {
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
