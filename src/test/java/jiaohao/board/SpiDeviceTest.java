package jiaohao.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.plugin.mock.provider.spi.MockSpi;
import com.pi4j.plugin.mock.provider.spi.MockSpiProviderImpl;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The wiring to Pi4J, tried on Pi4J's own mock where there is no bus. */
class SpiDeviceTest {
  private MockSpi opened;

  @Test
  void theDeviceNameBecomesBusAndChannel() throws Exception {
    try (Spi spi = SpiDevice.open("/dev/spidev1.2", provider(0))) {
      spi.transfer(new byte[] {0x0C, 0x01});
      SpiConfig config = opened.config();
      assertEquals(1, config.bus().getBus());
      assertEquals(2, config.channel());
      assertEquals(SpiMode.MODE_0, config.mode());
      assertEquals(1_000_000, config.baud());
      assertArrayEquals(new byte[] {0x0C, 0x01}, opened.readEntireMockBuffer());
    }
  }

  @Test
  void twoBoardsOnOneBusAreFine() throws Exception {
    try (Spi one = SpiDevice.open("/dev/spidev0.0", provider(0));
        Spi other = SpiDevice.open("/dev/spidev0.1", provider(0))) {
      one.transfer(new byte[] {1, 2});
      other.transfer(new byte[] {3, 4});
      assertArrayEquals(new byte[] {3, 4}, opened.readEntireMockBuffer());
    }
  }

  @Test
  void aFailedWriteIsAnErrorThatNamesTheDevice() throws Exception {
    try (Spi spi = SpiDevice.open("/dev/spidev0.0", provider(-1))) {
      IOException failure = assertThrows(IOException.class, () -> spi.transfer(new byte[] {0, 0}));
      assertTrue(failure.getMessage().contains("/dev/spidev0.0"), failure.getMessage());
    }
  }

  @Test
  void aNameThatIsNoSpiDeviceIsRefused() {
    for (String name :
        new String[] {"/dev/ttyUSB0", "/dev/spidev0", "/dev/spidev7.0", "spidev0.0"}) {
      IOException refusal = assertThrows(IOException.class, () -> SpiDevice.open(name));
      assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
    }
  }

  @Test
  void aDeviceThatIsNotThereIsAnErrorAndNotAMock() {
    assertThrows(IOException.class, () -> SpiDevice.open("/dev/spidev6.99"));
  }

  /** As Pi4J's file system provider answers: 0 for success, -1 for failure. */
  private SpiProvider provider(int answer) {
    return new MockSpiProviderImpl() {
      @Override
      public MockSpi create(SpiConfig config) {
        opened =
            new MockSpi(this, config) {
              @Override
              public int write(byte[] data, int offset, int length) {
                super.write(data, offset, length);
                return answer;
              }
            };
        context.registry().add(opened);
        return opened;
      }
    };
  }
}
