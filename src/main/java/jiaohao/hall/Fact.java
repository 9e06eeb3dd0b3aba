package jiaohao.hall;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * An event with its time: what the journal stores.
 *
 * @param at wall time in the hall's zone, whole milliseconds; may go back when the clock did
 * @param day business day; never goes back
 */
public record Fact(OffsetDateTime at, LocalDate day, Event event) {}
