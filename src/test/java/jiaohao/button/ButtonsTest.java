package jiaohao.button;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jiaohao.clock.Clock;
import jiaohao.clock.SimulatedClock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import org.junit.jupiter.api.Test;

class ButtonsTest {
  private static final List<DeviceFile.Button> PAD =
      List.of(
          ButtonFile.simulated(0, "take inspection", "language en"),
          ButtonFile.simulated(1, "next 1"));

  private final SimulatedClock clock = new SimulatedClock(Instant.EPOCH);
  private final Heard heard = new Heard();

  @Test
  void inVirtualTimeADayOfPressesTakesNoTime() throws Exception {
    long seed = 3;
    Random random = new Random(seed);
    SimulatedLines lines = SimulatedLines.virtual(PAD, clock, seed);
    List<String> meant = new ArrayList<>();
    try (Buttons buttons = new Buttons(PAD, lines, clock, heard)) {
      buttons.startDriven();
      for (int press = 0; press < 2_000; press++) {
        int button = random.nextInt(2);
        boolean held = random.nextBoolean();
        lines.press(button, held ? 1500 : 60 + random.nextInt(1_300));
        buttons.elapse();
        meant.add((held && button == 0 ? "held " : "short ") + button);
        clock.pass(Duration.ofMillis(random.nextInt(20_000)));
      }
    }
    assertEquals(meant, heard.all(), "seed " + seed);
  }

  @Test
  void inRealTimePressesActFromAThreadOfTheirOwn() throws Exception {
    Clock system = new SystemClock(SystemClock.Trust.ALWAYS);
    SimulatedLines lines = SimulatedLines.real(PAD, system, 5);
    try (Buttons buttons = new Buttons(PAD, lines, system, heard)) {
      buttons.start();
      lines.press(1, 60);
      assertEquals(List.of("short 1"), heard.await(1));
      lines.press(0, 60);
      assertEquals(List.of("short 1", "short 0"), heard.await(2));
      lines.press(0, 1500);
      assertEquals(List.of("short 1", "short 0", "held 0"), heard.await(3));
    }
  }

  @Test
  void aPressWaitsOutTheLockOutAndAnImpatientOneDoesNot() throws Exception {
    SimulatedLines lines = SimulatedLines.virtual(PAD, clock, 1);
    try (Buttons buttons = new Buttons(PAD, lines, clock, heard)) {
      buttons.startDriven();
      lines.press(1, 60);
      lines.pressAtOnce(1, 60);
      buttons.elapse();
      assertEquals(List.of("short 1"), heard.all());
      lines.press(1, 60);
      buttons.elapse();
      assertEquals(List.of("short 1", "short 1"), heard.all());
    }
  }

  @Test
  void twoButtonsPressedAtOnceBothAct() throws Exception {
    Clock system = new SystemClock(SystemClock.Trust.ALWAYS);
    SimulatedLines lines = SimulatedLines.real(PAD, system, 5);
    try (Buttons buttons = new Buttons(PAD, lines, system, heard)) {
      buttons.start();
      Thread other = Thread.ofVirtual().start(() -> press(lines, 0));
      press(lines, 1);
      other.join();
      assertEquals(List.of("short 0", "short 1"), heard.await(2).stream().sorted().toList());
    }
  }

  @Test
  void aStuckButtonIsToldAndClearedOnRelease() throws Exception {
    SimulatedLines lines = SimulatedLines.virtual(PAD, clock, 1);
    try (Buttons buttons = new Buttons(PAD, lines, clock, heard)) {
      buttons.startDriven();
      lines.press(1, 61_000);
      buttons.elapse();
    }
    assertEquals(List.of("short 1", "stuck 1", "freed 1"), heard.all());
  }

  @Test
  void aSimulatedPressReallyBounces() throws Exception {
    SimulatedLines lines = SimulatedLines.virtual(PAD, clock, 2);
    List<Boolean> levels = new ArrayList<>();
    lines.listen((button, pressed, nanos) -> levels.add(pressed));
    for (int press = 0; press < 20; press++) {
      lines.press(0, 60);
    }
    assertTrue(levels.size() > 2 + 2 * 20, "only " + levels.size() + " edges");
    assertEquals(false, levels.getLast());
  }

  @Test
  void aListenersMistakeLeavesTheButtonsAlive() throws Exception {
    SimulatedLines lines = SimulatedLines.virtual(PAD, clock, 1);
    Heard after = new Heard();
    Buttons.Listener clumsy =
        new Buttons.Listener() {
          @Override
          public void gesture(Gesture gesture) {
            after.gesture(gesture);
            throw new IllegalStateException("a mistake that this test makes on purpose");
          }

          @Override
          public void stuck(int button) {}

          @Override
          public void freed(int button) {}
        };
    try (Buttons buttons = new Buttons(PAD, lines, clock, clumsy)) {
      buttons.startDriven();
      lines.press(0, 60);
      lines.press(1, 60);
      buttons.elapse();
    }
    assertEquals(List.of("short 0", "short 1"), after.all());
  }

  @Test
  void aButtonThatIsNotSimulatedCannotBePressed() {
    SimulatedLines lines = SimulatedLines.virtual(PAD, clock, 1);
    assertThrows(IllegalArgumentException.class, () -> lines.press(2, 60));
  }

  @Test
  void closedButtonsHearNothing() throws Exception {
    SimulatedLines lines = SimulatedLines.virtual(PAD, clock, 1);
    Buttons buttons = new Buttons(PAD, lines, clock, heard);
    buttons.start();
    buttons.close();
    lines.press(0, 60);
    buttons.elapse();
    assertEquals(List.of(), heard.all());
    buttons.close();
  }

  private static void press(SimulatedLines lines, int button) {
    try {
      lines.press(button, 60);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
