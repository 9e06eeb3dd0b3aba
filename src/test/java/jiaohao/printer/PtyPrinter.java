package jiaohao.printer;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.SystemClock;
import jiaohao.testing.Pty;

/** A simulated printer at the far end of a real pseudo terminal, pumped by a thread of its own. */
public final class PtyPrinter implements AutoCloseable {
  private final Pty pty;
  private final SimulatedPrinter printer;
  private final Thread pump;
  private volatile boolean running = true;

  public PtyPrinter(PrinterModel model) throws IOException {
    pty = Pty.open();
    printer = new SimulatedPrinter(model, new SystemClock(SystemClock.Trust.ALWAYS));
    pump = Thread.ofPlatform().name("pty printer").daemon().start(this::pump);
  }

  public SimulatedPrinter printer() {
    return printer;
  }

  public String slave() {
    return pty.slave();
  }

  @Override
  public void close() {
    running = false;
    try {
      pump.join(TimeUnit.SECONDS.toMillis(6));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pty.close();
  }

  private void pump() {
    try {
      while (running) {
        byte[] bytes = pty.read(2);
        if (bytes.length > 0) {
          printer.write(bytes);
        }
        byte[] replies = printer.read();
        if (replies.length > 0) {
          pty.write(replies);
        }
      }
    } catch (IOException e) {
      running = false; // the printer took nothing more; neither does the terminal now
    }
  }
}
