package jiaohao.kiosk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.Adherence;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalException;
import jiaohao.journal.JournalReader;
import org.tinylog.Logger;

/**
 * How far the day's standards are kept so far. Reads the journal like any output, from where it
 * stood when it was last asked. Any thread may use it.
 */
final class DayBook {
  private final Path stateDir;
  private Optional<LocalDate> day = Optional.empty();
  private Adherence adherence;
  private long nextSeq;

  DayBook(Path stateDir) {
    this.stateDir = stateDir;
  }

  /** By stage; nothing while the journal cannot be read. */
  synchronized Map<String, Adherence.Kept> stages(State state) {
    if (state.day().isEmpty() || state.plan().isEmpty()) {
      return Map.of();
    }
    try (JournalReader reader = Journal.reader(stateDir)) {
      follow(reader, state.day().get(), state.plan().get());
      return adherence.stages();
    } catch (JournalException unreadable) {
      Logger.warn("the day's standards cannot be told: {}", unreadable.getMessage());
      return Map.of();
    }
  }

  private void follow(JournalReader reader, LocalDate today, Plan plan) throws JournalException {
    if (!day.equals(Optional.of(today))) {
      adherence = new Adherence(today, plan);
      nextSeq = firstOf(reader, today);
      day = Optional.of(today);
    }
    reader.read(
        nextSeq,
        row -> {
          adherence.see(row.fact());
          nextSeq = row.seq() + 1;
        });
  }

  /** Business days never go back, so the first event of one is found by halving. */
  private static long firstOf(JournalReader reader, LocalDate day) throws JournalException {
    long earlier = 0;
    long later = reader.lastSeq() + 1;
    while (later - earlier > 1) {
      long middle = (earlier + later) / 2;
      boolean before = reader.rows(middle, 1).getFirst().fact().day().isBefore(day);
      earlier = before ? middle : earlier;
      later = before ? later : middle;
    }
    return later;
  }
}
