package jiaohao.config;

import static jiaohao.config.Examples.changed;
import static jiaohao.config.Examples.device;
import static jiaohao.config.Examples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jiaohao.config.DeviceFile.Beeper;
import jiaohao.config.DeviceFile.Board;
import jiaohao.config.DeviceFile.Brightness;
import jiaohao.config.DeviceFile.CounterDisplay;
import jiaohao.config.DeviceFile.Face;
import jiaohao.config.DeviceFile.Layout;
import jiaohao.config.DeviceFile.Look;
import jiaohao.config.DeviceFile.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boards beyond plain digits, and the clerks' displays. */
class BoardReaderTest {
  private static final String BOARDS =
      """
      [[board]]
      id = "hall"
      spi = "/dev/spidev0.0"
      chips = 16
      face = "matrix"
      font = "/opt/fonts/guob16.pcf.gz"
      brightness = { "20:00" = 2, "07:00" = 8 }
      [[board]]
      id = "three"
      port = "/dev/ttyUSB1"
      face = "xunpeng"
      counters = [3]
      [[board]]
      id = "door"
      spi = "/dev/spidev0.1"
      chips = 2
      idle = "clock"
      brightness = 15
      [[counter_display]]
      counter = 1
      spi = "/dev/spidev1.0"
      beeper = "gpiochip0:22"
      beeper_active = "low"
      [[counter_display]]
      counter = 2
      spi = "/dev/spidev1.0"
      chip = 2
      supervisor = true
      """;

  @Test
  void everyKeyIsRead() {
    Reading<DeviceFile> reading = device(BOARDS);
    assertEquals(List.of(), reading.problems());
    Look dimmed =
        new Look(
            List.of(new Brightness(LocalTime.of(7, 0), 8), new Brightness(LocalTime.of(20, 0), 2)),
            Optional.of(Path.of("/opt/fonts/guob16.pcf.gz")),
            false);
    Look clock = new Look(List.of(new Brightness(LocalTime.MIN, 15)), Optional.empty(), true);
    Layout twoRows = new Layout(2, Order.ROWS, 0);
    DeviceFile file = reading.value().orElseThrow();
    assertEquals(
        List.of(
            new Board("hall", "/dev/spidev0.0", 16, Face.MATRIX, Set.of(), twoRows, dimmed),
            new Board("three", "/dev/ttyUSB1", 1, Face.XUNPENG, Set.of(3)),
            new Board("door", "/dev/spidev0.1", 2, Face.DIGITS, Set.of(), Layout.ONE_ROW, clock)),
        file.boards());
    assertEquals(
        List.of(
            new CounterDisplay(
                1, "/dev/spidev1.0", 1, Optional.of(new Beeper("gpiochip0", 22, true)), false),
            new CounterDisplay(2, "/dev/spidev1.0", 2, Optional.empty(), true)),
        file.counterDisplays());
  }

  @Test
  void theLastBrightnessOfADayHoldsUntilTheFirstOfTheNext() {
    Look look = device(BOARDS).value().orElseThrow().boards().getFirst().look();
    assertEquals(2, look.brightnessAt(LocalTime.of(6, 59), 4));
    assertEquals(8, look.brightnessAt(LocalTime.of(7, 0), 4));
    assertEquals(8, look.brightnessAt(LocalTime.of(19, 59), 4));
    assertEquals(2, look.brightnessAt(LocalTime.of(23, 0), 4));
    assertEquals(4, Look.USUAL.brightnessAt(LocalTime.NOON, 4));
  }

  @Test
  void simulatedDisplaysNeedNoPlaceInAChainAndAreToldOf() {
    String text =
        """
        [[counter_display]]
        counter = 1
        spi = "simulated"
        beeper = "simulated"
        [[counter_display]]
        counter = 2
        spi = "simulated"
        """;
    DeviceFile file = device(text).value().orElseThrow();
    assertEquals(Optional.of("counter_display 1"), file.firstSimulated());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          chips = 16                | chips = 15                   | 4:9  | 15 chips do not make 2 rows
          chips = 16                | chips = 16; rows = 1         | 5:8  | expected an even number
          "20:00" = 2               | "8:00" = 2                   | 7:16 | did you mean "08:00"?
          "20:00" = 2               | "20:00" = 16                 | 7:26 | a whole number 0–15
          { "20:00" = 2, "07:00" = 8 } | "dim"                     | 7:14 | wrong type
          font = "/opt/fonts/guob16.pcf.gz" | font = "guob16"      | 6:8  | expected the full path
          font = "/opt/fonts/guob16.pcf.gz" | idle = "clock"       | 6:1  | unknown key "idle"
          port = "/dev/ttyUSB1"     | port = "ttyUSB1"             | 10:8 | expected a tty
          port = "/dev/ttyUSB1"     | spi = "/dev/spidev0.2"       | 8:1  | missing key "port"
          counters = [3]            | chips = 1                    | 8:1  | missing key "counters"
          idle = "clock"            | idle = "time"                | 17:8 | expected one of: "blank", "clock"
          brightness = 15           | brightness = -1              | 18:14 | out of range
          spi = "/dev/spidev0.1"    | spi = "/dev/spidev1.0"       | 21:7 | duplicate board spi
          counter = 2               | counter = 1                  | 25:11 | duplicate counter_display counter
          chip = 2                  | chip = 1                     | 27:8 | duplicate counter_display chip
          beeper = "gpiochip0:22"   | beeper = "22"                | 22:10 | expected CHIP:LINE
          supervisor = true         | boss = true                  | 28:1 | unknown key "boss"
          """)
  void faultsAreFoundWhereTheyAre(String from, String to, String place, String says) {
    List<String> told = told(device(changed(BOARDS, from, to.replace("; ", "\n"))).problems());
    assertTrue(
        told.stream().anyMatch(line -> line.startsWith(place + ":") && line.contains(says)),
        told.toString());
  }

  @Test
  void displaysAreLookedForAmongTheHallsCounters() {
    List<String> told =
        told(
            Checks.together(
                Examples.hall(Examples.HALL),
                device("[[counter_display]]\ncounter = 77\nspi = \"simulated\"\n")));
    assertTrue(told.stream().anyMatch(line -> line.startsWith("2:11:")), told.toString());
  }
}
