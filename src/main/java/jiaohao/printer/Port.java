package jiaohao.printer;

import java.io.IOException;

/** A serial line to a printer: bytes out, status bytes back. */
public interface Port extends AutoCloseable {
  /**
   * Sends bytes in order; returns when the line has taken them, which on a paced line is when all
   * but its small buffer are gone.
   *
   * @throws IOException when the line is gone, or takes nothing for too long
   */
  void write(byte[] bytes) throws IOException;

  /**
   * The bytes that have come back since the last call; empty when none have. Never waits.
   *
   * @throws IOException when the line is gone
   */
  byte[] read() throws IOException;

  @Override
  void close();
}
