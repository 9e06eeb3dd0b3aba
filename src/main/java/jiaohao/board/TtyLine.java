package jiaohao.board;

import java.io.IOException;
import jssc.SerialPort;
import jssc.SerialPortException;
import org.tinylog.Logger;

/**
 * A tty through jSSC, 8N1 at 9600 baud, such as a USB to RS-485 adapter that switches direction by
 * itself. What the screens answer is thrown away.
 */
public final class TtyLine implements Line {
  private static final int BAUD = 9600;
  private static final int DATA_BITS = 8;
  private static final int STOP_BITS = 1;
  private static final int NO_PARITY = 0;

  private final SerialPort tty;

  private TtyLine(SerialPort tty) {
    this.tty = tty;
  }

  /**
   * Opens a tty.
   *
   * @param path of a tty; a pseudo terminal too
   * @throws IOException when it is missing, busy, forbidden, or no tty
   */
  public static TtyLine open(String path) throws IOException {
    try {
      SerialPort tty = new SerialPort(path);
      tty.openPort();
      // False on a pseudo terminal, which has no modem lines, although all else took effect.
      tty.setParams(BAUD, DATA_BITS, STOP_BITS, NO_PARITY, true, true);
      tty.setFlowControlMode(SerialPort.FLOWCONTROL_NONE);
      return new TtyLine(tty);
    } catch (SerialPortException e) {
      throw new IOException(path + ": " + e.getExceptionType(), e);
    } catch (LinkageError e) {
      throw new IOException(path + ": the serial library cannot be loaded", e);
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      tty.readBytes();
      if (!tty.writeBytes(bytes)) {
        throw new IOException(tty.getPortName() + ": 写入失败 / not written");
      }
    } catch (SerialPortException e) {
      throw new IOException(tty.getPortName() + ": " + e.getExceptionType(), e);
    }
  }

  @Override
  public void close() {
    try {
      if (tty.isOpened()) {
        tty.closePort();
      }
    } catch (SerialPortException e) {
      Logger.debug("not closed: {}", e.getMessage());
    }
  }
}
