package jiaohao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jiaohao.board.Board;
import jiaohao.board.CounterDisplays;
import jiaohao.board.SimulatedBoard;
import jiaohao.board.SimulatedSpi;
import jiaohao.button.Beeper;
import jiaohao.button.ButtonLines;
import jiaohao.button.Lines;
import jiaohao.button.SimulatedBeeper;
import jiaohao.button.SimulatedLines;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.kiosk.Devices;
import jiaohao.kiosk.RealDevices;
import jiaohao.printer.PrinterModel;
import jiaohao.printer.SerialSlipPrinter;
import jiaohao.printer.SimulatedPrinter;
import jiaohao.printer.SlipPrinter;
import jiaohao.printer.Trouble;
import jiaohao.voice.Script;
import jiaohao.voice.SimulatedSpeaker;
import jiaohao.voice.Speaker;

/**
 * The devices of a bench: those that the device file calls simulated are, the others are real. The
 * drivers are the real ones in any case, and only what lies beyond the wire is simulated. Any
 * thread may use it.
 */
public final class BenchDevices implements Devices {
  /** Any seed will do: a bench is tried, not replayed. */
  private static final long SEED = 8080;

  private final DeviceFile file;
  private final Clock clock;
  private final Devices real;
  private final SimulatedLines lines;
  private final SimulatedSpeaker speaker;
  private final Map<String, SimulatedBoard> boards = new LinkedHashMap<>();
  private final Map<Integer, SimulatedSpi> counterDisplays = new TreeMap<>();
  private final Map<Integer, SimulatedBeeper> beepers = new TreeMap<>();
  private final Map<String, Boolean> dead = new ConcurrentHashMap<>();
  private final Optional<SimulatedPrinter> printer;

  /**
   * Simulates what the file says is simulated.
   *
   * @param speaker says what there is to say, where the voice is simulated
   */
  public BenchDevices(DeviceFile file, Clock clock, SimulatedSpeaker speaker) {
    this.file = file;
    this.clock = clock;
    this.speaker = speaker;
    real = new RealDevices(clock);
    lines = SimulatedLines.real(file.buttons(), clock, SEED);
    for (DeviceFile.Board board : file.boards()) {
      if (board.simulated()) {
        boards.put(board.id(), new SimulatedBoard(board));
      }
    }
    for (DeviceFile.CounterDisplay display : file.counterDisplays()) {
      if (display.simulated()) {
        counterDisplays.put(display.counter(), CounterDisplays.simulated(List.of(display)));
      }
      if (display.beeper().filter(DeviceFile.Beeper::simulated).isPresent()) {
        beepers.put(display.counter(), new SimulatedBeeper());
      }
    }
    printer =
        file.printers().stream()
            .findFirst()
            .filter(DeviceFile.Printer::simulated)
            .map(one ->
                new SimulatedPrinter(PrinterModel.of(one.baud(), one.widthMillimetres()), clock));
  }

  @Override
  public SlipPrinter printer(DeviceFile.Printer asked) {
    if (!asked.simulated()) {
      return real.printer(asked);
    }
    SimulatedPrinter simulated = printer.orElseThrow();
    return new SerialSlipPrinter(
        simulated::connect, asked.baud(), asked.widthMillimetres(), asked.charset(), clock);
  }

  @Override
  public Board board(DeviceFile.Board board) throws IOException {
    SimulatedBoard simulated = boards.get(board.id());
    return simulated == null ? real.board(board) : simulated.open();
  }

  @Override
  public CounterDisplays counterDisplays(List<DeviceFile.CounterDisplay> chain) throws IOException {
    SimulatedSpi spi = counterDisplays.get(chain.getFirst().counter());
    return spi == null
        ? real.counterDisplays(chain)
        : new CounterDisplays(spi, CounterDisplays.chips(chain));
  }

  @Override
  public Beeper beeper(DeviceFile.Beeper beeper) throws IOException {
    return beeper.simulated() ? beepers.get(beeper.offset()) : real.beeper(beeper);
  }

  @Override
  public Lines lines(List<DeviceFile.Button> buttons) {
    return ButtonLines.of(buttons, clock, lines);
  }

  @Override
  public Speaker speaker(DeviceFile.Voice voice, Script script) throws IOException {
    return voice.output().equals(DeviceFile.SIMULATED) ? speaker : real.speaker(voice, script);
  }

  DeviceFile file() {
    return file;
  }

  Clock clock() {
    return clock;
  }

  SimulatedLines lines() {
    return lines;
  }

  SimulatedSpeaker speaker() {
    return speaker;
  }

  /** The simulated printer; empty when there is a real one, or none. */
  Optional<SimulatedPrinter> printer() {
    return printer;
  }

  /** The simulated boards by id, in the order of the device file. */
  Map<String, SimulatedBoard> boards() {
    return boards;
  }

  /** The simulated displays by counter, one chip each. */
  Map<Integer, SimulatedSpi> counterDisplays() {
    return counterDisplays;
  }

  /** How often a counter's simulated beeper has sounded; 0 where there is none. */
  int beeps(int counter) {
    SimulatedBeeper beeper = beepers.get(counter);
    return beeper == null ? 0 : beeper.beeps();
  }

  /** What is the matter with the simulated printer now, as the bench spells it. */
  String printerFault() {
    return printer.map(SimulatedPrinter::trouble).orElse(Trouble.NONE).code();
  }

  /** What is the matter with the simulated boards now, as the bench spells it. */
  String boardFault() {
    return dead.containsValue(true) ? "dead" : "none";
  }

  /** The simulated boards that {@code device} means: "board" all of them, "board:left" that one. */
  List<String> boardsMeant(String device) {
    List<String> meant = new ArrayList<>();
    for (String id : boards.keySet()) {
      if (device.equals("board") || device.equals("board:" + id)) {
        meant.add(id);
      }
    }
    return meant;
  }

  void glitch(String board) {
    boards.get(board).glitch();
  }

  void dead(String board, boolean refuses) {
    dead.put(board, refuses);
    boards.get(board).dead(refuses);
  }
}
