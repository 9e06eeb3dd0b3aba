package jiaohao.printer;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jiaohao.config.DeviceFile.Flow;
import jssc.SerialPortException;
import org.tinylog.Logger;

/**
 * A tty through jSSC, 8N1. A peer that does not read blocks a write inside the kernel, where
 * nothing wakes it, so a thread of its own writes, in small pieces, and the caller watches how they
 * go. One thread uses a port.
 */
public final class SerialPort implements Port {
  private static final int PIECE_BYTES = 64;
  private static final long STALLED_MILLIS = 2000;
  private static final byte[] END = {};

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Piece(byte[] bytes, CompletableFuture<Void> written) {}

  private final jssc.SerialPort tty;
  private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private boolean open = true;

  private SerialPort(jssc.SerialPort tty) {
    this.tty = tty;
    Thread.ofPlatform().name("writes " + tty.getPortName()).daemon().start(this::writePieces);
  }

  /**
   * Opens a tty.
   *
   * @param path of a tty; a pseudo terminal too
   * @param baud bits a second
   * @throws IOException when it is missing, busy, forbidden, or no tty
   */
  public static SerialPort open(String path, int baud, Flow flow) throws IOException {
    jssc.SerialPort tty = library(path);
    try {
      tty.openPort();
      // False on a pseudo terminal, which has no modem lines, although all else took effect.
      tty.setParams(baud, 8, 1, 0, true, true);
      tty.setFlowControlMode(mode(flow));
      return new SerialPort(tty);
    } catch (SerialPortException e) {
      if (tty.isOpened()) {
        closeQuietly(tty);
      }
      throw new IOException(path + ": " + e.getExceptionType(), e);
    }
  }

  /** The first port loads a native library, which needs a writable temporary directory. */
  private static jssc.SerialPort library(String path) throws IOException {
    try {
      return new jssc.SerialPort(path);
    } catch (LinkageError e) {
      throw new IOException(path + ": the serial library cannot be loaded", e);
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    requireOpen();
    for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
      int to = Math.min(bytes.length, from + PIECE_BYTES);
      writePiece(Arrays.copyOfRange(bytes, from, to));
    }
  }

  @Override
  public byte[] read() throws IOException {
    requireOpen();
    try {
      byte[] bytes = tty.readBytes();
      return bytes == null ? new byte[0] : bytes;
    } catch (SerialPortException e) {
      close();
      throw new IOException(tty.getPortName() + ": hung up", e);
    }
  }

  /** Drops what the line has not taken yet: closing would wait for it, and so would the writer. */
  @Override
  public void close() {
    if (open) {
      open = false;
      pieces.add(new Piece(END, new CompletableFuture<>()));
      closeQuietly(tty);
    }
  }

  private void requireOpen() throws IOException {
    if (!open) {
      throw new IOException(tty.getPortName() + ": closed");
    }
  }

  private void writePiece(byte[] bytes) throws IOException {
    Piece piece = new Piece(bytes, new CompletableFuture<>());
    pieces.add(piece);
    try {
      piece.written().get(STALLED_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      close();
      throw new IOException(tty.getPortName() + ": hung up", e.getCause());
    } catch (TimeoutException e) {
      close();
      throw new IOException(tty.getPortName() + ": takes nothing for " + STALLED_MILLIS + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException(tty.getPortName() + ": interrupted", e);
    }
  }

  private void writePieces() {
    try {
      for (Piece piece = pieces.take(); piece.bytes() != END; piece = pieces.take()) {
        write(piece);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Piece piece) {
    try {
      if (tty.writeBytes(piece.bytes())) {
        piece.written().complete(null);
      } else {
        piece.written().completeExceptionally(new IOException("not written"));
      }
    } catch (SerialPortException e) {
      piece.written().completeExceptionally(e);
    }
  }

  private static int mode(Flow flow) {
    return switch (flow) {
      case NONE -> jssc.SerialPort.FLOWCONTROL_NONE;
      case RTSCTS -> jssc.SerialPort.FLOWCONTROL_RTSCTS_IN | jssc.SerialPort.FLOWCONTROL_RTSCTS_OUT;
      case XONXOFF ->
          jssc.SerialPort.FLOWCONTROL_XONXOFF_IN | jssc.SerialPort.FLOWCONTROL_XONXOFF_OUT;
    };
  }

  /** Lifts an XOFF and drops the output first, which wakes a writer that is held by either. */
  private static void closeQuietly(jssc.SerialPort tty) {
    try {
      tty.setFlowControlMode(jssc.SerialPort.FLOWCONTROL_NONE);
      tty.purgePort(jssc.SerialPort.PURGE_TXCLEAR);
    } catch (SerialPortException e) {
      Logger.debug("not purged: {}", e.getMessage());
    }
    try {
      tty.closePort();
    } catch (SerialPortException e) {
      Logger.debug("not closed: {}", e.getMessage());
    }
  }
}
