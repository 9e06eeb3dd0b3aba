package jiaohao.kiosk;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import jiaohao.button.Buttons;
import jiaohao.button.Gesture;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.health.Fault;
import org.tinylog.Logger;

/** Keeps the buttons listened to, and tells when one is stuck or none can be read. */
final class ButtonWorker extends Worker implements Buttons.Listener {
  private static final long RETRY_MILLIS = 5000;

  private final Presses presses;
  private final Devices devices;
  private final List<DeviceFile.Button> file;
  private final Clock clock;
  private final FaultReport report;
  private final Set<Integer> stuck = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> tried = new CompletableFuture<>();
  private Optional<Buttons> buttons = Optional.empty();
  private boolean dead;

  ButtonWorker(
      Kiosk kiosk, Presses presses, Devices devices, List<DeviceFile.Button> file, Clock clock) {
    super("button");
    this.presses = presses;
    this.devices = devices;
    this.file = file;
    this.clock = clock;
    this.report = new FaultReport(kiosk, "button", clock);
  }

  @Override
  long work() throws InterruptedException {
    if (buttons.isEmpty()) {
      listen();
      tried.complete(null);
    }
    report.now(faults());
    return RETRY_MILLIS;
  }

  /** Done once the buttons are listened to, or that has failed and will be tried again. */
  CompletableFuture<Void> tried() {
    return tried;
  }

  private void listen() {
    try {
      Buttons opened = new Buttons(file, devices.lines(file), clock, this);
      listen(opened);
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      if (!dead) { // once, not every five seconds for as long as it lasts
        Logger.error("buttons: {}", unreadable.toString());
      }
      dead = true;
    }
  }

  private void listen(Buttons opened) throws IOException {
    try {
      opened.start();
      buttons = Optional.of(opened);
      dead = false;
    } finally {
      if (buttons.isEmpty()) {
        opened.close();
      }
    }
  }

  private Set<Fault> faults() {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    if (buttons.isEmpty()) {
      faults.add(Fault.BUTTONS_DEAD);
    }
    if (!stuck.isEmpty()) {
      faults.add(Fault.BUTTON_STUCK);
    }
    return faults;
  }

  @Override
  public void gesture(Gesture gesture) {
    presses.gesture(gesture);
  }

  @Override
  public void stuck(int button) {
    stuck.add(button);
    wake();
  }

  @Override
  public void freed(int button) {
    stuck.remove(button);
    wake();
  }

  @Override
  void release() {
    buttons.ifPresent(Buttons::close);
  }
}
