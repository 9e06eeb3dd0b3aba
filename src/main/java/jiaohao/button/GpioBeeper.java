package jiaohao.button;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import jiaohao.config.DeviceFile;
import org.tinylog.Logger;

/**
 * A beeper on an output line, asked of the kernel itself (GPIO v2 of linux/gpio.h): Pi4J has one
 * chip in a JVM and lets go of all its lines when any of its users ends, the buttons' too.
 */
@SuppressWarnings("restricted") // the linker: that is what this class is for
public final class GpioBeeper implements Beeper {
  private static final ValueLayout.OfInt NUMBER = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

  /** GPIO_V2_GET_LINE_IOCTL and struct gpio_v2_line_request. */
  private static final long GET_LINE = 0xC250B407L;

  private static final int REQUEST_BYTES = 592;
  private static final int CONSUMER_OFFSET = 256;
  private static final int FLAGS_OFFSET = 288;
  private static final int NUM_LINES_OFFSET = 560;
  private static final int FD_OFFSET = 588;
  private static final long ACTIVE_LOW = 1 << 1;
  private static final long OUTPUT = 1 << 3;

  /** GPIO_V2_LINE_SET_VALUES_IOCTL and struct gpio_v2_line_values: bits, then their mask. */
  private static final long SET_VALUES = 0xC010B40FL;

  private static final int VALUES_BYTES = 16;
  private static final int READ_WRITE = 2;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle OPEN =
      libc("open", FunctionDescriptor.of(NUMBER, ValueLayout.ADDRESS, NUMBER), 1);
  private static final MethodHandle CLOSE = libc("close", FunctionDescriptor.of(NUMBER, NUMBER), 1);
  private static final MethodHandle IOCTL =
      libc("ioctl", FunctionDescriptor.of(NUMBER, NUMBER, LONG, ValueLayout.ADDRESS), 2);

  private final String line;
  private final int file;
  private boolean open = true;

  private GpioBeeper(String line, int file) {
    this.line = line;
    this.file = file;
  }

  private static MethodHandle libc(String name, FunctionDescriptor shape, int fixed) {
    MemorySegment function = LINKER.defaultLookup().findOrThrow(name);
    return name.equals("close")
        ? LINKER.downcallHandle(function, shape)
        : LINKER.downcallHandle(function, shape, Linker.Option.firstVariadicArg(fixed));
  }

  /**
   * Takes the line as an output, silent.
   *
   * @throws IOException when there is no such chip, or another has the line
   */
  public static GpioBeeper open(DeviceFile.Beeper beeper) throws IOException {
    String chip = GpioChips.ofSystem().name(beeper.chip());
    return open(Path.of("/dev", chip), beeper);
  }

  static GpioBeeper open(Path chip, DeviceFile.Beeper beeper) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int device = (int) OPEN.invokeExact(arena.allocateFrom(chip.toString()), READ_WRITE);
      MemorySegment request = request(arena, beeper);
      int taken = device < 0 ? -1 : (int) IOCTL.invokeExact(device, GET_LINE, request);
      int closed = device < 0 ? 0 : (int) CLOSE.invokeExact(device);
      if (taken < 0 || closed < 0) {
        throw new IOException("蜂鸣器线不可用 / cannot have beeper line " + beeper.line());
      }
      return new GpioBeeper(beeper.line(), request.get(NUMBER, FD_OFFSET));
    } catch (IOException refused) {
      throw refused;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot ask the kernel for a GPIO line", e);
    }
  }

  private static MemorySegment request(Arena arena, DeviceFile.Beeper beeper) {
    MemorySegment request = arena.allocate(REQUEST_BYTES, Long.BYTES);
    request.set(NUMBER, 0, beeper.offset());
    request.setString(CONSUMER_OFFSET, "jiaohao beeper");
    request.set(LONG, FLAGS_OFFSET, OUTPUT | (beeper.activeLow() ? ACTIVE_LOW : 0));
    request.set(NUMBER, NUM_LINES_OFFSET, 1);
    return request;
  }

  @Override
  public void sound(boolean on) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment values = arena.allocate(VALUES_BYTES, Long.BYTES);
      values.set(LONG, 0, on ? 1 : 0);
      values.set(LONG, Long.BYTES, 1);
      if ((int) IOCTL.invokeExact(file, SET_VALUES, values) < 0) {
        throw new IOException("蜂鸣器写不进 / cannot set beeper line " + line);
      }
    } catch (IOException refused) {
      throw refused;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot set a GPIO line", e);
    }
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      sound(false);
    } catch (IOException unreachable) {
      Logger.debug("{} is not silenced", line);
    }
    try {
      int _ = (int) CLOSE.invokeExact(file);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot close a GPIO line", e);
    }
  }
}
