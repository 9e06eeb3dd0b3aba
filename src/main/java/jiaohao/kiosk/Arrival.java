package jiaohao.kiosk;

import java.io.IOException;
import java.util.Optional;
import jiaohao.hall.Command;
import jiaohao.health.Fault;
import jiaohao.journal.Journal;
import jiaohao.journal.JournalException;

/**
 * What a box does with its journal before it decides anything: it may have been put in the place of
 * another, or hold an old copy of its own.
 */
@FunctionalInterface
interface Arrival {
  /** A box that has no centre to ask. */
  Arrival ALONE = journal -> Optional.empty();

  /**
   * Completes the journal. Called again, a second later, for as long as it throws.
   *
   * @return what is to be decided once the hall has started, so that no number is given out again
   * @throws NotYetException when nothing may be decided before the centre has answered
   */
  Optional<Command.TakeOver> complete(Journal journal)
      throws JournalException, NotYetException, InterruptedException;

  /** The take-over has been journaled. */
  default void done() throws IOException {}

  /** The box must wait; the fault says for what. */
  final class NotYetException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    NotYetException(Fault fault, Throwable cause) {
      super(fault.remedy("zh") + " / " + fault.remedy("en"), cause);
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }
}
