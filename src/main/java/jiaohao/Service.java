package jiaohao;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Command;
import jiaohao.kiosk.Firmware;

/** What {@code run} and {@code bench} have in common. */
final class Service {
  private Service() {}

  static Clock clock(DeviceFile device) {
    return new SystemClock(
        switch (device.clockTrust()) {
          case AUTO -> SystemClock.Trust.AUTO;
          case ALWAYS -> SystemClock.Trust.ALWAYS;
          case NEVER -> SystemClock.Trust.NEVER;
        });
  }

  static Command.Start start(Files files) {
    return new Command.Start(Version.words(), files.plan(), files.source());
  }

  /**
   * Says {@code ready} once presses are taken, and stops in an orderly way when told to.
   *
   * @return only when the firmware can never be ready; otherwise the process ends with 0 on SIGTERM
   */
  static int runUntilStopped(Firmware firmware, String ready) throws InterruptedException {
    Thread orderly = Thread.ofPlatform().name("stop").unstarted(() -> stop(firmware));
    Runtime.getRuntime().addShutdownHook(orderly);
    try {
      firmware.ready().get();
    } catch (ExecutionException hopeless) {
      Runtime.getRuntime().removeShutdownHook(orderly);
      System.err.println(hopeless.getCause().getMessage());
      firmware.close();
      return Main.FAULT;
    }
    System.out.println(ready);
    new CountDownLatch(1).await();
    return Main.FINE;
  }

  /** An orderly stop is a success, although the JVM would report the signal. */
  private static void stop(Firmware firmware) {
    firmware.close();
    Runtime.getRuntime().halt(Main.FINE);
  }
}
