package jiaohao.kiosk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jiaohao.board.Board;
import jiaohao.board.Boards;
import jiaohao.board.SimulatedSpi;
import jiaohao.board.Spi;
import jiaohao.button.GpioLines;
import jiaohao.button.Lines;
import jiaohao.button.SimulatedLines;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.config.HallFile;
import jiaohao.config.SimulatedButtons;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.printer.PrintedSlip;
import jiaohao.printer.SerialSlipPrinter;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.printer.SlipPrinter;
import jiaohao.voice.Script;
import jiaohao.voice.SimulatedSpeaker;
import jiaohao.voice.Speaker;

/** A box wired otherwise than {@link Box}: several printers or none, devices that hang or break. */
class Wiring implements Devices {
  final HastyClock clock = new HastyClock();
  final Plan plan;
  final Map<String, SimulatedPrinter> printers = new LinkedHashMap<>();
  final SimulatedSpeaker speaker = SimulatedSpeaker.instant(clock);
  final SimulatedSpi spi = new SimulatedSpi(4, 1);
  boolean buttons = true;

  /** The machine's clock, which a test may let run ahead. */
  static final class HastyClock implements Clock {
    private volatile Duration ahead = Duration.ZERO;

    void pass(Duration duration) {
      ahead = ahead.plus(duration);
    }

    @Override
    public Instant wall() {
      return Instant.now().plus(ahead);
    }

    @Override
    public long nanos() {
      return System.nanoTime() + ahead.toNanos();
    }

    @Override
    public boolean trusted() {
      return true;
    }
  }

  Wiring(String... printerIds) {
    this(HallFile.parse("hall.toml", hall().getBytes(UTF_8)).value().orElseThrow(), printerIds);
  }

  Wiring(Plan plan, String... printerIds) {
    this.plan = plan;
    for (String id : printerIds) {
      printers.put(id, Box.quickPrinter(clock));
    }
  }

  static String hall() {
    return Box.HALL.formatted("");
  }

  Firmware start(Path stateDir) throws Exception {
    Firmware firmware = begin(stateDir);
    firmware.ready().get(10, TimeUnit.SECONDS);
    return firmware;
  }

  Firmware begin(Path stateDir) {
    return new Firmware(new Command.Start("test", plan, hall()), file(), this, clock, stateDir);
  }

  private DeviceFile file() {
    List<DeviceFile.Printer> wired = new ArrayList<>();
    for (String id : printers.keySet()) {
      wired.add(
          new DeviceFile.Printer(id, DeviceFile.SIMULATED, 115_200, 80, DeviceFile.Flow.NONE));
    }
    return new DeviceFile(
        wired,
        List.of(
            new DeviceFile.Board(
                "board", DeviceFile.SIMULATED, 4, DeviceFile.Face.DIGITS, Set.of())),
        buttons ? SimulatedButtons.of(plan) : List.of(),
        new DeviceFile.Voice(DeviceFile.SIMULATED),
        Optional.empty(),
        Optional.empty(),
        DeviceFile.Trust.ALWAYS);
  }

  @Override
  public SlipPrinter printer(DeviceFile.Printer file) {
    SimulatedPrinter printer = printers.get(file.id());
    return new SerialSlipPrinter(printer::connect, file.baud(), file.widthMillimetres(), clock);
  }

  @Override
  public Board board(DeviceFile.Board file) throws IOException {
    return Boards.on(file, bus());
  }

  Spi bus() {
    return spi;
  }

  @Override
  public Lines lines(List<DeviceFile.Button> wired) {
    // As on a real box, where lines that nobody wired cannot be had.
    return wired.isEmpty() ? new GpioLines(wired, clock) : SimulatedLines.real(wired, clock, 1);
  }

  @Override
  public Speaker speaker(DeviceFile.Voice voice, Script script) throws IOException {
    return speaker;
  }

  /** The board's chips that show something. */
  List<String> shown() {
    return spi.text().stream().filter(text -> !text.isEmpty()).toList();
  }

  List<PrintedSlip> slips(String printer) {
    return printers.get(printer).slips();
  }
}
