package jiaohao.kiosk;

import java.util.Set;
import jiaohao.clock.Clock;
import jiaohao.health.Fault;

/**
 * Stands in for the printer a box does not have: the hall hears that there is none, so numbers are
 * spoken and shown, or refused, by its rule; and no paper is waited for.
 */
final class NoPrinter extends Worker {
  private static final long LOOK_MILLIS = 5000;

  private final Kiosk kiosk;
  private final FaultReport report;

  NoPrinter(Kiosk kiosk, Clock clock) {
    super("no printer");
    this.kiosk = kiosk;
    this.report = new FaultReport(kiosk, "printer", clock);
  }

  @Override
  long work() throws InterruptedException {
    report.now(Set.of(Fault.NO_PRINTER));
    for (OwedPaper owed : OwedPaper.of(kiosk.state(), kiosk.satellite()).toList()) {
      kiosk.report(owed.lost("no-printer"));
    }
    return LOOK_MILLIS;
  }

  @Override
  void release() {
    // There is nothing to let go of.
  }
}
