package jiaohao.sync;

import java.util.List;
import java.util.Optional;
import jiaohao.journal.JournalException;
import jiaohao.journal.JournalReader;
import jiaohao.journal.Row;

/** The box's own journal, as the sender reads it. One thread uses it. */
final class Own {
  private final JournalReader journal;

  Own(JournalReader journal) {
    this.journal = journal;
  }

  Optional<Row> row(long seq) throws JournalException {
    return journal.rows(seq, 1).stream().findFirst();
  }

  /**
   * The next message: as many events from one on as fit.
   *
   * @param most events, at least 1
   * @param mostBytes of the body; a single event that is larger is taken all the same
   */
  Message message(long fromSeq, int most, int mostBytes) throws JournalException {
    List<Row> rows = journal.rows(fromSeq, most);
    int bytes = 0;
    int count = 0;
    for (Row row : rows) {
      bytes += Message.bytes(row);
      if (count > 0 && bytes > mostBytes) {
        break;
      }
      count++;
    }
    return new Message(rows.subList(0, count));
  }
}
