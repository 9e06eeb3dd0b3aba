package jiaohao.button;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;

/** The lines of a device file's buttons, of which some may be real and some simulated. */
public final class ButtonLines implements Lines {
  private final List<Lines> parts;

  ButtonLines(List<Lines> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * Lines as the device file says; opened by {@link #listen}.
   *
   * @param simulated serves those buttons that are simulated
   */
  public static Lines of(List<DeviceFile.Button> buttons, Clock clock, SimulatedLines simulated) {
    List<Lines> parts = new ArrayList<>(List.of(simulated));
    if (buttons.stream().anyMatch(button -> !button.simulated())) {
      parts.add(new GpioLines(buttons, clock));
    }
    return new ButtonLines(parts);
  }

  @Override
  public void listen(EdgeListener listener) throws IOException {
    for (Lines part : parts) {
      part.listen(listener);
    }
  }

  @Override
  public void close() {
    parts.forEach(Lines::close);
  }
}
