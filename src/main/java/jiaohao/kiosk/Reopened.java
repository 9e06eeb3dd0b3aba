package jiaohao.kiosk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * A device that is opened when it is first used, and again after it was lost.
 *
 * @param <D> the device
 */
final class Reopened<D extends AutoCloseable> implements AutoCloseable {
  /** Opens the device. */
  @FunctionalInterface
  interface Opener<D> {
    D open() throws IOException;
  }

  /** Uses the device. */
  @FunctionalInterface
  interface Use<D> {
    void with(D device) throws IOException;
  }

  private final String name;
  private final Opener<D> opener;
  private Optional<D> device = Optional.empty();
  private boolean lost;

  Reopened(String name, Opener<D> opener) {
    this.name = name;
    this.opener = opener;
  }

  /** Uses the device; false, and closed until the next use, when that fails. */
  boolean use(Use<D> use) {
    try {
      if (device.isEmpty()) {
        device = Optional.of(opener.open());
      }
      use.with(device.get());
      lost = false;
      return true;
    } catch (IOException | RuntimeException | LinkageError failed) {
      // Pi4J has its own exceptions, and without its native library it throws an Error.
      if (!lost && !(failed instanceof InterruptedIOException)) { // else we are stopping
        Logger.warn("{}: {}", name, failed.toString());
      }
      lost = true;
      close();
      return false;
    }
  }

  @Override
  public void close() {
    device.ifPresent(this::close);
    device = Optional.empty();
  }

  private void close(D opened) {
    try {
      opened.close();
    } catch (Exception unclosed) {
      Logger.debug(unclosed, "{} did not close", name);
    }
  }
}
