package jiaohao.printer;

import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;

/** Makes the printers that a device file names. */
public final class Printers {
  private Printers() {}

  /**
   * The printer on a real port. Never fails: a port that is not there shows as a fault and is
   * opened once it is.
   *
   * @throws IllegalArgumentException for a simulated printer, which the bench builds itself
   */
  public static SerialSlipPrinter open(DeviceFile.Printer wired, Clock clock) {
    if (wired.simulated()) {
      throw new IllegalArgumentException("printer " + wired.id() + " is only simulated");
    }
    return new SerialSlipPrinter(
        () -> SerialPort.open(wired.port(), wired.baud(), wired.flow()),
        wired.baud(),
        wired.widthMillimetres(),
        wired.charset(),
        clock);
  }
}
