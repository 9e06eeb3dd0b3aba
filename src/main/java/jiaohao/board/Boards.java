package jiaohao.board;

import java.io.IOException;
import jiaohao.config.DeviceFile;

/** Opens boards as the device file describes them. */
public final class Boards {
  /** Any seed will do for a simulated board that nobody holds to make it glitch. */
  private static final long SEED = 7219;

  private Boards() {}

  /**
   * Opens the bus and the board on it.
   *
   * @throws IOException when the bus cannot be had, which is worth another try later, or when there
   *     is no driver for such a face yet
   */
  public static Board open(DeviceFile.Board board) throws IOException {
    refuseUnsupported(board);
    return on(board, board.simulated() ? simulated(board) : SpiDevice.open(board.spi()));
  }

  /** A simulated chain of the length the board has. */
  public static SimulatedSpi simulated(DeviceFile.Board board) {
    return new SimulatedSpi(board.chips(), SEED);
  }

  /**
   * The board on a bus that is open already.
   *
   * @throws IOException when there is no driver for such a face yet
   */
  public static Board on(DeviceFile.Board board, Spi spi) throws IOException {
    refuseUnsupported(board);
    return new DigitsBoard(spi, board.chips());
  }

  private static void refuseUnsupported(DeviceFile.Board board) throws IOException {
    if (board.face() != DeviceFile.Face.DIGITS) {
      throw new IOException(
          "board "
              + board.id()
              + ": face = \"matrix\" 尚不支持 / is not yet supported; use face = \"digits\"");
    }
  }
}
