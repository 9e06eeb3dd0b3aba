package jiaohao.board;

import java.io.IOException;
import java.util.List;
import jiaohao.config.DeviceFile.CounterDisplay;

/**
 * The small displays that clerks have, one MAX7219 of eight digits each; those on one bus are one
 * chain. One thread uses it.
 */
public final class CounterDisplays implements AutoCloseable {
  /** Clerks sit right before them. */
  private static final int BRIGHTNESS = 2;

  private static final int PLACES = Max7219.DIGITS;
  private static final int POINTED_PLACES = 4;

  /**
   * What one shows.
   *
   * @param text at most eight digits, letters, dashes and blanks
   * @param points the points behind the number are lit: the quiet sign that time runs out
   */
  public record Face(String text, boolean points) {
    public static final Face BLANK = new Face("", false);

    private int segments(int place) {
      char character = place < text.length() ? text.charAt(place) : ' ';
      boolean pointed = points && place < POINTED_PLACES;
      return SegmentFont.segments(character) | (pointed ? SegmentFont.POINT : 0);
    }
  }

  private final Chain chain;

  /** Takes over the bus, and closes it when closed itself. */
  public CounterDisplays(Spi spi, int chips) {
    chain = new Chain(spi, chips);
  }

  /**
   * Opens the bus that these displays share.
   *
   * @throws IOException when it cannot be had
   */
  public static CounterDisplays open(List<CounterDisplay> displays) throws IOException {
    CounterDisplay any = displays.getFirst();
    return any.simulated()
        ? new CounterDisplays(simulated(displays), chips(displays))
        : new CounterDisplays(SpiDevice.open(any.spi()), chips(displays));
  }

  /** A simulated chain for these displays. */
  public static SimulatedSpi simulated(List<CounterDisplay> displays) {
    return new SimulatedSpi(chips(displays), displays.getFirst().counter());
  }

  /** How many chips such a chain has: as many as the farthest display needs. */
  public static int chips(List<CounterDisplay> displays) {
    return displays.stream().mapToInt(CounterDisplay::chip).max().orElse(1);
  }

  /**
   * Shows everything anew, settings too.
   *
   * @param faces by place in the chain, the nearest first; blank where there are fewer than chips
   * @throws IOException when the bus does not take it
   */
  public void show(List<Face> faces) throws IOException {
    chain.show(
        BRIGHTNESS,
        chip -> 1,
        (chip, digit) ->
            (chip < faces.size() ? faces.get(chip) : Face.BLANK).segments(PLACES - 1 - digit));
  }

  @Override
  public void close() {
    chain.close();
  }
}
