package jiaohao.hall;

import java.time.Duration;

/** What of the wall clock's time counts neither as waiting nor as serving. */
final class Times {
  private Times() {}

  /**
   * What passed while the box was off; a clock that woke in the past is made up for. It also tells
   * that the leaps of the process before count no more.
   */
  static void leaveOutOutage(Deciding deciding) {
    deciding
        .journalAt()
        .map(last -> Duration.between(last.toInstant(), deciding.wall()))
        .map(off -> off.minus(deciding.moment().leapt()).toMillis())
        .filter(off -> off != 0 || deciding.state().stopwatch().leaptMillis() != 0)
        .ifPresent(off -> deciding.happen(new Event.TimeExcluded("outage", off)));
  }

  /** A leap of the clock is not time that passed. */
  static void leaveOutLeap(Deciding deciding) {
    long leapt = deciding.moment().leapt().toMillis() - deciding.state().stopwatch().leaptMillis();
    if (leapt != 0) {
      deciding.happen(new Event.TimeExcluded("leap", leapt));
    }
  }
}
