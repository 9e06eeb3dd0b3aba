package jiaohao.benchmarks;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jiaohao.hall.Command;
import jiaohao.hall.Decision;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Hall;
import jiaohao.hall.Moment;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.Text;
import jiaohao.hall.TicketId;
import jiaohao.hall.Verb;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/**
 * What a press costs the hall with ten customers waiting and with a hundred thousand. The goal: a
 * next at 100 000 takes at most three times as long as at 10. A row whose measurements differ among
 * themselves by half or more is marked unsettled: its ratio says nothing, run it again.
 *
 * <p>{@code mvn -q test-compile exec:exec@bench -Dbench=HallBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class HallBenchmark {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 24);

  /** A to Y are for the crowd; Z has numbers left, whatever numbers are still held from before. */
  private static final int CROWD_LETTERS = 25;

  private static final Command NEXT = press("next 1");
  private static final Command TAKE = press("take service-Z");

  @Param({"10", "1000", "100000"})
  public int waiting;

  private jiaohao.hall.State hall;
  private Moment now;
  private Fact called;

  /** Fills the hall, one day's numbers after the other, and has window 1 call the first. */
  @Setup
  public void fill() {
    now = moment(0);
    hall = Hall.decide(jiaohao.hall.State.EMPTY, new Command.Start("", plan(), ""), now).after();
    for (int issued = 0; issued <= waiting; issued++) {
      int ofDay = issued % (CROWD_LETTERS * TicketId.LAST_ORDINAL);
      if (ofDay == 0) {
        now = moment(issued / (CROWD_LETTERS * TicketId.LAST_ORDINAL));
        hall = Hall.decide(hall, new Command.Tick(), now).after();
      }
      issue((char) ('A' + ofDay % CROWD_LETTERS), 1 + ofDay / CROWD_LETTERS);
    }
    hall = Hall.decide(hall, NEXT, now).after();
    called = Hall.decide(hall, NEXT, now).facts().getLast();
    requireWork();
  }

  /** Folded rather than decided, since no hall gives the same number to two who are waiting. */
  private void issue(char prefix, int ordinal) {
    LocalDate day = hall.day().orElseThrow();
    TicketId id = new TicketId(day, prefix, ordinal);
    int ahead = hall.queue("window").size();
    happen(
        new Event.TicketIssued(
            id,
            "window",
            "service-" + prefix,
            Route.of("window"),
            "zh",
            false,
            ahead,
            "reference"));
    happen(new Event.SlipPrinted(id, "A", false));
  }

  private void happen(Event event) {
    OffsetDateTime at = now.wall().atZone(ZONE).toOffsetDateTime();
    hall = hall.apply(new Fact(at, hall.day().orElseThrow(), event));
  }

  /** A benchmark of a refusal would be quick and worthless. */
  private void requireWork() {
    int facts = finishAndCallTheNext().facts().size();
    boolean takes = takeANumber().refusal().isEmpty();
    if (hall.queue("window").size() != waiting || facts != 4 || !takes) {
      throw new IllegalStateException("the hall is not as it should be measured");
    }
  }

  /**
   * Warmed up for long: it runs through most of the rules, and after two seconds a busy machine was
   * still compiling, so that the first size measured looked the slowest.
   */
  @Benchmark
  @Warmup(iterations = 8, time = 1)
  public Decision finishAndCallTheNext() {
    return Hall.decide(hall, NEXT, now);
  }

  @Benchmark
  public Decision takeANumber() {
    return Hall.decide(hall, TAKE, now);
  }

  @Benchmark
  public jiaohao.hall.State foldACall() {
    return hall.apply(called);
  }

  private static Command press(String verb) {
    return new Command.Press(Verb.parse(verb), "reference");
  }

  private static Moment moment(int day) {
    var wall = FIRST_DAY.plusDays(day).atTime(9, 0).atZone(ZONE).toInstant();
    return new Moment(wall, true, wall);
  }

  private static Plan plan() {
    List<Plan.Service> services =
        IntStream.rangeClosed('A', 'Z').mapToObj(letter -> service((char) letter)).toList();
    return new Plan(
        "bench",
        Text.same("bench"),
        ZONE,
        List.of("zh", "en"),
        LocalTime.of(4, 0),
        Plan.NoPaper.ANNOUNCE,
        600,
        15,
        Text.same("客户"),
        Plan.One.YI,
        List.of(),
        services,
        List.of(
            new Plan.Stage("window", Text.same("window"), OptionalInt.of(60), OptionalInt.of(900))),
        List.of(new Plan.Counter(1, List.of("window"), OptionalInt.empty())));
  }

  private static Plan.Service service(char prefix) {
    String id = "service-" + prefix;
    return new Plan.Service(id, prefix, Text.same(id), List.of(), Route.of("window"));
  }

  /** Runs all and prints a table: the median by number waiting, and its ratio to the smallest. */
  public static void main(String[] args) throws RunnerException {
    Options options = new OptionsBuilder().include(HallBenchmark.class.getName()).build();
    Collection<RunResult> results = new Runner(options).run();
    Map<String, Map<Integer, Statistics>> table = new TreeMap<>();
    for (RunResult result : results) {
      table
          .computeIfAbsent(result.getPrimaryResult().getLabel(), label -> new TreeMap<>())
          .put(
              Integer.valueOf(result.getParams().getParam("waiting")),
              result.getPrimaryResult().getStatistics());
    }
    table.forEach(HallBenchmark::print);
  }

  private static void print(String label, Map<Integer, Statistics> nanosByWaiting) {
    double smallest = nanosByWaiting.values().iterator().next().getPercentile(50);
    nanosByWaiting.forEach((customers, nanos) -> {
      double median = nanos.getPercentile(50);
      double spread = nanos.getMax() / nanos.getMin();
      System.out.printf(
          "%-22s %,9d waiting %,9.0f ns  x%.2f  max/min %.2f%s%n",
          label, customers, median, median / smallest, spread, spread < 1.5 ? "" : " UNSETTLED");
    });
  }
}
