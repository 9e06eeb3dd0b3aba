package jiaohao.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jiaohao.board.Board;
import jiaohao.board.Boards;
import jiaohao.board.Picture;
import jiaohao.board.SimulatedSpi;
import jiaohao.board.Spi;
import jiaohao.button.Lines;
import jiaohao.button.SimulatedLines;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.config.SimulatedButtons;
import jiaohao.hall.Plan;
import jiaohao.kiosk.Devices;
import jiaohao.printer.Printers;
import jiaohao.printer.SlipPrinter;
import jiaohao.voice.Script;
import jiaohao.voice.SilentSpeaker;
import jiaohao.voice.Speaker;

/**
 * A real printer port, simulated buttons, and boards that tell when a number first reached them.
 */
final class TappedDevices implements Devices {
  static final String DIGITS = "board";

  /** 64 by 16 dots: nearly everything that is shown on it moves. */
  static final String MATRIX = "matrix";

  private final Clock clock;
  private final Map<String, Long> shownNanos = new ConcurrentHashMap<>();
  private volatile String sought = "";
  private SimulatedLines lines;

  TappedDevices(Clock clock) {
    this.clock = clock;
  }

  static DeviceFile file(Plan plan, String port, int baud, Optional<DeviceFile.Sync> sync) {
    return new DeviceFile(
        List.of(new DeviceFile.Printer("printer", port, baud, 80, DeviceFile.Flow.NONE)),
        List.of(
            new DeviceFile.Board(DIGITS, DeviceFile.SIMULATED, 8, DeviceFile.Face.DIGITS, Set.of()),
            new DeviceFile.Board(
                MATRIX,
                DeviceFile.SIMULATED,
                16,
                DeviceFile.Face.MATRIX,
                Set.of(),
                new DeviceFile.Layout(2, DeviceFile.Order.ROWS, 0))),
        SimulatedButtons.of(plan),
        new DeviceFile.Voice("off"),
        sync,
        Optional.empty(),
        DeviceFile.Trust.ALWAYS);
  }

  @Override
  public SlipPrinter printer(DeviceFile.Printer printer) {
    return Printers.open(printer, clock);
  }

  @Override
  public Board board(DeviceFile.Board board) throws IOException {
    SimulatedSpi chips = Boards.simulated(board);
    return new TappedBoard(board, chips);
  }

  @Override
  public Lines lines(List<DeviceFile.Button> buttons) {
    lines = SimulatedLines.real(buttons, clock, 1);
    return lines;
  }

  @Override
  public Speaker speaker(DeviceFile.Voice voice, Script script) {
    return new SilentSpeaker();
  }

  SimulatedLines lines() {
    return lines;
  }

  /** The number whose first frame is to be noted. */
  void seek(String number) {
    shownNanos.clear();
    sought = number;
  }

  /** When a board's first frame of a picture with the number sought began; 0 while none has. */
  long shownNanos(String board) {
    return shownNanos.getOrDefault(board, 0L);
  }

  /** Knows which frames belong to a picture with the number sought. */
  private final class TappedBoard implements Board, Spi {
    private final String id;
    private final Board board;
    private final Spi chips;
    private boolean wanted;

    TappedBoard(DeviceFile.Board file, Spi chips) throws IOException {
      this.id = file.id();
      this.chips = chips;
      this.board = Boards.on(file, this);
    }

    @Override
    public long show(Picture picture) throws IOException {
      wanted = picture.calls().stream().anyMatch(call -> call.number().equals(sought));
      return board.show(picture);
    }

    @Override
    public void transfer(byte[] frame) throws IOException {
      if (wanted) {
        shownNanos.putIfAbsent(id, clock.nanos());
      }
      chips.transfer(frame);
    }

    @Override
    public void close() {
      chips.close();
    }
  }
}
