package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The SPI devices of a device file: a board has one to itself, counter displays share theirs. */
final class SpiBuses {
  /** Bus and chip select as the kernel names them; Pi4J knows the buses 0–6. */
  private static final Pattern SPI = Pattern.compile("/dev/spidev[0-6]\\.\\d{1,3}");

  private final Ids ids;
  private final List<Found<String>> boards = new ArrayList<>();
  private final Map<String, Found<String>> displays = new HashMap<>();

  SpiBuses(Ids ids) {
    this.ids = ids;
  }

  void board(Section section, Found<String> spi) {
    if (real(section, spi)) {
      boards.add(spi);
    }
  }

  void display(Section section, Found<String> spi) {
    if (real(section, spi)) {
      displays.putIfAbsent(spi.value(), spi);
    }
  }

  private static boolean real(Section section, Found<String> spi) {
    if (spi.value().equals(DeviceFile.SIMULATED)) {
      return false;
    }
    if (!SPI.matcher(spi.value()).matches()) {
      section.refuse(
          spi,
          Nearest.hint(spi.value(), List.of("/dev/spidev0.0", DeviceFile.SIMULATED))
              + both(
                  "应为 SPI 设备路径或 \"simulated\"", "expected /dev/spidev0.0 … 6.N, or \"simulated\""));
    }
    return true;
  }

  /** Reports every device that two boards, or a board and a display, would have. */
  void end() {
    List<Found<String>> all = new ArrayList<>(boards);
    all.addAll(displays.values());
    ids.unique(all, "board spi");
  }
}
