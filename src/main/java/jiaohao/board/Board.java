package jiaohao.board;

import java.io.IOException;

/** A number board. One thread uses it. */
public interface Board extends AutoCloseable {
  /** How long a picture that does not move may stand before it is sent again. */
  long REPEAT_MILLIS = 2000;

  /**
   * Shows a picture as it is at its moment; sends everything, settings too, so that calling it
   * again mends whatever noise has done. What does not fit is left out or takes its turn.
   *
   * @return milliseconds for which that stays right, 1 to {@link #REPEAT_MILLIS}; then the same
   *     picture looks different, or wants to be sent again
   * @throws IOException when the bus or line does not take it
   */
  long show(Picture picture) throws IOException;

  @Override
  void close();
}
