package jiaohao.printer;

import jiaohao.clock.SystemClock;

class SimulatedSlipPrinterTest extends SlipPrinterContract {
  private static final PrinterModel MODEL = PrinterModel.of(115_200, 80).feeding(2000);

  private final SimulatedPrinter paper =
      new SimulatedPrinter(MODEL, new SystemClock(SystemClock.Trust.ALWAYS));

  @Override
  SlipPrinter connect() {
    return new SerialSlipPrinter(
        paper::connect, MODEL.baud(), 80, new SystemClock(SystemClock.Trust.ALWAYS));
  }

  @Override
  SimulatedPrinter paper() {
    return paper;
  }

  @Override
  void hangUp() {
    paper.unplug();
  }

  @Override
  void comeBack() {
    paper.plugIn();
  }
}
