package jiaohao.board;

import java.io.IOException;

/** A serial line with window screens on it. */
public interface Line extends AutoCloseable {
  /**
   * Sends these bytes.
   *
   * @throws IOException when the line did not take them all
   */
  void write(byte[] bytes) throws IOException;

  @Override
  void close();
}
