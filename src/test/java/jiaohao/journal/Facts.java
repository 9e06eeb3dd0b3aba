package jiaohao.journal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jiaohao.hall.Event;
import jiaohao.hall.Fact;

/** Random facts from a seed: any value the types allow, whether or not a hall would do so. */
public final class Facts {
  /** Every type of event there is. */
  static final List<Class<? extends Event>> TYPES = concrete(Event.class).toList();

  private final Random random;
  private final AnyRecord any;
  private LocalDate day = LocalDate.of(2026, 11, 22);

  public Facts(long seed) {
    this.random = new Random(seed);
    this.any = new AnyRecord(seed);
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
    return next(TYPES.get(random.nextInt(TYPES.size())));
  }

  /** One of a type. */
  Fact next(Class<? extends Event> type) {
    return new Fact(time(), day, (Event) any.of(type.asSubclass(Record.class)));
  }

  private OffsetDateTime time() {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(24 * 60) - 12 * 60));
    return day.atStartOfDay()
        .plusNanos(1_000_000L * random.nextInt(86_400_000))
        .atOffset(random.nextBoolean() ? ZoneOffset.ofHours(8) : offset);
  }

  private static Stream<Class<? extends Event>> concrete(Class<? extends Event> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .flatMap(permitted -> concrete(permitted.asSubclass(Event.class)))
        : Stream.of(type);
  }
}
