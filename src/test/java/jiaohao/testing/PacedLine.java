package jiaohao.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The far end of a serial line that takes its time: a pseudo terminal has no wire, so each byte is
 * left in it until 10 bits at the line's speed have passed, and then noted with the times. What
 * stands at the far end sees each byte as it is taken and may answer.
 */
public final class PacedLine implements AutoCloseable {
  /** What stands at the far end. */
  public interface Far {
    /** Says nothing whatever it is sent. */
    Far MUTE = bytes -> new byte[0];

    /**
     * Hears what was taken.
     *
     * @param taken one byte, or none when only time has passed
     * @return what it answers now
     */
    byte[] hear(byte[] taken) throws IOException;
  }

  /**
   * One byte off the wire.
   *
   * @param begunNanos when the line was free and the byte was there
   * @param endedNanos when it had passed the wire; on a busy machine it is taken somewhat later
   */
  public record Taken(byte value, long begunNanos, long endedNanos) {}

  private static final int IDLE_MILLIS = 2;

  private final Pty pty;
  private final long byteNanos;
  private final Far far;
  private final List<Taken> taken = new ArrayList<>();
  private final Thread reader;
  private volatile boolean running = true;
  private long freeNanos = System.nanoTime();
  private long emptyNanos = freeNanos;

  public PacedLine(int baud, Far far) throws IOException {
    this.pty = Pty.open();
    this.byteNanos = 10_000_000_000L / baud;
    this.far = far;
    this.reader = Thread.ofPlatform().name("paced line").daemon().start(this::read);
  }

  /** Path of the end that the program under test opens. */
  public String slave() {
    return pty.slave();
  }

  /** Time of one byte on the wire. */
  public long byteNanos() {
    return byteNanos;
  }

  /** Bytes so far, the first {@code from} of them left out. */
  public List<Taken> taken(int from) {
    synchronized (taken) {
      return List.copyOf(taken.subList(from, taken.size()));
    }
  }

  /** The same, without the times. */
  public byte[] bytes(int from) {
    List<Taken> wanted = taken(from);
    byte[] bytes = new byte[wanted.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = wanted.get(i).value();
    }
    return bytes;
  }

  /** How many bytes so far. */
  public int count() {
    synchronized (taken) {
      return taken.size();
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    running = false;
    try {
      reader.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pty.close();
  }

  private void read() {
    try {
      while (running) {
        byte[] answer = far.hear(next());
        if (answer.length > 0) {
          pty.write(answer);
        }
      }
    } catch (IOException e) {
      running = false; // hung up
    }
  }

  /** A byte that is there already when the line becomes free follows the last one without a gap. */
  private byte[] next() throws IOException {
    if (pty.readable(0)) {
      return take(Math.max(freeNanos, emptyNanos));
    }
    emptyNanos = System.nanoTime();
    return pty.readable(IDLE_MILLIS) ? take(System.nanoTime()) : new byte[0];
  }

  private byte[] take(long begunNanos) throws IOException {
    freeNanos = begunNanos + byteNanos;
    for (long left = freeNanos - System.nanoTime();
        left > 0;
        left = freeNanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    byte[] one = pty.read(0, 1);
    synchronized (taken) {
      taken.add(new Taken(one[0], begunNanos, freeNanos));
    }
    return one;
  }
}
