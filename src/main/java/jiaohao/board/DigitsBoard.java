package jiaohao.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A board of seven-segment digits, one call a chip: number at the left, counter at the right, such
 * as {@code A001 1}. The latest call is on the first chip, the one whose data input is wired to
 * this box; older calls follow down the chain, chips without a call stay blank, or show the time on
 * the first and how many wait on the last if that is asked for.
 */
public final class DigitsBoard implements Board {
  private static final int COLUMNS = Max7219.DIGITS;
  private static final int COUNTER_COLUMNS = 2;
  private static final int NUMBER_COLUMNS = COLUMNS - COUNTER_COLUMNS;
  private static final String BLANK = " ".repeat(COLUMNS);

  /** Everybody is to leave: no number may keep anyone. */
  private static final String STOP = "  STOP  ";

  private static final String STARTING = "-".repeat(COLUMNS);

  private final Chain chain;
  private final boolean idleClock;

  /** A board that stays blank where nobody is called. */
  public DigitsBoard(Spi spi, int chips) {
    this(spi, chips, false);
  }

  /**
   * Takes over the bus, and closes it when closed itself.
   *
   * @param chips in the chain, 1–64
   * @param idleClock show time and count where nobody is called
   */
  public DigitsBoard(Spi spi, int chips, boolean idleClock) {
    this.chain = new Chain(spi, chips);
    this.idleClock = idleClock;
  }

  @Override
  public long show(Picture picture) throws IOException {
    List<String> lines = lines(picture);
    List<Shown> calls = picture.urgent() ? List.of() : picture.calls();
    chain.show(
        picture.brightness(),
        chip -> picture.dark() && blinks(picture, calls, chip) ? 0 : 1,
        (chip, digit) -> SegmentFont.segments(lines.get(chip).charAt(COLUMNS - 1 - digit)));
    return REPEAT_MILLIS;
  }

  private boolean blinks(Picture picture, List<Shown> calls, int chip) {
    boolean sign = !picture.sign().isEmpty() && chip == signed(calls, chain.chips());
    return chip < calls.size() && calls.get(chip).blinking() && !sign;
  }

  /** Eight characters for every chip. */
  private List<String> lines(Picture picture) {
    if (picture.urgent()) {
      return Collections.nCopies(chain.chips(), STOP);
    }
    List<String> lines = new ArrayList<>();
    picture.calls().stream().limit(chain.chips()).map(DigitsBoard::line).forEach(lines::add);
    while (lines.size() < chain.chips()) {
      lines.add(BLANK);
    }
    if (picture.around().starting()) {
      lines.set(0, STARTING);
    } else if (idleClock) {
      fillIdle(lines, picture);
    }
    if (!picture.sign().isEmpty()) {
      lines.set(signed(picture.calls(), lines.size()), centred(picture.sign()));
    }
    return lines;
  }

  /** Below all calls; on a short chain the last of them waits for a moment. */
  private static int signed(List<Shown> calls, int chips) {
    return Math.min(calls.size(), chips - 1);
  }

  private static String centred(String word) {
    String shown = word.substring(0, Math.min(word.length(), COLUMNS));
    int left = (COLUMNS - shown.length()) / 2;
    return " ".repeat(left) + shown + " ".repeat(COLUMNS - left - shown.length());
  }

  /** A count stands between dashes, so that nobody takes it for a window. */
  private static void fillIdle(List<String> lines, Picture picture) {
    if (picture.calls().isEmpty()) {
      lines.set(0, clock(picture.around().clock()));
    }
    int last = lines.size() - 1;
    int waiting = picture.around().waiting();
    if (waiting > 0 && lines.get(last).isBlank()) {
      lines.set(last, String.format("--%4d--", Math.min(waiting, 9999)));
    }
  }

  private static String clock(String time) {
    return time.isEmpty() ? BLANK : "  " + time.replace(':', '-') + " ";
  }

  /** The eight characters of one call. */
  static String line(Shown call) {
    String number = call.number();
    String shown = number.substring(0, Math.min(number.length(), NUMBER_COLUMNS));
    boolean called = call.counter() != Shown.NO_COUNTER;
    String counter = called ? Integer.toString(call.counter()) : "";
    return shown + " ".repeat(Math.max(0, COLUMNS - shown.length() - counter.length())) + counter;
  }

  @Override
  public void close() {
    chain.close();
  }
}
