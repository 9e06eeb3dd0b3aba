package jiaohao.hall;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** A business day in figures: shown every fact of a journal, it counts those of its day. */
public final class DayFigures {
  /** What became of the tickets of one service. */
  public record Tickets(int issued, int finished, int missed, int voided) {}

  /**
   * Durations of one kind, in whole seconds.
   *
   * @param middleSeconds the median, the lower of two
   * @param ninthTenthSeconds nine of ten were no longer than this
   * @param mostSeconds the longest
   */
  public record Spread(int count, long middleSeconds, long ninthTenthSeconds, long mostSeconds) {
    static Spread of(List<Long> seconds) {
      List<Long> sorted = new ArrayList<>(seconds);
      Collections.sort(sorted);
      int last = sorted.size() - 1;
      return new Spread(
          sorted.size(),
          sorted.get(last / 2),
          sorted.get((int) Math.ceil(0.9 * sorted.size()) - 1),
          sorted.get(last));
    }
  }

  /** What customers thought of their service: 满意, 基本满意, 不满意. */
  public record Ratings(int good, int fair, int poor) {
    private static Ratings of(Event.Rated rated) {
      return switch (rated.rating()) {
        case 1 -> new Ratings(1, 0, 0);
        case 2 -> new Ratings(0, 1, 0);
        default -> new Ratings(0, 0, 1);
      };
    }

    private Ratings plus(Ratings others) {
      return new Ratings(good + others.good, fair + others.fair, poor + others.poor);
    }
  }

  /**
   * What was out of the ordinary with keys and other tokens at a window.
   *
   * @param missing handed over although none had been bound
   * @param mismatched refused, since it was another customer's
   * @param lost slips or tokens, settled by licence and signature
   */
  public record Tokens(int missing, int mismatched, int lost) {
    private Tokens plus(Tokens more) {
      return new Tokens(missing + more.missing, mismatched + more.mismatched, lost + more.lost);
    }
  }

  private final LocalDate day;
  private final Map<TicketId, Event.TicketIssued> issued = new HashMap<>();
  private final Map<TicketId, Class<? extends Event>> ends = new HashMap<>();

  /** Of journals of the first version, whose calls do not say how long the wait was. */
  private final Map<TicketId, OffsetDateTime> waitingSince = new HashMap<>();

  private final Map<State.Stop, Long> waited = new HashMap<>();
  private final Map<State.Stop, OffsetDateTime> servedSince = new HashMap<>();
  private final Map<String, List<Long>> waits = new TreeMap<>();
  private final Map<Integer, List<Long>> servings = new TreeMap<>();
  private final Map<Integer, Ratings> ratings = new TreeMap<>();
  private final Map<Integer, Integer> overtime = new TreeMap<>();
  private final Map<Integer, Tokens> tokens = new TreeMap<>();
  private int faults;
  private int uncleanStops;

  public DayFigures(LocalDate day) {
    this.day = day;
  }

  /** Counts the fact if it belongs to the day. */
  public void see(Fact fact) {
    if (!fact.day().equals(day)) {
      return;
    }
    switch (fact.event()) {
      case Event.TicketIssued ticket -> issue(ticket, fact.at());
      case Event.TicketRequeued queued -> waitingSince.put(queued.ticket(), fact.at());
      case Event.TicketTransferred moved -> waitingSince.put(moved.ticket(), fact.at());
      case Event.ToWindow called -> call(called, fact.at());
      case Event.CallUndone undone -> undo(undone);
      case Event.ServiceStarted started ->
          servedSince.put(new State.Stop(started.ticket(), started.stage()), started.since());
      case Event.StageFinished finished -> finishStage(finished, fact.at());
      case Event.TicketFinished finished -> ends.put(finished.ticket(), Event.TicketFinished.class);
      case Event.TicketMissed missed -> ends.put(missed.ticket(), Event.TicketMissed.class);
      case Event.TicketVoided voided -> ends.put(voided.ticket(), Event.TicketVoided.class);
      case Event.Rated rated -> ratings.merge(rated.counter(), Ratings.of(rated), Ratings::plus);
      case Event.TokenMissing token -> note(token.counter(), new Tokens(1, 0, 0));
      case Event.TokenMismatched token -> note(token.counter(), new Tokens(0, 1, 0));
      case Event.LossSettled loss -> note(loss.counter(), new Tokens(0, 0, 1));
      case Event.HallClosed closed -> closed.overtime().forEach(this::late);
      case Event.FaultRaised raised -> faults++;
      case Event.KioskStarted started -> uncleanStops += started.unclean() ? 1 : 0;
      default -> {}
    }
  }

