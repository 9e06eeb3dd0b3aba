package jiaohao.printer;

import java.io.IOException;

/** Where a port comes from, and comes from again after it was lost. */
@FunctionalInterface
public interface PortSource {
  /**
   * Opens the port.
   *
   * @throws IOException when it is not there, or not to be had
   */
  Port open() throws IOException;
}
