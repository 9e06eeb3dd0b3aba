package jiaohao.sync;

import java.util.UUID;
import jiaohao.journal.Row;

/**
 * The last event of a hall that the stream holds.
 *
 * @param streamSeq the sequence of its message in the stream; what the next publish must follow
 * @param seq the event's own, in its journal
 */
record Tip(long streamSeq, UUID journal, long seq, String hash) {
  static Tip of(long streamSeq, Row last) {
    return new Tip(streamSeq, last.journal(), last.seq(), last.hash());
  }

  /** Whether it is this very event. */
  boolean is(Row row) {
    return row.journal().equals(journal) && row.seq() == seq && row.hash().equals(hash);
  }
}
