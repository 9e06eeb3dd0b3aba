package jiaohao.config;

import static jiaohao.config.Examples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The two files as the project's book shows them, comments and all. */
class InterfaceExamplesTest {
  private static final String HALL =
      """
      [hall]
      id = "chebei-01"              # [a-z0-9-]{1,32}; unique at the centre
      name = { zh = "城北机动车检测站", en = "North Vehicle Inspection" }
      timezone = "Asia/Shanghai"
      languages = ["zh", "en"]      # the first is the default
      day_starts = "04:00"          # a new business day, new numbers
      no_paper = "announce"         # printer out: speak and show the number, or "refuse" the press
      reprint_within_s = 600        # an unprinted slip older than this is not printed late
      [[hours]]                     # none at all = always open
      days = "mon-sat"              # also "mon", "sat-sun"
      open = "08:30"
      close = "17:00"

      [[service]]
      id = "inspection"
      prefix = "A"                  # one letter; numbers A001 … A999; then A-numbers are refused for the day with a clear notice
      name = { zh = "年检", en = "Annual inspection" }
      papers = ["行驶证", "车钥匙"]
      stages = ["checkin", "certificate"]   # left out: one stage with the service's own id

      [[stage]]                     # left out: as named by services
      id = "checkin"
      name = { zh = "报检", en = "Check-in" }
      limit_s = 30                  # time standard for one customer
      wait_limit_s = 900            # longer waits are apologized for

      [[counter]]
      number = 1
      stages = ["checkin"]          # in order of preference
      stand_in = 2                  # who takes over when this one is paused (AB角)
      """;

  private static final String DEVICE =
      """
      [printer]                     # or [[printer]] with id
      port = "/dev/kiosk/printer"   # any tty, or "simulated"
      baud = 9600
      width_mm = 80
      flow = "none"                 # "rtscts", "xonxoff"
      [board]                       # or [[board]] with counters = [1, 2]
      spi = "/dev/spidev0.0"        # or "simulated"
      chips = 8                     # MAX7219 in the chain
      face = "digits"               # 8 seven-segment digits a chip, or "matrix": 8×8 dots a chip (rows, order, rotation)
      [[button]]
      line = "gpiochip0:17"         # chip by name or label, or "simulated"; active = "low", pull = "up" by default
      press = "take inspection"
      held = "language en"          # optional: what a press of 1.5 s means; the short press then acts on release
      [voice]
      output = "alsa:default"       # or "file:DIR" (a WAV an announcement), "simulated", "off"
      [sync]
      nats = "nats://127.0.0.1:4222"   # left out: the kiosk keeps everything until it has one
      [console]
      listen = "127.0.0.1:8081"     # staff pages; left out: none
      [clock]
      trust = "auto"                # "always": believe the system clock
      """;

  /** The book shows one counter of two. */
  private static final String SECOND_COUNTER =
      """
      [[counter]]
      number = 2
      stages = ["certificate"]
      """;

  @Test
  void theHallFileIsReadAndItsSecondCounterIsMissed() {
    List<String> told = told(Examples.hall(HALL).problems());
    assertEquals(2, told.size(), () -> String.join("\n", told));
    assertTrue(told.get(0).startsWith("19:22: ") && told.get(0).contains("missing counter"));
    assertTrue(told.get(1).startsWith("30:12: ") && told.get(1).contains("no counter 2"));
  }

  @Test
  void theHallFileWithItsSecondCounterIsClean() {
    assertEquals(List.of(), told(Examples.hall(HALL + SECOND_COUNTER).problems()));
  }

  @Test
  void theDeviceFileIsClean() {
    assertEquals(List.of(), told(Examples.device(DEVICE).problems()));
  }

  @Test
  void theTwoFitEachOther() {
    assertEquals(
        List.of(), Checks.together(Examples.hall(HALL + SECOND_COUNTER), Examples.device(DEVICE)));
  }
}
