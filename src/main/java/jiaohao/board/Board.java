package jiaohao.board;

import java.io.IOException;
import java.util.List;

/** A number board. One thread uses it. */
public interface Board extends AutoCloseable {
  /**
   * Shows these calls, the latest first; sends initialization and every digit, so that calling it
   * again mends whatever noise has done to the chips. What does not fit is left out.
   *
   * @param dark in the dark half of a blink: blinking calls are not lit
   * @throws IOException when the bus does not take the frames
   */
  void show(List<Shown> calls, boolean dark) throws IOException;

  @Override
  void close();
}
