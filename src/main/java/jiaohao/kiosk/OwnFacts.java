package jiaohao.kiosk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import jiaohao.hall.Fact;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalException;
import jiaohao.journal.JournalReader;
import jiaohao.report.DayBook;

/** The facts of the own journal, opened anew each time: it is asked seldom, by any thread. */
record OwnFacts(Path stateDir) implements DayBook.Source {
  @Override
  public long last() throws JournalException {
    try (JournalReader reader = Journal.reader(stateDir)) {
      return reader.lastSeq();
    }
  }

  @Override
  public LocalDate day(long seq) throws JournalException {
    try (JournalReader reader = Journal.reader(stateDir)) {
      return reader.rows(seq, 1).getFirst().fact().day();
    }
  }

  @Override
  public void read(long fromSeq, BiConsumer<Long, Fact> consumer) throws JournalException {
    try (JournalReader reader = Journal.reader(stateDir)) {
      reader.read(fromSeq, row -> consumer.accept(row.seq(), row.fact()));
    }
  }
}
