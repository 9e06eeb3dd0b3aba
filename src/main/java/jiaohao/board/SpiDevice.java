package jiaohao.board;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.spi.SpiBus;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiMode;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.plugin.linuxfs.provider.spi.LinuxFsSpiProvider;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel's SPI device, through Pi4J. The bus runs in mode 0 at 1 MHz, a tenth of what the chip
 * takes, because board cables are long. Each device has a Pi4J context of its own, with the one
 * provider named: an automatic context on an unknown board would quietly use mocks.
 */
public final class SpiDevice implements Spi {
  private static final Pattern DEVICE = Pattern.compile("/dev/spidev(\\d{1,3})\\.(\\d{1,3})");
  private static final int CLOCK_HERTZ = 1_000_000;

  private final String device;
  private final Context context;
  private final com.pi4j.io.spi.Spi spi;

  private SpiDevice(String device, Context context, com.pi4j.io.spi.Spi spi) {
    this.device = device;
    this.context = context;
    this.spi = spi;
  }

  /**
   * Opens a device.
   *
   * @param device /dev/spidevBUS.CHANNEL, bus 0–6
   * @throws IOException when there is no such device or it cannot be had
   */
  public static SpiDevice open(String device) throws IOException {
    return open(device, LinuxFsSpiProvider.newInstance());
  }

  static SpiDevice open(String device, SpiProvider provider) throws IOException {
    Matcher parts = DEVICE.matcher(device);
    SpiBus bus = parts.matches() ? SpiBus.getByNumber(Integer.parseInt(parts.group(1))) : null;
    if (bus == null) {
      throw new IOException("SPI 端口 / SPI device " + device + ": expected /dev/spidev0.0 … 6.N");
    }
    int channel = Integer.parseInt(parts.group(2));
    Context context = Pi4J.newContextBuilder().add(provider).disableShutdownHook().build();
    try {
      return new SpiDevice(device, context, provider.create(config(context, bus, channel)));
    } catch (RuntimeException e) {
      context.shutdown();
      throw new IOException("SPI 端口打不开 / cannot open SPI device " + device, e);
    }
  }

  private static SpiConfig config(Context context, SpiBus bus, int channel) {
    return SpiConfig.newBuilder(context)
        .id("board")
        .bus(bus)
        .channel(channel)
        .mode(SpiMode.MODE_0)
        .baud(CLOCK_HERTZ)
        .build();
  }

  @Override
  public void transfer(byte[] frame) throws IOException {
    // Unlike Pi4J's other writes this one answers 0 for success and logs why it failed.
    if (spi.write(frame, 0, frame.length) < 0) {
      throw new IOException("SPI 写入失败 / cannot write to " + device);
    }
  }

  @Override
  public void close() {
    if (!context.isShutdown()) {
      // The context forgets its devices without closing them.
      spi.close();
      context.shutdown();
    }
  }
}
