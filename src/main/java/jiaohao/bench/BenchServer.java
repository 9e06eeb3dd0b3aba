package jiaohao.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import jiaohao.hall.Plan;
import jiaohao.kiosk.Firmware;
import jiaohao.web.WebServer;

/** The bench's front panel over HTTP, on loopback only. */
public final class BenchServer implements AutoCloseable {
  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private final WebServer server;

  private BenchServer(WebServer server) {
    this.server = server;
  }

  /**
   * Takes the port; nothing is answered before {@link #start}.
   *
   * @param port 0 takes any free one
   * @throws IOException when the port cannot be had
   */
  public static BenchServer bind(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    InetSocketAddress address = new InetSocketAddress(loopback, port);
    return new BenchServer(WebServer.bind(address, OWN_NAMES::contains));
  }

  /** Where the page is. */
  public URI page() {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  /** Starts to answer. */
  public void start(Plan plan, Firmware firmware, BenchDevices devices) {
    server.start(new Requests(Bench.of(plan, firmware, devices)));
  }

  @Override
  public void close() {
    server.close();
  }
}
