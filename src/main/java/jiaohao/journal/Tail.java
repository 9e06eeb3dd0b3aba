package jiaohao.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a journal ends, and where the next event goes.
 *
 * @param seq 0 while there is no event
 */
record Tail(UUID journal, long seq, String hash) {
  /** Enough to tell a torn file before it is written to; quick even while Java is still cold. */
  private static final int LOOKED_AT = 100;

  /**
   * Looks at the last rows before anything is added after them: the chain holds and no row is
   * missing. Not at all rows, for a card takes its time over a year of them; the fold meets those
   * after the snapshot, and {@link Verify} the others.
   *
   * @throws JournalException when they are torn
   */
  static Tail of(Path stateDir, Rows rows) throws SQLException, JournalException {
    Optional<Rows.Ends> ends = rows.ends();
    if (ends.isEmpty()) {
      return new Tail(UUID.randomUUID(), 0, Chain.START);
    }
    if (ends.get().first() != 1) {
      throw Journal.torn(stateDir, "event 1 is missing");
    }
    long from = Math.max(1, ends.get().last() - LOOKED_AT + 1);
    List<Stored> tail = rows.page(from, LOOKED_AT);
    requireChained(stateDir, from, tail);
    Stored last = tail.getLast();
    return new Tail(last.decoded().journal(), last.seq(), last.hash());
  }

  private static void requireChained(Path stateDir, long from, List<Stored> tail)
      throws JournalException {
    Chain chain = new Chain();
    String previousHash = from == 1 ? Chain.START : null;
    long expected = from;
    for (Stored row : tail) {
      if (row.seq() != expected) {
        throw Journal.torn(stateDir, "event " + expected + " is missing");
      }
      if (previousHash != null && !chain.next(previousHash, row.body()).equals(row.hash())) {
        throw Journal.torn(stateDir, "event " + expected + " does not match its hash");
      }
      previousHash = row.hash();
      expected++;
    }
  }
}
