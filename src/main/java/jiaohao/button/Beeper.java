package jiaohao.button;

import java.io.IOException;

/** What sounds beside a counter's keys. One thread uses it. */
public interface Beeper extends AutoCloseable {
  /**
   * Sounds from now on, or is silent.
   *
   * @throws IOException when the line cannot be set
   */
  void sound(boolean on) throws IOException;

  /** Silent from now on. */
  @Override
  void close();
}
