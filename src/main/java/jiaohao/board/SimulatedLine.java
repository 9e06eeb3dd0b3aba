package jiaohao.board;

import java.io.IOException;

/**
 * An RS-485 line with one simulated window screen. It reads byte by byte, waits for a start, and
 * drops a frame whose sum or end is wrong, as a real one does. Any thread may use it.
 */
public final class SimulatedLine implements Line {
  private final byte[] frame = new byte[WindowScreen.FRAME_BYTES];
  private int length;
  private int number;
  private int colour;
  private boolean dead;
  private long frames;

  @Override
  public synchronized void write(byte[] bytes) throws IOException {
    if (dead) {
      throw new IOException("模拟窗口屏不通 / the simulated window screen does not answer");
    }
    for (byte next : bytes) {
      take(next);
    }
  }

  private void take(byte next) {
    if (length == 0 && next != WindowScreen.START) {
      return;
    }
    frame[length++] = next;
    if (length == frame.length) {
      length = 0;
      show();
    }
  }

  private void show() {
    int sum = 0;
    for (int at = 0; at < frame.length - 2; at++) {
      sum += frame[at] & 0xFF;
    }
    boolean whole = frame[frame.length - 1] == WindowScreen.END;
    if (whole && (byte) sum == frame[frame.length - 2] && frame[4] == WindowScreen.SHOW_NUMBER) {
      colour = frame[1];
      number = (frame[2] & 0xFF) | (frame[3] & 0xFF) << 8;
      frames++;
    }
  }

  /** Frames shown so far. */
  public synchronized long frames() {
    return frames;
  }

  /** The digits it shows; empty for the 0 of a window that has called nobody. */
  public synchronized String text() {
    return number == 0 ? "" : String.valueOf(number);
  }

  /** "green", "yellow" or "red". */
  public synchronized String colour() {
    return switch (colour) {
      case WindowScreen.RED -> "red";
      case WindowScreen.YELLOW -> "yellow";
      default -> "green";
    };
  }

  /** Noise: half a frame that never ends, and another number. */
  public synchronized void glitch() {
    length = 1;
    frame[0] = WindowScreen.START;
    number = 8888;
  }

  /** From now on the line refuses every frame, or takes them again. */
  public synchronized void dead(boolean refuses) {
    dead = refuses;
  }

  @Override
  public void close() {
    // The screen goes on showing what it has, as real ones do.
  }
}
