package jiaohao.central;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import jiaohao.clock.Clock;
import jiaohao.journal.StateLock;
import jiaohao.sync.Link;
import jiaohao.web.OwnNames;
import jiaohao.web.WebServer;

/** The centre as a whole: follows the stream, and answers on a port of this machine alone. */
public final class Central implements AutoCloseable {
  private final StateLock lock;
  private final Link link;
  private final Halls halls;
  private final Follower follower;
  private final WebServer server;

  private Central(StateLock lock, Link link, Halls halls, Follower follower, WebServer server) {
    this.lock = lock;
    this.link = link;
    this.halls = halls;
    this.follower = follower;
    this.server = server;
  }

  /**
   * Starts it: what it already has is served at once, whether or not the stream can be reached.
   *
   * @param link to the NATS servers; closed with the centre
   * @param subjects whose halls are followed, as the stream names them
   * @param stateDir of this centre alone
   * @param port on loopback; 0 takes a free one
   * @throws IOException when the directory or the port cannot be had
   */
  public static Central start(
      Link link, List<String> subjects, Path stateDir, int port, Clock clock) throws IOException {
    StateLock lock = StateLock.take(stateDir);
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      WebServer server = WebServer.bind(address, new OwnNames("localhost"));
      Halls halls = new Halls(lock.stateDir());
      Follower follower = Follower.start(halls, lock.stateDir(), link, subjects);
      server.start(new CentreSite(halls, clock));
      return new Central(lock, link, halls, follower, server);
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
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
    lock.close();
  }
}
