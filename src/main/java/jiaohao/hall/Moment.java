package jiaohao.hall;

import java.time.Instant;

/**
 * When something arrived, and how far the clock that says so may be believed.
 *
 * @param wall what the clock on the wall shows
 * @param trusted the system calls its clock synchronized, a real-time clock is present, or the
 *     supervisor confirmed it
 * @param steadySince the earliest wall time since which the clock has run without a leap in this
 *     process; never after {@code wall}
 */
public record Moment(Instant wall, boolean trusted, Instant steadySince) {}
