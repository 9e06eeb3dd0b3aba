package jiaohao.config;

/**
 * Something wrong in a file.
 *
 * @param file as it was named on the command line
 * @param line from 1
 * @param column from 1
 * @param wrong what is wrong, Chinese and English in one line
 * @param expected what was expected instead
 * @param warning only worth a look, not refused
 */
public record Problem(
    String file, int line, int column, String wrong, String expected, boolean warning) {
  /** {@code FILE:LINE:COLUMN: what is wrong; what was expected}. */
  @Override
  public String toString() {
    return file
        + ":"
        + line
        + ":"
        + column
        + ": "
        + (warning ? "warning: " : "")
        + wrong
        + "; "
        + expected;
  }
}
