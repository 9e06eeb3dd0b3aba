package jiaohao.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import jiaohao.clock.Clock;
import jiaohao.journal.StateLock;
import jiaohao.sync.Link;
import jiaohao.sync.Orders;
import jiaohao.web.OwnNames;
import jiaohao.web.WebServer;

/** The centre as a whole: follows the stream, and answers on a port of this machine alone. */
public final class Central implements AutoCloseable {
  private final StateLock lock;
  private final Link link;
  private final Halls halls;
  private final Follower follower;
  private final WebServer server;
  private final StaffFile staff;

  private Central(
      StateLock lock,
      Link link,
      Halls halls,
      Follower follower,
      WebServer server,
      StaffFile staff) {
    this.staff = staff;
    this.lock = lock;
    this.link = link;
    this.halls = halls;
    this.follower = follower;
    this.server = server;
  }

  /**
   * Where the pages answer.
   *
   * @param host an address of this machine; one that is not loopback asks for a login
   * @param port 0 takes a free one
   * @param url as browsers have it from a web server that passes requests on: "https://HOST"; then
   *     a login is asked for too. Empty for none
   */
  public record Door(String host, int port, String url) {
    /** This machine alone, without a login. */
    public static Door loopback(int port) {
      return new Door("127.0.0.1", port, "");
    }

    boolean open() {
      InetAddress address = new InetSocketAddress(host, port).getAddress();
      return url.isEmpty() && address != null && address.isLoopbackAddress();
    }

    private String ownHost() {
      return url.isEmpty() ? host : URI.create(url).getHost();
    }
  }

  /**
   * Starts it: what it already has is served at once, whether or not the stream can be reached.
   *
   * @param link to the NATS servers; closed with the centre
   * @param subjects whose halls are followed, as the stream names them
   * @param stateDir of this centre alone
   * @throws IOException when the directory or the port cannot be had, or nobody could log in
   */
  public static Central start(
      Link link, List<String> subjects, Path stateDir, Door door, Clock clock) throws IOException {
    StateLock lock = StateLock.take(stateDir);
    try {
      StaffFile staff = StaffFile.open(lock.stateDir());
      requireSomebody(staff, door);
      InetSocketAddress address = new InetSocketAddress(door.host(), door.port());
      WebServer server = WebServer.bind(address, new OwnNames(door.ownHost()), door.url());
      Halls halls = new Halls(lock.stateDir());
      Follower follower = Follower.start(halls, lock.stateDir(), link, subjects);
      CentreSite site = new CentreSite(halls, new HallOrders(new Orders(link)), clock);
      server.start(
          door.open() ? site : new StaffSite(site, staff, clock, door.url().startsWith("https:")));
      return new Central(lock, link, halls, follower, server, staff);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static void requireSomebody(StaffFile staff, Door door) throws IOException {
    if (!door.open() && staff.people().isEmpty()) {
      throw new IOException(
          "还没有人可以登录:先运行 central user add NAME --role admin --state DIR / nobody can log in yet:"
              + " run central user add NAME --role admin --state DIR first");
    }
  }

  public Halls halls() {
    return halls;
  }

  public int port() {
    return server.port();
  }

  /** Stops within three seconds; what was followed is kept. */
  @Override
  public void close() {
    server.close();
    follower.close();
    link.close();
    staff.close();
    lock.close();
  }
}
