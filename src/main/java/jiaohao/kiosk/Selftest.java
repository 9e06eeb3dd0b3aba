package jiaohao.kiosk;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jiaohao.board.Board;
import jiaohao.board.CounterDisplays;
import jiaohao.board.CounterDisplays.Face;
import jiaohao.board.MissingFontException;
import jiaohao.board.Picture;
import jiaohao.board.Shown;
import jiaohao.button.Beeper;
import jiaohao.button.Lines;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.hall.Plan;
import jiaohao.hall.SlipTemplate;
import jiaohao.hall.Text;
import jiaohao.health.Fault;
import jiaohao.printer.Look;
import jiaohao.printer.Outcome;
import jiaohao.printer.Slip;
import jiaohao.printer.SlipPrinter;
import jiaohao.voice.Announcement;
import jiaohao.voice.Script;
import jiaohao.voice.Speaker;
import jiaohao.voice.Utterance;
import jiaohao.voice.VoiceException;
import jiaohao.voice.Wording;
import org.tinylog.Logger;

/** Exercises each device of a box once and says how it is, for the technician. */
public final class Selftest {
  /** Every segment lit but the ones no digit has: a dark one shows. */
  private static final Picture ALL_SEGMENTS = Picture.of(List.of(new Shown("8888", 88, false)));

  private static final long BEEP_MILLIS = 200;

  private final DeviceFile file;
  private final Devices devices;
  private final Clock clock;

  public Selftest(DeviceFile file, Devices devices, Clock clock) {
    this.file = file;
    this.devices = devices;
    this.clock = clock;
  }

  /**
   * Exercises the devices in the order of the file.
   *
   * @param line takes one line a device: {@code ok DEVICE}, or {@code FAULT DEVICE: …}
   * @return whether every device is in order
   */
  public boolean run(Consumer<String> line) {
    boolean ok = true;
    for (DeviceFile.Printer printer : file.printers()) {
      ok &= tell(line, printer.id(), print(printer));
    }
    for (DeviceFile.Board board : file.boards()) {
      ok &= tell(line, board.id(), show(board));
    }
    for (DeviceFile.CounterDisplay display : file.counterDisplays()) {
      ok &= tell(line, "counter_display " + display.counter(), show(display));
    }
    if (!file.buttons().isEmpty()) {
      ok &= tell(line, "button", listen());
    }
    ok &= tell(line, "voice", speak());
    Set<Fault> clockFaults = clock.trusted() ? Set.of() : Set.of(Fault.CLOCK_UNTRUSTED);
    return tell(line, "clock", clockFaults) && ok;
  }

  private static boolean tell(Consumer<String> line, String device, Set<Fault> faults) {
    if (faults.isEmpty()) {
      line.accept("ok " + device);
      return true;
    }
    String words =
        faults.stream()
            .map(fault -> fault.code() + ": " + fault.remedy("zh") + " / " + fault.remedy("en"))
            .collect(Collectors.joining("; "));
    line.accept("FAULT " + device + ": " + words);
    return false;
  }

  private Set<Fault> print(DeviceFile.Printer config) {
    try (SlipPrinter printer = devices.printer(config)) {
      Set<Fault> faults = EnumSet.noneOf(Fault.class);
      if (printer.print(slip()) instanceof Outcome.Kept(Fault fault)) {
        faults.add(fault);
      }
      faults.addAll(printer.faults());
      return faults;
    }
  }

  private Slip slip() {
    return new Slip(
        Text.of("叫号机自检", "Jiaohao self-test"),
        "T888",
        Text.of("中文测试:车辆检测", "Chinese test: 车辆检测"),
        Slip.Turn.behind(0),
        List.of(),
        LocalDateTime.ofInstant(clock.wall(), ZoneId.systemDefault()),
        "SELFTEST",
        Look.in("zh"),
        SlipTemplate.USUAL);
  }

  private Set<Fault> show(DeviceFile.Board config) {
    try (Board board = devices.board(config)) {
      board.show(ALL_SEGMENTS);
      return Set.of();
    } catch (MissingFontException missing) {
      return Set.of(Fault.BOARD_FONT);
    } catch (IOException dead) {
      return Set.of(Fault.BOARD_DEAD);
    }
  }

  /** Lights one display, those nearer in its chain go dark; and sounds its beeper once. */
  private Set<Fault> show(DeviceFile.CounterDisplay config) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    try (CounterDisplays display = devices.counterDisplays(List.of(config))) {
      List<Face> faces = new ArrayList<>(Collections.nCopies(config.chip() - 1, Face.BLANK));
      faces.add(new Face("88888888", true));
      display.show(faces);
    } catch (IOException dead) {
      faults.add(Fault.BOARD_DEAD);
    }
    if (config.beeper().isPresent() && !sounds(config.beeper().get())) {
      faults.add(Fault.BEEPER_DEAD);
    }
    return faults;
  }

  private boolean sounds(DeviceFile.Beeper config) {
    try (Beeper beeper = devices.beeper(config)) {
      beeper.sound(true);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BEEP_MILLIS));
      return true;
    } catch (IOException dead) {
      return false;
    }
  }

  private Set<Fault> listen() {
    try (Lines lines = devices.lines(file.buttons())) {
      lines.listen((button, pressed, nanos) -> {});
      return Set.of();
    } catch (IOException dead) {
      return Set.of(Fault.BUTTONS_DEAD);
    }
  }

  /** The number on the slip, to the counter on the board. */
  private Set<Fault> speak() {
    List<Utterance> words =
        new Wording(List.of("zh"), Plan.One.YI, Plan.Two.ER, Text.same("客户"), List.of())
            .call("T888", 88);
    try (Speaker speaker = devices.speaker(file.voice(), Script.trying(words))) {
      speaker.speak(new Announcement(words, true, false), () -> false);
      return speaker.faults();
    } catch (VoiceException known) {
      return Set.of(known.fault());
    } catch (IOException dead) {
      Logger.warn("voice: {}", dead.getMessage()); // a card's name is wrong in many ways
      return Set.of(Fault.VOICE_DEAD);
    }
  }
}
