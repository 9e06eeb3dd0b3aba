package jiaohao;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.console.Console;
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

  /** Whether this can be a state directory; tells, if it cannot. */
  static boolean isStateDirectory(Path state) {
    boolean fits = !java.nio.file.Files.exists(state) || java.nio.file.Files.isDirectory(state);
    if (!fits) {
      System.err.println("--state " + state + ": 不是目录 / is not a directory; 请指定一个目录 / name one");
    }
    return fits;
  }

  /**
   * Says {@code ready} once presses are taken, then opens the pages on the LAN if the device file
   * wants them, and stops in an orderly way when told to.
   *
   * @return only when the firmware cannot be ready, or cannot go on: whoever started it may start
   *     it again; otherwise the process ends with 0 on SIGTERM
   */
  static int runUntilStopped(
      Firmware firmware, String ready, Optional<DeviceFile.Console> pages, Clock clock)
      throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(firmware)));
    try {
      firmware.ready().get();
      System.out.println(ready);
      pages.ifPresent(where -> Console.start(where, firmware.kiosk(), clock));
      firmware.ended().get();
      new CountDownLatch(1).await(); // the hook is about to end the process
      return Main.FINE;
    } catch (ExecutionException hopeless) {
      System.err.println(hopeless.getCause().getMessage());
      return Main.FAULT;
    }
  }

  /** An orderly stop is a success, although the JVM would report the signal. */
  private static void stop(Firmware firmware) {
    boolean failed = firmware.ended().isCompletedExceptionally();
    firmware.close();
    Runtime.getRuntime().halt(failed ? Main.FAULT : Main.FINE);
  }
}
