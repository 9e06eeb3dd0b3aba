package jiaohao.printer;

import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import org.junit.jupiter.api.BeforeEach;

class SimulatedPortTest extends PortContract {
  private final Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
  private SimulatedPrinter printer;

  @BeforeEach
  void begin() {
    printer = new SimulatedPrinter(PrinterModel.of(115_200, 80).feeding(2000), clock);
  }

  @Override
  Port open() throws Exception {
    return printer.connect();
  }

  @Override
  SimulatedPrinter printer() {
    return printer;
  }

  @Override
  void hangUp() {
    printer.unplug();
  }

  @Override
  void comeBack() {
    printer.plugIn();
  }
}
