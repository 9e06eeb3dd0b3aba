package jiaohao.central;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import jiaohao.hall.Adherence;
import jiaohao.hall.DayFigures;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.health.Fault;
import jiaohao.journal.Row;
import jiaohao.report.DayBook;
import jiaohao.report.DayReport;
import jiaohao.report.StateReport;

/**
 * One hall as the centre knows it: folded from the same events by the same rules as at the kiosk.
 * Any thread may ask.
 */
public final class HallCopy {
  /** A box says something every five seconds. */
  private static final Duration UNHEARD = Duration.ofSeconds(15);

  private final String id;
  private final Path stateDir;
  private final DayBook dayBook;
  private volatile Known known = Known.NOTHING;
  private volatile Instant heardAt = Instant.EPOCH;
  private volatile Optional<Pulse> pulse = Optional.empty();
  private volatile Optional<Fenced> fenced = Optional.empty();
  private volatile Optional<Broken> broken = Optional.empty();

  HallCopy(String id, Path stateDir) {
    this.id = id;
    this.stateDir = stateDir;
    this.dayBook = new DayBook(new Facts());
  }

  /** How far this copy goes. */
  private record Known(State state, Optional<UUID> journal, long seq, String hash) {
    static final Known NOTHING = new Known(State.EMPTY, Optional.empty(), 0, "");
  }

  /**
   * Why what came last was refused.
   *
   * @param refused messages since the last one that fitted
   */
  public record Broken(String why, long refused) {}

  public String id() {
    return id;
  }

  public State state() {
    return known.state();
  }

  /** The last event; 0 for none. */
  public long seq() {
    return known.seq();
  }

  /** The journal it is copied from; empty before the first event. */
  Optional<UUID> journal() {
    return known.journal();
  }

  String hash() {
    return known.hash();
  }

  /** What the hall is called; its id before the first hall file has come. */
  public String name(String language) {
    return state().plan().map(plan -> plan.name().in(language)).orElse(id);
  }

  /** When its box was last heard of. */
  public Instant heardAt() {
    return heardAt;
  }

  public boolean online(Instant now) {
    return Duration.between(heardAt, now).compareTo(UNHEARD) < 0;
  }

  /** Faults that are on: those of the events, and those that its box could not journal. */
  public List<Event.FaultRaised> faults() {
    List<Event.FaultRaised> faults = new ArrayList<>(state().faults().values());
    for (Event.FaultRaised told : pulse.map(Pulse::faults).orElse(List.of())) {
      // Others that the events do not tell of are over, or not yet here.
      if (told.device().equals("journal") && !faults.contains(told)) {
        faults.add(told);
      }
    }
    return faults;
  }

  /** The firmware of its box, in words; empty before it has said so. */
  public Optional<String> version() {
    return pulse.map(Pulse::version);
  }

  /** What a box that may not write as this hall any more has said of itself. */
  public Optional<Fenced> fenced() {
    return fenced;
  }

  /** Why what comes from this hall is not taken, while that is so. */
  public Optional<Broken> broken() {
    return broken;
  }

  /** The hall as at its own {@code /api/state}. */
  public String stateJson(Instant now) {
    Known at = known;
    return new StateReport(
            at.state(), faults(), at.seq(), at.seq(), now, () -> dayBook.stages(at.state()))
        .json();
  }

  /** How far today's standards are kept. */
  public Optional<Adherence> today() {
    return dayBook.today(state());
  }

  /** Hands every exported line from a sequence on, in order, to {@code to}. */
  void events(long fromSeq, CentreFile.Lines to) throws IOException {
    try (CentreFile file = CentreFile.reader(stateDir)) {
      file.read(id, Math.max(1, fromSeq), Long.MAX_VALUE, to);
    }
  }

  /** The figures of one day, whether anything happened on it or not. */
  public DayReport report(LocalDate day) throws IOException {
    DayFigures figures = new DayFigures(day);
    Adherence adherence =
        state().plan().map(plan -> new Adherence(day, plan)).orElseGet(() -> new Adherence(day));
    facts(
        day,
        fact -> {
          figures.see(fact);
          adherence.see(fact);
        });
    return new DayReport(figures, adherence);
  }

