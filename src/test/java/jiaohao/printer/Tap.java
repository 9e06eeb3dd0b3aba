package jiaohao.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A port that remembers what went through it. */
final class Tap implements Port {
  private final Port port;
  private final ByteArrayOutputStream written;

  Tap(Port port, ByteArrayOutputStream written) {
    this.port = port;
    this.written = written;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    written.writeBytes(bytes);
    port.write(bytes);
  }

  @Override
  public byte[] read() throws IOException {
    return port.read();
  }

  @Override
  public void close() {
    port.close();
  }
}
