package jiaohao.board;

import java.io.IOException;

/** An SPI bus with one chain of chips on it. */
public interface Spi extends AutoCloseable {
  /**
   * Sends one frame: chip select falls, all bytes go out, chip select rises.
   *
   * @throws IOException when the bus did not take the whole frame
   */
  void transfer(byte[] frame) throws IOException;

  @Override
  void close();
}
