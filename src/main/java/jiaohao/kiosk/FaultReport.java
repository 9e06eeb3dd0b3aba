package jiaohao.kiosk;

import java.util.Set;
import jiaohao.hall.Command;
import jiaohao.hall.Event;
import jiaohao.health.Fault;

/** Tells the hall which faults of one device have come and gone. */
final class FaultReport {
  private final Kiosk kiosk;
  private final String device;

  FaultReport(Kiosk kiosk, String device) {
    this.kiosk = kiosk;
    this.device = device;
  }

  /** Makes the faults of the device exactly these. Waits for the commit, if there is news. */
  void now(Set<Fault> faults) throws InterruptedException {
    for (Event.FaultRaised known : kiosk.state().faults().values()) {
      boolean over = faults.stream().noneMatch(fault -> fault.code().equals(known.fault()));
      if (known.device().equals(device) && over) {
        kiosk.report(new Command.ClearFault(device, known.fault()));
      }
    }
    for (Fault fault : faults) {
      if (!on(fault)) {
        kiosk.report(new Command.RaiseFault(device, fault.code(), fault.stops()));
      }
    }
  }

  private boolean on(Fault fault) {
    return kiosk.state().faults().values().stream()
        .anyMatch(known -> known.device().equals(device) && known.fault().equals(fault.code()));
  }
}
