package jiaohao;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFileReader;
import jiaohao.config.Reading;
import jiaohao.kiosk.RealDevices;
import jiaohao.kiosk.Selftest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code selftest}: exercises each device and says how it is. */
@Command(
    name = "selftest",
    description = "Exercises each device, prints a test slip, says ok or FAULT for each.")
final class SelftestCommand implements Callable<Integer> {
  @Option(
      names = "--device",
      required = true,
      paramLabel = "FILE",
      description = "The device file.")
  private Path device;

  @Override
  public Integer call() throws InterruptedException {
    Reading<DeviceFile> reading = DeviceFileReader.read(device);
    Files.tell(reading.problems());
    if (reading.value().isEmpty()) {
      return Main.WRONG_USE;
    }
    Clock clock = Service.clock(reading.value().get());
    Selftest selftest = new Selftest(reading.value().get(), new RealDevices(clock), clock);
    boolean ok = selftest.run(System.out::println);
    return ok ? Main.FINE : Main.FAULT;
  }
}
