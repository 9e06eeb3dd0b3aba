package jiaohao.button;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jiaohao.clock.SimulatedClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Pull;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wiring to Pi4J, tried on Pi4J's own mock where there is no chip. */
class GpioLinesTest {
  @TempDir Path devices;
  private final SimulatedClock clock = new SimulatedClock(Instant.EPOCH);
  private final Map<Integer, MockDigitalInput> inputs = new TreeMap<>();
  private final List<String> edges = new ArrayList<>();

  @BeforeEach
  void hasTwoChips() throws Exception {
    Files.createFile(devices.resolve("gpiochip0"));
    Files.createFile(devices.resolve("gpiochip4"));
  }

  @Test
  void anActiveLowLineIsPressedWhenLow() throws Exception {
    try (Lines lines = open(List.of(ButtonFile.real("gpiochip0", 17, true, Pull.UP)))) {
      assertEquals(List.of("0 true"), edges, "mock lines start low");
      inputs.get(17).mockState(DigitalState.HIGH);
      inputs.get(17).mockState(DigitalState.LOW);
      assertEquals(List.of("0 true", "0 false", "0 true"), edges, lines.toString());
    }
  }

  @Test
  void anActiveHighLineIsPressedWhenHigh() throws Exception {
    try (Lines lines = open(List.of(ButtonFile.real("gpiochip0", 4, false, Pull.DOWN)))) {
      inputs.get(4).mockState(DigitalState.HIGH);
      assertEquals(List.of("0 false", "0 true"), edges, lines.toString());
    }
  }

  @Test
  void everyLineIsAskedForWithItsPullAndWithoutDebouncing() throws Exception {
    List<DeviceFile.Button> buttons =
        List.of(
            ButtonFile.real("gpiochip0", 4, true, Pull.UP),
            ButtonFile.real("gpiochip0", 5, true, Pull.DOWN),
            ButtonFile.real("gpiochip0", 6, true, Pull.NONE));
    try (Lines lines = open(buttons)) {
      assertEquals(PullResistance.PULL_UP, inputs.get(4).config().pull(), lines.toString());
      assertEquals(PullResistance.PULL_DOWN, inputs.get(5).config().pull());
      assertEquals(PullResistance.OFF, inputs.get(6).config().pull());
      inputs.values().forEach(input -> assertEquals(0, input.config().debounce()));
    }
  }

  @Test
  void aButtonOnAPi4jLineIsHeardEndToEnd() throws Exception {
    List<DeviceFile.Button> file = List.of(ButtonFile.real("gpiochip0", 17, true, Pull.UP));
    Heard heard = new Heard();
    try (Buttons buttons = new Buttons(file, lines(file), clock, heard)) {
      buttons.startDriven();
      for (DigitalState level : List.of(DigitalState.HIGH, DigitalState.LOW, DigitalState.HIGH)) {
        inputs.get(17).mockState(level);
        clock.pass(Debounce.SETTLE);
        buttons.elapse();
      }
    }
    assertEquals(List.of("short 0"), heard.all());
  }

  @Test
  void realAndSimulatedButtonsWorkSideBySide() throws Exception {
    List<DeviceFile.Button> file =
        List.of(
            ButtonFile.simulated(0, "take inspection"),
            ButtonFile.real("gpiochip0", 17, true, Pull.UP));
    SimulatedLines simulated = SimulatedLines.virtual(file, clock, 1);
    Heard heard = new Heard();
    Lines both = new ButtonLines(List.of(simulated, lines(file)));
    try (Buttons buttons = new Buttons(file, both, clock, heard)) {
      buttons.startDriven();
      simulated.press(0, 60);
      inputs.get(17).mockState(DigitalState.HIGH);
      clock.pass(Debounce.SETTLE);
      inputs.get(17).mockState(DigitalState.LOW);
      clock.pass(Debounce.SETTLE);
      buttons.elapse();
      assertThrows(IllegalArgumentException.class, () -> simulated.press(1, 60));
    }
    assertEquals(List.of("short 0", "short 1"), heard.all());
  }

  @Test
  void aChipIsFoundByItsLabel() throws Exception {
    try (Lines lines =
        open(
            List.of(
                ButtonFile.real("pinctrl-rp1", 17, true, Pull.UP),
                ButtonFile.real("gpiochip4", 18, true, Pull.UP)))) {
      assertEquals(2, inputs.size(), lines.toString());
    }
  }

  @Test
  void buttonsOnTwoChipsAreRefusedInWords() {
    IOException refusal =
        refused(
            ButtonFile.real("gpiochip0", 1, true, Pull.UP),
            ButtonFile.real("gpiochip4", 1, true, Pull.UP));
    assertTrue(refusal.getMessage().contains("[gpiochip0, gpiochip4]"), refusal.getMessage());
  }

  @Test
  void anUnknownChipIsRefusedWithThoseThereAre() {
    IOException refusal = refused(ButtonFile.real("pinctrl-bcm2711", 1, true, Pull.UP));
    assertTrue(
        refusal.getMessage().contains("{gpiochip0=?, gpiochip4=pinctrl-rp1}"),
        refusal.getMessage());
  }

  @Test
  void aLineThatCannotBeHadIsNamed() {
    IOException refusal =
        refused(
            ButtonFile.real("gpiochip0", 9, true, Pull.UP),
            ButtonFile.real("gpiochip0", 9, true, Pull.UP));
    assertTrue(refusal.getMessage().contains("gpiochip0:9"), refusal.getMessage());
  }

  @Test
  void withoutItsNativeLibraryTheChipIsAnErrorAndNotAMock() {
    GpioLines lines =
        new GpioLines(
            List.of(ButtonFile.real("gpiochip0", 9, true, Pull.UP)),
            clock,
            chips(),
            com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider.newInstance());
    assertThrows(IOException.class, () -> lines.listen(this::note));
    lines.close();
  }

  @Test
  void theKernelTellsNoLabelOfWhatIsNoGpioChip() {
    assertEquals(Optional.empty(), GpioChips.askKernel(Path.of("/dev/null")));
    assertEquals(Optional.empty(), GpioChips.askKernel(devices.resolve("gpiochip9")));
  }

  private IOException refused(DeviceFile.Button... buttons) {
    return assertThrows(IOException.class, () -> open(List.of(buttons)));
  }

  private Lines open(List<DeviceFile.Button> buttons) throws IOException {
    Lines lines = lines(buttons);
    lines.listen(this::note);
    return lines;
  }

  private void note(int button, boolean pressed, long nanos) {
    assertEquals(clock.nanos(), nanos);
    edges.add(button + " " + pressed);
  }

  private GpioLines lines(List<DeviceFile.Button> buttons) {
    return new GpioLines(buttons, clock, chips(), new Provider());
  }

  private GpioChips chips() {
    Map<String, String> labels = Map.of("gpiochip4", "pinctrl-rp1");
    return new GpioChips(
        devices, device -> Optional.ofNullable(labels.get(device.getFileName().toString())));
  }

  private final class Provider extends MockDigitalInputProviderImpl {
    @Override
    public DigitalInput create(DigitalInputConfig config) {
      DigitalInput input = super.create(config);
      inputs.put(config.address(), (MockDigitalInput) input);
      return input;
    }
  }
}
