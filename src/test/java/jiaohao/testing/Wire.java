package jiaohao.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A line to a server on this machine that can be cut, and made slow. */
public final class Wire implements AutoCloseable {
  private final ServerSocket ear;
  private final int target;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile long delayNanos;

  /** A line that is whole and quick. */
  public Wire(int target) {
    this.target = target;
    try {
      ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("wire").start(this::accept);
  }

  public int port() {
    return ear.getLocalPort();
  }

  /** Ends whatever goes through at this moment; what comes later goes through again. */
  public void cut() {
    ends.forEach(Wire::end);
    ends.clear();
  }

  /** Holds up every piece by so much, each way. */
  public void slow(long millis) {
    delayNanos = millis * 1_000_000;
  }

  private void accept() {
    while (!ear.isClosed()) {
      try {
        join(ear.accept());
      } catch (IOException closing) {
        return;
      }
    }
  }

  private void join(Socket near) {
    try {
      Socket far = new Socket();
      ends.add(near);
      ends.add(far);
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1000);
      Thread.ofVirtual().start(() -> pump(near, far));
      Thread.ofVirtual().start(() -> pump(far, near));
    } catch (IOException nobodyThere) {
      end(near);
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[8192];
      int length = in.read(piece);
      while (length >= 0) {
        LockSupport.parkNanos(delayNanos);
        out.write(piece, 0, length);
        length = in.read(piece);
      }
    } catch (IOException cut) {
      // the other direction ends too
    }
    end(from);
    end(to);
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException closed) {
      // it is over either way
    }
  }

  @Override
  public void close() {
    try {
      ear.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
