package jiaohao.hall;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What is special about a ticket.
 *
 * @param group id of the privileged group its holder belongs to
 * @param staff id of the member of staff it waits for
 * @param counter window that issued it to somebody inside; 0 for a button
 * @param appointment when it enters the line
 * @param expected the wait its slip tells; empty where the day has too little to go by
 * @param order of the centre by which it was issued: without a slip; empty for all others
 * @param satellite that issued it, and prints its slip; empty for the hall's own kiosk
 */
public record Terms(
    Optional<String> group,
    Optional<String> staff,
    int counter,
    Optional<OffsetDateTime> appointment,
    Optional<Expected> expected,
    Optional<String> order,
    Optional<String> satellite) {
  public static final Terms USUAL =
      new Terms(Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty());

  /** Of a ticket that was issued at the hall's own kiosk. */
  public Terms(
      Optional<String> group,
      Optional<String> staff,
      int counter,
      Optional<OffsetDateTime> appointment,
      Optional<Expected> expected) {
    this(group, staff, counter, appointment, expected, Optional.empty(), Optional.empty());
  }

  Terms with(Optional<Expected> wait) {
    return new Terms(group, staff, counter, appointment, wait, order, satellite);
  }
}
