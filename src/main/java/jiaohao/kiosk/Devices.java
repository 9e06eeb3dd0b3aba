package jiaohao.kiosk;

import java.io.IOException;
import java.util.List;
import jiaohao.board.Board;
import jiaohao.board.CounterDisplays;
import jiaohao.button.Beeper;
import jiaohao.button.Beepers;
import jiaohao.button.Lines;
import jiaohao.config.DeviceFile;
import jiaohao.printer.SlipPrinter;
import jiaohao.voice.Script;
import jiaohao.voice.Speaker;

/**
 * Makes the devices a device file names: real ones in a hall, some of them simulated on a bench.
 */
public interface Devices {
  SlipPrinter printer(DeviceFile.Printer printer);

  /**
   * Opens a board.
   *
   * @throws IOException when its bus cannot be had
   */
  Board board(DeviceFile.Board board) throws IOException;

  /**
   * Opens the bus that these displays share.
   *
   * @throws IOException when it cannot be had
   */
  default CounterDisplays counterDisplays(List<DeviceFile.CounterDisplay> chain)
      throws IOException {
    return CounterDisplays.open(chain);
  }

  /**
   * Opens a beeper, silent.
   *
   * @throws IOException when its line cannot be had
   */
  default Beeper beeper(DeviceFile.Beeper beeper) throws IOException {
    return Beepers.open(beeper);
  }

  /** The lines of all buttons, by their index in the list. */
  Lines lines(List<DeviceFile.Button> buttons);

  /**
   * Opens what speaks.
   *
   * @param script what it will have to say
   * @throws IOException when its output cannot be had
   */
  Speaker speaker(DeviceFile.Voice voice, Script script) throws IOException;
}
