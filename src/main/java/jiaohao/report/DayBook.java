package jiaohao.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import jiaohao.hall.Adherence;
import jiaohao.hall.Fact;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import org.tinylog.Logger;

/**
 * How far the day's standards are kept so far. Reads the facts from where it stood when it was last
 * asked. Any thread may use it.
 */
public final class DayBook {
  private final Source source;
  private Optional<LocalDate> day = Optional.empty();
  private Adherence adherence;
  private long nextSeq;

  public DayBook(Source source) {
    this.source = source;
  }

  /** Where the facts are: a kiosk's journal, or the centre's copy of it. */
  public interface Source {
    /** The last sequence; 0 for none. */
    long last() throws IOException;

    /** The business day of one event. */
    LocalDate day(long seq) throws IOException;

    /** Hands every fact from a sequence on, in order, to {@code reader}. */
    void read(long fromSeq, BiConsumer<Long, Fact> reader) throws IOException;
  }

  /** By stage; nothing while the facts cannot be read. */
  public synchronized Map<String, Adherence.Kept> stages(State state) {
    return today(state).map(Adherence::stages).orElse(Map.of());
  }

  /** The whole day; empty before the first, and while the facts cannot be read. */
  public synchronized Optional<Adherence> today(State state) {
    if (state.day().isEmpty() || state.plan().isEmpty()) {
      return Optional.empty();
    }
    try {
      follow(state.day().get(), state.plan().get());
      return Optional.of(adherence);
    } catch (IOException unreadable) {
      Logger.warn("the day's standards cannot be told: {}", unreadable.getMessage());
      return Optional.empty();
    }
  }

  private void follow(LocalDate today, Plan plan) throws IOException {
    if (!day.equals(Optional.of(today))) {
      adherence = new Adherence(today, plan);
      nextSeq = firstOf(source, today);
      day = Optional.of(today);
    }
    source.read(
        nextSeq,
        (seq, fact) -> {
          adherence.see(fact);
          nextSeq = seq + 1;
        });
  }

  /** The first event of a day: days never go back, so it is found by halving. */
  public static long firstOf(Source source, LocalDate day) throws IOException {
    long earlier = 0;
    long later = source.last() + 1;
    while (later - earlier > 1) {
      long middle = (earlier + later) / 2;
      boolean before = source.day(middle).isBefore(day);
      earlier = before ? middle : earlier;
      later = before ? later : middle;
    }
    return later;
  }
}
