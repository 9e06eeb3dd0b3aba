package jiaohao;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.kiosk.Firmware;
import jiaohao.kiosk.RealDevices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: the firmware on real devices. */
@Command(name = "run", description = "Runs the firmware on real devices until it is told to stop.")
final class RunCommand implements Callable<Integer> {
  @Option(names = "--hall", required = true, paramLabel = "FILE", description = "The hall file.")
  private Path hall;

  @Option(
      names = "--device",
      required = true,
      paramLabel = "FILE",
      description = "The device file.")
  private Path device;

  @Option(
      names = "--state",
      required = true,
      paramLabel = "DIR",
      description = "Where the journal lies.")
  private Path state;

  @Override
  public Integer call() throws Exception {
    Optional<Files> files = Files.read(hall, device);
    if (files.isEmpty() || !Service.isStateDirectory(state)) {
      return Main.WRONG_USE;
    }
    Optional<String> simulated = files.get().device().firstSimulated();
    if (simulated.isPresent()) {
      System.err.println(
          device + ": " + simulated.get() + " is only simulated; name a real device, or use bench");
      return Main.WRONG_USE;
    }
    DeviceFile wired = files.get().device();
    Clock clock = Service.clock(wired);
    return Service.runUntilStopped(
        new Firmware(
            Service.start(files.get()),
            wired,
            new RealDevices(clock),
            clock,
            state,
            files.get().check()),
        "ready " + files.get().plan().id(),
        wired.console(),
        clock);
  }
}
