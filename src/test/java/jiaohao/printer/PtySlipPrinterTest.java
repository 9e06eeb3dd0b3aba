package jiaohao.printer;

import java.nio.file.Files;
import java.nio.file.Path;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The driver as the kiosk opens it, on a pseudo terminal behind a link as udev makes one. */
class PtySlipPrinterTest extends SlipPrinterContract {
  private static final PrinterModel MODEL = PrinterModel.of(115_200, 80).feeding(2000);

  @TempDir private Path dev;
  private PtyPrinter far;

  @Override
  SlipPrinter connect() throws Exception {
    comeBack();
    DeviceFile.Printer wired =
        new DeviceFile.Printer("printer", link().toString(), MODEL.baud(), 80, Flow.NONE);
    return Printers.open(wired, new SystemClock(SystemClock.Trust.ALWAYS));
  }

  @Override
  SimulatedPrinter paper() {
    return far.printer();
  }

  @Override
  void hangUp() throws Exception {
    far.close();
    Files.delete(link());
  }

  @Override
  void comeBack() throws Exception {
    far = new PtyPrinter(MODEL);
    Files.createSymbolicLink(link(), Path.of(far.slave()));
  }

  @AfterEach
  void end() {
    far.close();
  }

  private Path link() {
    return dev.resolve("printer");
  }
}
