package jiaohao.button;

import com.pi4j.Pi4J;
import com.pi4j.boardinfo.definition.BoardModel;
import com.pi4j.boardinfo.util.BoardInfoHelper;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;

/**
 * Buttons on the lines of a GPIO chip, through Pi4J and libgpiod. Pi4J knows one chip in a JVM, so
 * all buttons must be on the same. Its own debouncing is off; the one provider is named, because an
 * automatic context on an unknown board would quietly use mocks.
 */
public final class GpioLines implements Lines {
  private final List<DeviceFile.Button> buttons;
  private final Clock clock;
  private final GpioChips chips;
  private final DigitalInputProvider provider;
  private Optional<Context> context = Optional.empty();

  /**
   * Lines of those buttons that the device file does not call simulated; opened by {@link #listen}.
   *
   * @param buttons all of the device file, in its order
   * @param clock stamps the edges
   */
  public GpioLines(List<DeviceFile.Button> buttons, Clock clock) {
    this(buttons, clock, GpioChips.ofSystem(), GpioDDigitalInputProvider.newInstance());
  }

  GpioLines(
      List<DeviceFile.Button> buttons,
      Clock clock,
      GpioChips chips,
      DigitalInputProvider provider) {
    this.buttons = List.copyOf(buttons);
    this.clock = clock;
    this.chips = chips;
    this.provider = provider;
  }

  @Override
  public void listen(EdgeListener listener) throws IOException {
    String chip = onlyChip();
    try {
      context = Optional.of(open(chip));
      for (int button = 0; button < buttons.size(); button++) {
        if (!buttons.get(button).simulated()) {
          listen(button, listener);
        }
      }
    } catch (IOException e) {
      close();
      throw e;
    } catch (RuntimeException | LinkageError e) {
      // Without its native library, which exists for ARM only, Pi4J throws an Error.
      close();
      throw new IOException("GPIO 芯片打不开 / cannot open GPIO chip " + chip, e);
    }
  }

  private String onlyChip() throws IOException {
    Set<String> names = new TreeSet<>();
    for (DeviceFile.Button button : buttons) {
      if (!button.simulated()) {
        names.add(chips.name(button.chip()));
      }
    }
    if (names.size() != 1) {
      throw new IOException(
          "按键须接在同一个 GPIO 芯片上 / all buttons must be on one GPIO chip, not on " + names);
    }
    return names.iterator().next();
  }

  private Context open(String chip) {
    if (BoardInfoHelper.current().getBoardModel() == BoardModel.UNKNOWN) {
      // Pi4J opens no chip on a board it does not know.
      BoardInfoHelper.current().setBoardModel(BoardModel.GENERIC);
    }
    return Pi4J.newContextBuilder()
        .add(provider)
        .setGpioChipName(chip)
        .disableShutdownHook()
        .build();
  }

  private void listen(int index, EdgeListener listener) throws IOException {
    DeviceFile.Button button = buttons.get(index);
    try {
      DigitalInput input = provider.create(config(index, button));
      input.addListener(
          event -> listener.edge(index, pressed(button, level(input, event.state())), now()));
      listener.edge(index, pressed(button, input.state()), now());
    } catch (RuntimeException e) {
      throw new IOException("按键线不可用 / cannot have button line " + button.line(), e);
    }
  }

  private DigitalInputConfig config(int index, DeviceFile.Button button) {
    return DigitalInputConfig.newBuilder(context.orElseThrow())
        .id("button-" + index)
        .address(button.offset())
        .pull(pull(button.pull()))
        .debounce(0L)
        .build();
  }

  /**
   * The level now rather than that of the edge: the kernel queues 16 edges and drops what bounces
   * beyond them, so the last edge heard may not be the last there was.
   */
  private static DigitalState level(DigitalInput input, DigitalState ofEdge) {
    try {
      return input.state();
    } catch (RuntimeException e) {
      return ofEdge;
    }
  }

  private static boolean pressed(DeviceFile.Button button, DigitalState level) {
    return (level == DigitalState.HIGH) != button.activeLow();
  }

  private static PullResistance pull(DeviceFile.Pull pull) {
    return switch (pull) {
      case UP -> PullResistance.PULL_UP;
      case DOWN -> PullResistance.PULL_DOWN;
      case NONE -> PullResistance.OFF;
    };
  }

  private long now() {
    return clock.nanos();
  }

  @Override
  public void close() {
    context.ifPresent(Context::shutdown);
    context = Optional.empty();
  }
}
