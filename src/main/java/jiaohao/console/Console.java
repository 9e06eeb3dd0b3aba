package jiaohao.console;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jiaohao.clock.Clock;
import jiaohao.config.DeviceFile;
import jiaohao.health.Fault;
import jiaohao.kiosk.FaultReport;
import jiaohao.kiosk.Kiosk;
import jiaohao.web.OwnNames;
import jiaohao.web.WebServer;
import org.tinylog.Logger;

/**
 * The pages' server. An address that cannot be had is tried again until it can, and is a fault
 * meanwhile; the kiosk goes on without its pages.
 */
public final class Console implements AutoCloseable {
  /** The network may come up, or a predecessor let go, a little later than the kiosk starts. */
  private static final int TRIES_BEFORE_FAULT = 3;

  private static final long SOON_MILLIS = 1000;
  private static final long LATER_MILLIS = 5000;

  private final DeviceFile.Console where;
  private final Kiosk kiosk;
  private final FaultReport faults;
  private final Thread thread;
  private WebServer server;
  private boolean closed;

  private Console(DeviceFile.Console where, Kiosk kiosk, Clock clock) {
    this.where = where;
    this.kiosk = kiosk;
    this.faults = new FaultReport(kiosk, "console", clock);
    thread = Thread.ofPlatform().name("console").daemon().unstarted(this::open);
  }

  /** Serves the pages, as soon as the address can be had; returns at once. */
  public static Console start(DeviceFile.Console where, Kiosk kiosk, Clock clock) {
    Console console = new Console(where, kiosk, clock);
    console.thread.start();
    return console;
  }

  /** The port that is listened on; empty while there is none. */
  public synchronized OptionalInt port() {
    return server == null ? OptionalInt.empty() : OptionalInt.of(server.port());
  }

  private void open() {
    try {
      for (int failed = 1; !listens(failed >= TRIES_BEFORE_FAULT); failed++) {
        TimeUnit.MILLISECONDS.sleep(failed < TRIES_BEFORE_FAULT ? SOON_MILLIS : LATER_MILLIS);
      }
      faults.now(Set.of());
    } catch (InterruptedException stopping) {
      Logger.debug("the console was stopped");
    }
  }

  private boolean listens(boolean tell) throws InterruptedException {
    try {
      bind();
      return true;
    } catch (IOException cannot) {
      Logger.warn("pages at {}:{}: {}", where.host(), where.port(), cannot.getMessage());
      if (tell) {
        faults.now(Set.of(fault(cannot)));
      }
      return false;
    }
  }

  /** The port is taken only where the address is this machine's own. */
  private static Fault fault(IOException cannot) {
    String why = String.valueOf(cannot.getMessage()).toLowerCase(Locale.ROOT);
    boolean taken = cannot instanceof BindException && why.contains("in use");
    return taken ? Fault.CONSOLE_PORT : Fault.CONSOLE_ADDRESS;
  }

  private synchronized void bind() throws IOException {
    if (!closed) {
      WebServer bound = WebServer.bind(address(), new OwnNames(where.host()));
      bound.start(new ConsoleSite(kiosk, new Desk(kiosk, where.pin())));
      server = bound;
    }
  }

  private InetSocketAddress address() throws IOException {
    String host = where.host().replaceAll("[\\[\\]]", "");
    InetSocketAddress address = new InetSocketAddress(host, where.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    return address;
  }

  @Override
  public synchronized void close() {
    closed = true;
    thread.interrupt();
    if (server != null) {
      server.close();
    }
  }
}
