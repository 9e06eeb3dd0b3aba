package jiaohao.board;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jiaohao.config.DeviceFile;
import jiaohao.config.DeviceFile.Face;

/**
 * A board of which only what lies beyond the wire is simulated: chips on a bus, or a window screen
 * on a line. What it shows is read back from the bytes the driver sent. Any thread may use it.
 */
public final class SimulatedBoard {
  private final DeviceFile.Board file;
  private final SimulatedSpi spi;
  private final SimulatedLine line = new SimulatedLine();
  private Optional<BitmapFont> font = Optional.empty();

  /** A board that has just got its power: blank. */
  public SimulatedBoard(DeviceFile.Board file) {
    this.file = file;
    this.spi = Boards.simulated(file);
  }

  /**
   * The real driver of such a board on the simulated wire.
   *
   * @throws MissingFontException when it is a matrix and has nothing to write with
   */
  public Board open() throws MissingFontException {
    return file.face() == Face.XUNPENG ? new WindowScreen(line) : Boards.on(file, spi);
  }

  /** One text a chip of digits, the nearest first; one a board for other faces. */
  public List<String> text() {
    return switch (file.face()) {
      case DIGITS -> spi.text();
      case XUNPENG -> List.of(line.text());
      case MATRIX -> List.of(matrixText());
    };
  }

  private String matrixText() {
    Dots dots = panel().dots(spi.registers(true));
    List<String> lines =
        IntStream.range(0, dots.height() / BitmapFont.HEIGHT)
            .mapToObj(
                line -> dots.part(0, line * BitmapFont.HEIGHT, dots.width(), BitmapFont.HEIGHT))
            .map(line -> font().map(with -> with.text(line)).orElse(""))
            .toList();
    return String.join("\n", lines).strip();
  }

  private synchronized Optional<BitmapFont> font() {
    if (font.isEmpty()) {
      try {
        font = Optional.of(Boards.font(file));
      } catch (IOException unreadable) {
        return Optional.empty(); // then nothing was written either
      }
    }
    return font;
  }

  private Panel panel() {
    return new Panel(file.chips(), file.layout());
  }

  /**
   * What is lit at this moment on digits, a chip per entry, the nearest first: eight bytes from
   * left to right with the decimal point in bit 7 and segments A to G in bits 6 to 0.
   */
  public List<byte[]> segments() {
    return file.face() == Face.DIGITS ? spi.segments() : List.of();
  }

  /** A picture of what is lit at this moment. */
  public byte[] png() {
    return switch (file.face()) {
      case DIGITS -> BoardPicture.digits(spi.segments());
      case MATRIX -> BoardPicture.dots(panel().dots(spi.registers(false)));
      case XUNPENG -> BoardPicture.screen(line.text(), line.colour());
    };
  }

  /** Frames taken so far. */
  public long frames() {
    return file.face() == Face.XUNPENG ? line.frames() : spi.frames();
  }

  /** A power dip or noise. */
  public void glitch() {
    spi.glitch();
    line.glitch();
  }

  /** From now on the wire refuses every frame, or takes them again. */
  public void dead(boolean refuses) {
    spi.dead(refuses);
    line.dead(refuses);
  }
}
