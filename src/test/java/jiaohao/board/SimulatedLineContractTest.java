package jiaohao.board;

import java.io.ByteArrayOutputStream;

class SimulatedLineContractTest extends LineContract {
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final SimulatedLine line = new SimulatedLine();

  @Override
  Line open() {
    return new Line() {
      @Override
      public void write(byte[] bytes) throws java.io.IOException {
        line.write(bytes);
        heard.writeBytes(bytes);
      }

      @Override
      public void close() {
        line.close();
      }
    };
  }

  @Override
  byte[] arrived() {
    byte[] bytes = heard.toByteArray();
    heard.reset();
    return bytes;
  }
}
