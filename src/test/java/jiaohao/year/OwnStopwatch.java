package jiaohao.year;

import jiaohao.hall.Event;
import jiaohao.hall.Fact;

/** Reckons with time that counts, from the facts alone. */
final class OwnStopwatch {
  private long excluded;
  private long stoppedAt;
  private boolean suspended;
  private boolean onBreak;

  void see(Fact fact) {
    long at = fact.at().toInstant().toEpochMilli();
    boolean stood = stands();
    switch (fact.event()) {
      case Event.HallSuspended _ -> suspended = true;
      case Event.HallResumed _ -> suspended = false;
      case Event.BreakStarted _ -> onBreak = true;
      case Event.BreakEnded _ -> onBreak = false;
      case Event.TimeExcluded left -> excluded += stood ? 0 : left.millis();
      default -> {}
    }
    if (!stood && stands()) {
      stoppedAt = at;
    } else if (stood && !stands()) {
      excluded += at - stoppedAt;
    }
  }

  private boolean stands() {
    return suspended || onBreak;
  }

  long reading(Fact fact) {
    long at = fact.at().toInstant().toEpochMilli();
    return (stands() ? stoppedAt : at) - excluded;
  }
}
