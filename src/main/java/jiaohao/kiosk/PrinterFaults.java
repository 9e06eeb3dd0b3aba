package jiaohao.kiosk;

import java.util.List;
import java.util.Set;
import jiaohao.clock.Clock;
import jiaohao.health.Fault;

/**
 * What the hall hears of its printers. One alone is "printer". Of several, each is "printer:ID",
 * and "printer" has a fault only while none of them can print.
 */
final class PrinterFaults {
  private record Told(PrinterStation station, FaultReport report) {}

  private final List<Told> each;
  private final List<PrinterStation> stations;
  private final FaultReport all;

  PrinterFaults(Kiosk kiosk, List<PrinterStation> stations, Clock clock) {
    this.stations = stations;
    this.each =
        stations.size() == 1
            ? List.of()
            : stations.stream()
                .map(one -> new Told(one, new FaultReport(kiosk, "printer:" + one.id(), clock)))
                .toList();
    this.all = new FaultReport(kiosk, "printer", clock);
  }

  void report() throws InterruptedException {
    for (Told told : each) {
      told.report().now(told.station().faults());
    }
    all.now(ofAll());
  }

  private Set<Fault> ofAll() {
    PrinterStation first = stations.getFirst();
    if (stations.size() == 1) {
      return first.faults();
    }
    return stations.stream().anyMatch(PrinterStation::able) ? Set.of() : first.stoppedBy();
  }
}
