package jiaohao.kiosk;

import java.io.IOException;
import java.util.List;
import jiaohao.board.Board;
import jiaohao.board.Boards;
import jiaohao.button.GpioLines;
import jiaohao.button.Lines;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.printer.Printers;
import jiaohao.printer.SlipPrinter;
import jiaohao.voice.Script;
import jiaohao.voice.Speaker;
import jiaohao.voice.Speakers;

/** The devices of a hall. */
public final class RealDevices implements Devices {
  private final Clock clock;

  public RealDevices(Clock clock) {
    this.clock = clock;
  }

  @Override
  public SlipPrinter printer(DeviceFile.Printer printer) {
    return Printers.open(printer, clock);
  }

  @Override
  public Board board(DeviceFile.Board board) throws IOException {
    return Boards.open(board);
  }

  @Override
  public Lines lines(List<DeviceFile.Button> buttons) {
    return new GpioLines(buttons, clock);
  }

  @Override
  public Speaker speaker(DeviceFile.Voice voice, Script script) throws IOException {
    return Speakers.open(voice, script, clock);
  }
}
