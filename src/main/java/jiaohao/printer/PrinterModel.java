package jiaohao.printer;

import java.util.EnumSet;
import java.util.Set;

/**
 * What kind of printer is simulated.
 *
 * @param baud on the wire, 10 bits a byte
 * @param widthMillimetres of the paper, 58 or 80
 * @param speedMillimetresPerSecond of the paper
 * @param cutMillis one cut takes
 * @param bufferBytes received but not yet printed; more makes the line wait
 * @param answers the ways in which it speaks
 */
public record PrinterModel(
    int baud,
    int widthMillimetres,
    int speedMillimetresPerSecond,
    int cutMillis,
    int bufferBytes,
    Set<Answer> answers) {

  /** A way in which a printer speaks. */
  public enum Answer {
    /** GS ( H: says that printing is complete. */
    PROCESS_ID,
    /** GS r: says what the paper sensors see when it gets there. */
    PAPER,
    /** DLE EOT: answers at once. */
    REAL_TIME,
    /** GS a: speaks unasked. */
    AUTOMATIC
  }

  public PrinterModel {
    answers = Set.copyOf(answers);
  }

  /** A printer that speaks in every way, with 4 KB of buffer, 150 mm/s and a cut of 0.3 s. */
  public static PrinterModel of(int baud, int widthMillimetres) {
    return new PrinterModel(baud, widthMillimetres, 150, 300, 4096, EnumSet.allOf(Answer.class));
  }

  /** The same printer with a smaller vocabulary. */
  PrinterModel answering(Set<Answer> fewer) {
    return new PrinterModel(
        baud, widthMillimetres, speedMillimetresPerSecond, cutMillis, bufferBytes, fewer);
  }

  /** The same printer with another motor. */
  PrinterModel feeding(int millimetresPerSecond) {
    return new PrinterModel(
        baud, widthMillimetres, millimetresPerSecond, cutMillis, bufferBytes, answers);
  }

  /** The same printer with a motor and a knife that cost a test no time. */
  public PrinterModel hurried() {
    return new PrinterModel(baud, widthMillimetres, 5000, 5, bufferBytes, answers);
  }

  int widthDots() {
    return widthMillimetres == 58 ? 384 : 576;
  }

  long cutNanos() {
    return cutMillis * 1_000_000L;
  }

  long byteNanos() {
    return 10_000_000_000L / baud;
  }

  long feedNanos(int dots) {
    return dots * 1_000_000_000L / ((long) Job.DOTS_PER_MILLIMETRE * speedMillimetresPerSecond);
  }
}
