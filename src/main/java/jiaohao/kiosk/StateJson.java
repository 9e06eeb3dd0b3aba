package jiaohao.kiosk;

import jiaohao.report.StateReport;

/** The hall as pages read it at {@code /api/state}. */
public final class StateJson {
  private StateJson() {}

  /** The state now, as one JSON object. */
  public static String of(Kiosk kiosk) {
    return new StateReport(
            kiosk.state(),
            kiosk.faults(),
            kiosk.lastSeq(),
            kiosk.stored(),
            kiosk.wall(),
            kiosk::keptToday)
        .json();
  }
}
