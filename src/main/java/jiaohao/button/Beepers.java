package jiaohao.button;

import java.io.IOException;
import jiaohao.config.DeviceFile;

/** Opens beepers as the device file describes them. */
public final class Beepers {
  private Beepers() {}

  /**
   * Opens a beeper, silent.
   *
   * @throws IOException when its line cannot be had
   */
  public static Beeper open(DeviceFile.Beeper beeper) throws IOException {
    return beeper.simulated() ? new SimulatedBeeper() : GpioBeeper.open(beeper);
  }
}
