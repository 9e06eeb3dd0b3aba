package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Something to be printed that is not a ticket's own slip.
 *
 * @param serial its name, unique in the journal
 * @param kind what it is
 * @param ticket whose it is; empty for the staff's
 * @param language it is printed in
 * @param title the stage, or what else it is about
 * @param items one a line
 * @param at when it came up
 * @param again it may have been printed already: marked 补打
 */
public record Notice(
    long serial,
    Kind kind,
    Optional<TicketId> ticket,
    String language,
    Text title,
    List<Text> items,
    OffsetDateTime at,
    boolean again) {
  /** Kinds of notices. */
  public enum Kind {
    /** Papers the customer needs afterwards. */
    AFTERWARDS,
    /** Papers that are still missing (补正). */
    MISSING,
    /** What to look at before going home (关闭检查). */
    CLOSING,
    /** A ticket's slip once more. */
    SLIP,
    /** How the devices are, for the staff. */
    SELF_TEST;

    /** Whether it is a ticket's, rather than the staff's. */
    public boolean ofTicket() {
      return this != CLOSING && this != SELF_TEST;
    }
  }

  public Notice {
    items = List.copyOf(items);
  }

  Notice perhapsPrinted() {
    return new Notice(serial, kind, ticket, language, title, items, at, true);
  }
}
