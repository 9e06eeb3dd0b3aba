package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import jiaohao.hall.Calendar;

/**
 * The opening hours of a hall file, for what refers to them.
 *
 * @param declared whether there are any
 * @param readable whether all of them could be read
 */
record Openings(boolean declared, boolean readable, List<Calendar.Hours> hours, Problems problems) {

  /** Reports what stands at {@code place} unless the hall has hours at all. */
  boolean need(Place place, String what) {
    if (!declared) {
      problems.undeclared(
          place,
          both(what + " 没有意义: 大厅从不关门", what + " means nothing: the hall never closes"),
          both("请写 [[hours]],或删去此项", "add [[hours]], or leave this out"));
    }
    return declared;
  }

  boolean on(DayOfWeek day) {
    return !readable || hours.stream().anyMatch(span -> span.days().contains(day));
  }

  /** The last ticket of a service must come while numbers are given out. */
  void checkLastTicket(Found<LocalTime> last) {
    if (need(last.place(), "last_ticket") && readable) {
      checkWithin(last, hours, problems);
    }
  }

  static void checkWithin(Found<LocalTime> last, List<Calendar.Hours> hours, Problems problems) {
    LocalTime time = last.value();
    boolean within =
        hours.stream().anyMatch(span -> time.isAfter(span.open()) && !time.isAfter(span.close()));
    if (!within) {
      problems.error(
          last.place(),
          both(
              "末次取号 " + time + " 不在营业时间内", "last_ticket " + time + " is outside the opening hours"),
          both("应晚于 open,不晚于 close", "expected after open, and not after close"));
    }
  }
}