  private void note(int counter, Tokens more) {
    tokens.merge(counter, more, Tokens::plus);
  }

  private void issue(Event.TicketIssued ticket, OffsetDateTime at) {
    issued.put(ticket.ticket(), ticket);
    waitingSince.put(ticket.ticket(), at);
  }

  /** Only the first call after a wait ends it; an undone call has not. */
  private void call(Event.ToWindow called, OffsetDateTime at) {
    ends.remove(called.ticket());
    OffsetDateTime since = waitingSince.remove(called.ticket());
    if (called.rule().isEmpty() && since != null) {
      waits.computeIfAbsent(called.stage(), stage -> new ArrayList<>()).add(seconds(since, at));
    }
    called
        .waitedSeconds()
        .ifPresent(wait -> {
          waited.put(new State.Stop(called.ticket(), called.stage()), (long) wait);
          waits.computeIfAbsent(called.stage(), stage -> new ArrayList<>()).add((long) wait);
        });
  }

  private void undo(Event.CallUndone undone) {
    Long wait = waited.remove(new State.Stop(undone.ticket(), undone.stage()));
    if (wait != null) {
      waits.get(undone.stage()).remove(wait);
    }
  }

  private void finishStage(Event.StageFinished finished, OffsetDateTime at) {
    OffsetDateTime since = servedSince.remove(new State.Stop(finished.ticket(), finished.stage()));
    if (since != null) {
      long wall = seconds(since, at);
      servings
          .computeIfAbsent(finished.counter(), counter -> new ArrayList<>())
          .add((long) finished.tookSeconds().orElse((int) wall));
    }
  }

  /** A clock that was set back makes no negative waits. */
  private static long seconds(OffsetDateTime from, OffsetDateTime to) {
    return Math.max(0, Duration.between(from, to).toSeconds());
  }

  /** A hall that gave out a number after closing closes once more, later. */
  private void late(Event.Overtime late) {
    overtime.merge(late.counter(), late.seconds(), Math::max);
  }

  public LocalDate day() {
    return day;
  }

  /** By service id. */
  public Map<String, Tickets> tickets() {
    return issued.values().stream()
        .collect(Collectors.groupingBy(Event.TicketIssued::service, TreeMap::new, tally()));
  }

  private Collector<Event.TicketIssued, ?, Tickets> tally() {
    return Collectors.collectingAndThen(
        Collectors.toList(),
        tickets ->
            new Tickets(
                tickets.size(),
                ended(tickets, Event.TicketFinished.class),
                ended(tickets, Event.TicketMissed.class),
                ended(tickets, Event.TicketVoided.class)));
  }

  private int ended(List<Event.TicketIssued> tickets, Class<? extends Event> how) {
    return (int) tickets.stream().filter(ticket -> how.equals(ends.get(ticket.ticket()))).count();
  }

  /** From issue, or from the stage before, to the call; by stage id. */
  public Map<String, Spread> waits() {
    return spreads(waits);
  }

  /** From the start of the service to its end; by counter. */
  public Map<Integer, Spread> servings() {
    return spreads(servings);
  }

  /** By counter. */
  public Map<Integer, Ratings> ratings() {
    return ratings;
  }

  /** By counter, those without any left out. */
  public Map<Integer, Tokens> tokens() {
    return tokens;
  }

  /** Seconds from the closing time to the end of the last service; by counter. */
  public Map<Integer, Integer> overtime() {
    return overtime;
  }

  public int faults() {
    return faults;
  }

  public int uncleanStops() {
    return uncleanStops;
  }

  private static <K extends Comparable<K>> Map<K, Spread> spreads(Map<K, List<Long>> seconds) {
    return seconds.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> Spread.of(entry.getValue()),
                (one, other) -> one,
                TreeMap::new));
  }
}
