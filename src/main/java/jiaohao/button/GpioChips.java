package jiaohao.button;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The GPIO chips of this box. Their numbers differ from board to board, their labels do not, but
 * Pi4J only takes the kernel's name; so the labels are asked of the kernel here.
 */
final class GpioChips {
  /** Asks one device for its label. */
  @FunctionalInterface
  interface Labels {
    Optional<String> of(Path device);
  }

  /**
   * GPIO_GET_CHIPINFO_IOCTL and struct gpiochip_info: name[32], label[32], lines (linux/gpio.h).
   */
  private static final long GET_CHIP_INFO = 0x8044B401L;

  private static final int CHIP_INFO_BYTES = 68;
  private static final int LABEL_OFFSET = 32;
  private static final int READ_ONLY = 0;

  private final Path devices;
  private final Labels labels;

  GpioChips(Path devices, Labels labels) {
    this.devices = devices;
    this.labels = labels;
  }

  static GpioChips ofSystem() {
    return new GpioChips(Path.of("/dev"), GpioChips::askKernel);
  }

  /**
   * The kernel's name of a chip.
   *
   * @param nameOrLabel "gpiochip0", or "pinctrl-bcm2711"
   * @throws IOException when there is no such chip; tells which there are
   */
  String name(String nameOrLabel) throws IOException {
    List<String> names = names();
    if (names.contains(nameOrLabel)) {
      return nameOrLabel;
    }
    Map<String, String> labelled = new TreeMap<>();
    for (String name : names) {
      labelled.put(name, labels.of(devices.resolve(name)).orElse("?"));
    }
    for (Map.Entry<String, String> chip : labelled.entrySet()) {
      if (chip.getValue().equals(nameOrLabel)) {
        return chip.getKey();
      }
    }
    throw new IOException(
        "没有 GPIO 芯片 / no GPIO chip " + nameOrLabel + "; there are (name=label) " + labelled);
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "gpiochip*")) {
      found.forEach(device -> names.add(device.getFileName().toString()));
    }
    return names;
  }

  /** Empty when the device cannot be opened or is no GPIO chip. */
  @SuppressWarnings("restricted")
  static Optional<String> askKernel(Path device) {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfInt number = ValueLayout.JAVA_INT;
    try (Arena arena = Arena.ofConfined()) {
      var open =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("open"),
              FunctionDescriptor.of(number, ValueLayout.ADDRESS, number),
              Linker.Option.firstVariadicArg(2));
      var close =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("close"), FunctionDescriptor.of(number, number));
      int file = (int) open.invokeExact(arena.allocateFrom(device.toString()), READ_ONLY);
      Optional<String> label = file < 0 ? Optional.empty() : label(linker, arena, file);
      int closed = file < 0 ? 0 : (int) close.invokeExact(file);
      return closed < 0 ? Optional.empty() : label;
    } catch (Throwable e) {
      throw new IllegalStateException("cannot ask the kernel for GPIO chips", e);
    }
  }

  @SuppressWarnings("restricted")
  private static Optional<String> label(Linker linker, Arena arena, int file) throws Throwable {
    var ioctl =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("ioctl"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS),
            Linker.Option.firstVariadicArg(2));
    MemorySegment info = arena.allocate(CHIP_INFO_BYTES);
    int answer = (int) ioctl.invokeExact(file, GET_CHIP_INFO, info);
    return answer < 0 ? Optional.empty() : Optional.of(info.getString(LABEL_OFFSET));
  }
}
