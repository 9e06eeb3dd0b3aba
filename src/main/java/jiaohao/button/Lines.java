package jiaohao.button;

import java.io.IOException;

/** The input lines of all buttons. */
public interface Lines extends AutoCloseable {
  /** Hears edges; may be called from any thread, and must return at once. */
  @FunctionalInterface
  interface EdgeListener {
    /**
     * Tells of one edge, or of the level that a line was found at.
     *
     * @param button index of the button in the device file, from 0
     * @param pressed whether the contact is closed now (active level already considered)
     * @param nanos monotonic time of the edge
     */
    void edge(int button, boolean pressed, long nanos);
  }

  /**
   * Starts to report edges; the first report of each line is the level it was found at.
   *
   * @throws IOException when a line cannot be had; the message names it
   */
  void listen(EdgeListener listener) throws IOException;

  @Override
  void close();
}
