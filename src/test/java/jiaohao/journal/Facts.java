package jiaohao.journal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import jiaohao.hall.Calendar;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.Route;
import jiaohao.hall.Text;
import jiaohao.hall.TicketId;

/** Random facts from a seed: any value the types allow, whether or not a hall would do so. */
public final class Facts {
  private static final String[] PIECES = {
    "年检", "A012", "\"", "\\", "\n", "\t", "\u0001", "\u007f", "\u2028", "</x>", "😀", "é", " ", "'",
    "{}", "窗口"
  };

  private final Random random;
  private LocalDate day = LocalDate.of(2026, 11, 22);

  public Facts(long seed) {
    this.random = new Random(seed);
  }

  /** Facts that may follow what the journal holds already. */
  Facts(long seed, Journal journal) throws JournalException {
    this(seed);
    if (journal.lastSeq() > 0) {
      journal.read(journal.lastSeq(), row -> day = row.fact().day());
    }
  }

  /** Facts whose business day never goes back. */
  public List<Fact> list(int count) {
    List<Fact> facts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      facts.add(next());
    }
    return facts;
  }

  public Fact next() {
    if (random.nextInt(50) == 0) {
      day = day.plusDays(1 + random.nextInt(3));
    }
    List<Supplier<Event>> kinds = kinds();
    return new Fact(time(), day, kinds.get(random.nextInt(kinds.size())).get());
  }

  /** One maker for every type of event. */
  List<Supplier<Event>> kinds() {
    List<Supplier<Event>> kinds = new ArrayList<>(ofTicket());
    kinds.addAll(
        List.of(
            () -> new Event.JournalStarted(text()),
            () -> new Event.KioskStarted(text(), flag()),
            Event.KioskStopped::new,
            () -> new Event.HallAdopted(plan(), text()),
            () -> new Event.DayStarted(day, flag()),
            Event.HallClosed::new,
            () -> new Event.LanguageChosen(text()),
            Event.AssistChosen::new,
            () -> new Event.CounterPaused(counter()),
            () -> new Event.CounterResumed(counter()),
            () -> new Event.SupervisorCalled(counter()),
            () -> new Event.FaultRaised(text(), text(), flag()),
            () -> new Event.FaultCleared(text(), text()),
            () -> new Event.ClockSuspect(text(), time()),
            () -> new Event.WriterChanged(text(), random.nextInt())));
    return kinds;
  }

  private List<Supplier<Event>> ofTicket() {
    return List.of(
        this::issued,
        () -> new Event.SlipPrinted(ticket(), text(), flag()),
        () -> new Event.SlipFailed(ticket(), text()),
        () -> new Event.TicketVoided(ticket(), text()),
        () -> new Event.TicketCalled(ticket(), text(), counter(), text()),
        () -> new Event.TicketRecalled(ticket(), text(), counter()),
        () -> new Event.CallUndone(ticket(), text(), counter()),
        () -> new Event.ServiceStarted(ticket(), text(), counter(), time(), flag()),
        () -> new Event.StageFinished(ticket(), text(), counter(), text()),
        () -> new Event.TicketFinished(ticket()),
        () -> new Event.TicketMissed(ticket(), text(), counter()),
        () -> new Event.TicketRequeued(ticket(), text(), text()),
        () -> new Event.TicketTransferred(ticket(), text(), text()),
        () -> new Event.TicketHeld(ticket(), text(), counter()),
        this::standardBroken,
        () -> new Event.Rated(ticket(), counter(), 1 + random.nextInt(3)));
  }

  private Event issued() {
    return new Event.TicketIssued(
        ticket(), text(), text(), route(), text(), flag(), random.nextInt(1000), text());
  }

  private Event standardBroken() {
    return new Event.StandardBroken(
        ticket(), text(), random.nextInt(3), text(), random.nextInt(), random.nextInt());
  }

  private Plan plan() {
    return new Plan(
        text(),
        words(),
        ZoneId.of(flag() ? "Asia/Shanghai" : "Asia/Urumqi"),
        texts(),
        localTime(),
        flag() ? Plan.NoPaper.ANNOUNCE : Plan.NoPaper.REFUSE,
        random.nextInt(),
        random.nextInt(),
        words(),
        flag() ? Plan.One.YI : Plan.One.YAO,
        some(() -> new Calendar.Hours(days(), localTime(), localTime())),
        some(() -> new Plan.Service(text(), prefix(), words(), some(this::words), route())),
        some(() -> new Plan.Stage(text(), words(), perhaps(), perhaps())),
        some(() -> new Plan.Counter(counter(), texts(), perhaps())));
  }

  private Route route() {
    return Route.of("a" + random.nextInt(9), "b" + random.nextInt(9) + "+c");
  }

  private Set<DayOfWeek> days() {
    Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
    days.add(DayOfWeek.of(1 + random.nextInt(7)));
    return days;
  }

  private Text words() {
    if (flag()) {
      return Text.same(text());
    }
    Map<String, String> byLanguage = new LinkedHashMap<>();
    byLanguage.put(flag() ? "en" : "", text());
    byLanguage.put("zh", text());
    return new Text(byLanguage);
  }

  private OptionalInt perhaps() {
    return flag() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
  }

  private List<String> texts() {
    return some(this::text);
  }

  private <T> List<T> some(Supplier<T> maker) {
    List<T> made = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      made.add(maker.get());
    }
    return made;
  }

  private TicketId ticket() {
    return new TicketId(day, prefix(), 1 + random.nextInt(TicketId.LAST_ORDINAL));
  }

  private char prefix() {
    return (char) ('A' + random.nextInt(26));
  }

  private int counter() {
    return 1 + random.nextInt(99);
  }

  private boolean flag() {
    return random.nextBoolean();
  }

  private LocalTime localTime() {
    return LocalTime.of(random.nextInt(24), random.nextInt(60), flag() ? 0 : random.nextInt(60));
  }

  private OffsetDateTime time() {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(24 * 60) - 12 * 60));
    return day.atStartOfDay()
        .plusNanos(1_000_000L * random.nextInt(86_400_000))
        .atOffset(flag() ? ZoneOffset.ofHours(8) : flag() ? ZoneOffset.UTC : offset);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
