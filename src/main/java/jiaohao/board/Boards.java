package jiaohao.board;

import java.io.IOException;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Face;

/** Opens boards as the device file describes them. */
public final class Boards {
  /** Any seed will do for a simulated board that nobody holds to make it glitch. */
  private static final long SEED = 7219;

  private Boards() {}

  /**
   * Opens the bus or line and the board on it.
   *
   * @throws IOException when it cannot be had, which is worth another try later
   */
  public static Board open(DeviceFile.Board board) throws IOException {
    if (board.simulated()) {
      return new SimulatedBoard(board).open();
    }
    if (board.face() == Face.XUNPENG) {
      return new WindowScreen(TtyLine.open(board.port()));
    }
    // Before the bus is taken, which nobody would let go of again.
    BitmapFont font = board.face() == Face.MATRIX ? font(board) : null;
    Spi spi = SpiDevice.open(board.port());
    return font == null ? digits(board, spi) : matrix(board, spi, font);
  }

  /** A simulated chain of the length the board has. */
  public static SimulatedSpi simulated(DeviceFile.Board board) {
    return new SimulatedSpi(board.chips(), SEED);
  }

  /**
   * The board of digits or dots on a bus that is open already.
   *
   * @throws MissingFontException when it is a matrix and has nothing to write with
   */
  public static Board on(DeviceFile.Board board, Spi spi) throws MissingFontException {
    return board.face() == Face.MATRIX ? matrix(board, spi, font(board)) : digits(board, spi);
  }

  private static Board digits(DeviceFile.Board board, Spi spi) {
    return new DigitsBoard(spi, board.chips(), board.look().idleClock());
  }

  private static Board matrix(DeviceFile.Board board, Spi spi, BitmapFont font) {
    return new MatrixBoard(spi, board.chips(), board.layout(), font);
  }

  static BitmapFont font(DeviceFile.Board board) throws MissingFontException {
    return BitmapFont.open(board.look().font().orElse(BitmapFont.USUAL));
  }
}