  /** The facts of one day. */
  void facts(LocalDate day, Consumer<Fact> to) throws IOException {
    Facts facts = new Facts();
    long from = DayBook.firstOf(facts, day);
    long until = DayBook.firstOf(facts, day.plusDays(1));
    try (CentreFile file = CentreFile.reader(stateDir)) {
      file.read(id, from, until, line -> to.accept(Row.ofExported(line).fact()));
    }
  }

  /** This copy's events, for whoever counts. */
  private final class Facts implements DayBook.Source {
    @Override
    public long last() {
      return seq();
    }

    @Override
    public LocalDate day(long seq) throws IOException {
      try (CentreFile file = CentreFile.reader(stateDir)) {
        return Row.ofExported(file.line(id, seq).orElseThrow()).fact().day();
      }
    }

    @Override
    public void read(long fromSeq, BiConsumer<Long, Fact> reader) throws IOException {
      events(
          fromSeq,
          line -> {
            Row row = Row.ofExported(line);
            reader.accept(row.seq(), row.fact());
          });
    }
  }

  /** Whether a row is the next of this copy. */
  Optional<Misfit> misfit(Row row, long afterSeq, String afterHash) {
    Optional<UUID> journal = known.journal();
    if (journal.isPresent() && !journal.get().equals(row.journal())) {
      return Optional.of(Misfit.of("an event of another journal, " + row.journal()));
    }
    if (row.seq() != afterSeq + 1) {
      return Optional.of(new Misfit("event " + row.seq() + " after " + afterSeq, true));
    }
    if (!row.follows(afterHash)) {
      return Optional.of(Misfit.of("event " + row.seq() + " has another hash than its content"));
    }
    boolean ours =
        !(row.fact().event() instanceof Event.HallAdopted adopted) || isOurs(adopted.plan());
    return ours
        ? Optional.empty()
        : Optional.of(Misfit.of("event " + row.seq() + " is of another hall"));
  }

  private boolean isOurs(Plan plan) {
    return plan.id().equals(id);
  }

  /**
   * Takes events that are in the file now; each follows the one before.
   *
   * @param state after the last of them
   */
  void take(List<Row> rows, State state, Instant at) {
    Row last = rows.getLast();
    known = new Known(state, Optional.of(last.journal()), last.seq(), last.hash());
    broken = Optional.empty();
    heard(at);
  }

  /** Begins with what a file holds. */
  void begin(State state, Row last) {
    known = new Known(state, Optional.of(last.journal()), last.seq(), last.hash());
  }

  void refuse(String why, long messages) {
    broken = Optional.of(new Broken(why, broken.map(Broken::refused).orElse(0L) + messages));
  }

  void heard(Instant at) {
    if (at.isAfter(heardAt)) {
      heardAt = at;
    }
  }

  void tell(Pulse told, Instant at) {
    pulse = Optional.of(told);
    heard(at);
  }

  void tellFenced(Fenced told) {
    fenced = Optional.of(told);
  }

  /** What its box says of itself now and then, beside its events. */
  record Pulse(String version, List<Event.FaultRaised> faults) {
    Pulse {
      faults = List.copyOf(faults);
    }

    /**
     * @throws RuntimeException when it is none
     */
    static Pulse read(String json) {
      JsonObject pulse = JsonParser.parseString(json).getAsJsonObject();
      List<Event.FaultRaised> faults = new ArrayList<>();
      for (JsonElement element : pulse.getAsJsonArray("faults")) {
        JsonObject fault = element.getAsJsonObject();
        String device = fault.get("device").getAsString();
        String code = fault.get("fault").getAsString();
        boolean stops = Fault.of(device, code).map(Fault::stops).orElse(false);
        faults.add(new Event.FaultRaised(device, code, stops));
      }
      return new Pulse(pulse.get("version").getAsString(), faults);
    }
  }
}
