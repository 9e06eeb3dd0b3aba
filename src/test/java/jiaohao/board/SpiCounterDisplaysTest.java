package jiaohao.board;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

/** Runs where there is a real bus: on a Pi, or in the rig. */
class SpiCounterDisplaysTest extends CounterDisplaysContract {
  private static final String DEVICE = "/dev/spidev0.0";

  @BeforeEach
  void needsARealBus() {
    assumeTrue(Files.isWritable(Path.of(DEVICE)), "no " + DEVICE + " here");
  }

  @Override
  Spi bus() throws IOException {
    return SpiDevice.open(DEVICE);
  }
}
