package jiaohao.sync;

import java.util.Optional;
import java.util.UUID;
import jiaohao.journal.JournalException;
import jiaohao.journal.JournalReader;
import jiaohao.journal.Passage;
import jiaohao.journal.Row;

/** The box's own journal, as the sender reads it. One thread uses it. */
final class Own {
  private final JournalReader journal;
  private Optional<UUID> name = Optional.empty();

  Own(JournalReader journal) {
    this.journal = journal;
  }

  Optional<Row> row(long seq) throws JournalException {
    return journal.rows(seq, 1).stream().findFirst();
  }

  /** The next events to send, as many from one on as a message may hold. */
  Passage passage(long fromSeq, int most, int mostBytes) throws JournalException {
    return journal.passage(fromSeq, most, mostBytes);
  }

  /** The journal's own name, which its events carry. */
  UUID name() throws JournalException {
    if (name.isEmpty()) {
      name = row(1).map(Row::journal);
    }
    return name.orElseThrow();
  }
}
