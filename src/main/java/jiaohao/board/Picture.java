package jiaohao.board;

import java.util.List;

/**
 * What there is to show at one moment, whatever shows it; each face takes of it what it can.
 *
 * @param calls the latest first, fresh ones before all others
 * @param dark in the dark half of a blink: blinking calls are not lit
 * @param notices what the hall tells everybody now, once in each language; between the calls
 * @param urgent the notices stand in place of everything else
 * @param sign a word for whoever has just pressed for a number and got none, of at most eight
 *     letters that seven segments show; empty for nobody
 * @param around what there is to see besides
 * @param brightness 0–15
 * @param millis reading of a clock that never goes back: whatever moves goes by it
 */
public record Picture(
    List<Shown> calls,
    boolean dark,
    List<String> notices,
    boolean urgent,
    String sign,
    Around around,
    int brightness,
    long millis) {
  /** 9/32 of full current (table 7): readable indoors, and one supply feeds a chain of chips. */
  public static final int USUAL_BRIGHTNESS = 4;

  /**
   * What a board shows where, and while, there are no calls.
   *
   * @param starting the box has not read its journal yet; nothing else is known
   * @param languages of the hall, the first is the default
   * @param clock "08:30"; empty while no time can be trusted
   * @param names of the hall, once in each language that has its own
   * @param waiting how many wait to be called to the board's windows
   */
  public record Around(
      boolean starting, List<String> languages, String clock, List<String> names, int waiting) {
    public static final Around NOTHING = new Around(false, List.of("zh"), "", List.of(), 0);

    public Around {
      languages = List.copyOf(languages);
      names = List.copyOf(names);
    }
  }

  public Picture {
    calls = List.copyOf(calls);
    notices = List.copyOf(notices);
  }

  /** Calls and nothing else, lit. */
  public static Picture of(List<Shown> calls) {
    return new Picture(calls, false, List.of(), false, "", Around.NOTHING, USUAL_BRIGHTNESS, 0);
  }

  /** The same of a box that has not read its journal yet. */
  public Picture starting(List<String> languages) {
    Around nothingYet = new Around(true, languages, "", List.of(), 0);
    return new Picture(calls, dark, notices, urgent, sign, nothingYet, brightness, millis);
  }

  /** The same in the dark half of a blink. */
  public Picture darkened() {
    return new Picture(calls, true, notices, urgent, sign, around, brightness, millis);
  }

  /** The same at another moment. */
  public Picture at(long otherMillis) {
    return new Picture(calls, dark, notices, urgent, sign, around, brightness, otherMillis);
  }
}
