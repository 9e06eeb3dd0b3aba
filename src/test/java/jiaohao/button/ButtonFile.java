package jiaohao.button;

import java.util.Optional;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Pull;
import jiaohao.hall.Verb;

/** Buttons as a device file describes them. */
final class ButtonFile {
  private ButtonFile() {}

  static DeviceFile.Button simulated(int place, String press) {
    return button(DeviceFile.SIMULATED, place, press, Optional.empty());
  }

  static DeviceFile.Button simulated(int place, String press, String held) {
    return button(DeviceFile.SIMULATED, place, press, Optional.of(Verb.parse(held)));
  }

  static DeviceFile.Button real(String chip, int offset, boolean activeLow, Pull pull) {
    return new DeviceFile.Button(
        chip, offset, activeLow, pull, Verb.parse("next 1"), Optional.empty());
  }

  private static DeviceFile.Button button(
      String chip, int offset, String press, Optional<Verb> held) {
    return new DeviceFile.Button(chip, offset, true, Pull.UP, Verb.parse(press), held);
  }
}
