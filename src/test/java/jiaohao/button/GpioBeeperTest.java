package jiaohao.button;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import jiaohao.config.DeviceFile;
import org.junit.jupiter.api.Test;

class GpioBeeperTest {
  private static final DeviceFile.Beeper LINE = new DeviceFile.Beeper("gpiochip0", 22, false);

  @Test
  void whatIsNoGpioChipHasNoLines() {
    for (String path : new String[] {"/dev/null", "/dev/gpiochip-not-there"}) {
      IOException refusal =
          assertThrows(IOException.class, () -> GpioBeeper.open(Path.of(path), LINE));
      assertTrue(refusal.getMessage().contains("gpiochip0:22"), refusal.getMessage());
    }
  }

  @Test
  void aChipOfAnotherNameIsRefusedWithThoseThereAre() {
    DeviceFile.Beeper beeper = new DeviceFile.Beeper("no-such-chip", 22, false);
    IOException refusal = assertThrows(IOException.class, () -> Beepers.open(beeper));
    assertTrue(refusal.getMessage().contains("no-such-chip"), refusal.getMessage());
  }

  @Test
  void aSimulatedBeeperCountsAndIsSilentWhenClosed() throws Exception {
    SimulatedBeeper beeper = new SimulatedBeeper();
    for (int beep = 0; beep < 3; beep++) {
      beeper.sound(true);
      beeper.sound(true);
      beeper.sound(beep == 2);
    }
    assertEquals(3, beeper.beeps());
    assertTrue(beeper.sounding());
    beeper.close();
    assertFalse(beeper.sounding());
  }
}
