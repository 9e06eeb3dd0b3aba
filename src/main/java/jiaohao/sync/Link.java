package jiaohao.sync;

import io.nats.client.AuthenticationException;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import jiaohao.health.Fault;
import org.tinylog.Logger;

/**
 * The connection to the hall's NATS servers: opened when it is first used, mended by itself
 * afterwards. Nothing is hoarded while it is broken: whatever is sent then fails at once. Any
 * thread may use it.
 */
public final class Link implements AutoCloseable {
  /** Older ones acknowledge what a power cut can still take from them. */
  private static final String OLDEST_SERVER = "2.10.27";

  /** A link that is half open is given up after so long, twice over. */
  private static final Duration PING = Duration.ofSeconds(10);

  private static final Duration CONNECTING = Duration.ofSeconds(1);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final List<String> servers;
  private final Optional<Path> credentials;
  private final Optional<Path> ca;
  private final String name;
  private final AtomicLong connects = new AtomicLong();
  private Optional<Connection> connection = Optional.empty();

  private volatile boolean refused;
  private volatile boolean mistrusted;

  /**
   * A link that is not opened yet.
   *
   * @param servers of one NATS; any of them will do
   * @param credentials file of a .creds or an nkey's seed, for servers that ask for one
   * @param ca PEM file of what the servers' certificates come from; empty for those Java trusts
   * @param name that the server's operator sees: the hall's id, or "centre"
   */
  public Link(List<String> servers, Optional<Path> credentials, Optional<Path> ca, String name) {
    this.servers = List.copyOf(servers);
    this.credentials = credentials;
    this.ca = ca;
    this.name = name;
  }

  /**
   * The connection, opened if need be.
   *
   * @throws LinkException when there is none now; it says what to do about it
   */
  public synchronized Connection connection() throws LinkException, InterruptedException {
    if (connection.isEmpty() || connection.get().getStatus() == Connection.Status.CLOSED) {
      connection = Optional.of(opened());
    }
    Connection open = connection.get();
    if (open.getStatus() != Connection.Status.CONNECTED) {
      throw lost(null);
    }
    return open;
  }

  /** How often it has been connected: what was known of the stream before says nothing any more. */
  public long connects() {
    return connects.get();
  }

  private Connection opened() throws LinkException, InterruptedException {
    refused = false;
    mistrusted = false;
    Options options = options();
    Connection opened;
    try {
      opened = Nats.connect(options);
    } catch (AuthenticationException denied) {
      throw failure(Fault.SYNC_CREDENTIALS, denied);
    } catch (IOException | IllegalArgumentException failed) {
      throw lost(failed);
    }
    if (!opened.getServerInfo().isSameOrNewerThanVersion(OLDEST_SERVER)) {
      String version = opened.getServerInfo().getVersion();
      opened.close();
      throw new LinkException(Fault.SYNC_OLD_SERVER, "nats-server " + version, null);
    }
    return opened;
  }

  private LinkException lost(Exception cause) {
    Fault fault =
        mistrusted || isTls(cause)
            ? Fault.SYNC_TLS
            : refused ? Fault.SYNC_CREDENTIALS : Fault.SYNC_UNREACHABLE;
    return failure(fault, cause);
  }

  private LinkException failure(Fault fault, Exception cause) {
    String remedy = fault.remedy("zh") + " / " + fault.remedy("en");
    return new LinkException(fault, told() + ": " + remedy, cause);
  }

  /** The servers, without what an address may hold before its @. */
  private String told() {
    return String.join(", ", servers).replaceAll("//[^@/,]*@", "//***@");
  }

  private Options options() throws LinkException {
    Options.Builder options =
        new Options.Builder()
            .servers(servers.toArray(String[]::new))
            .connectionName("jiaohao " + name)
            .inboxPrefix(ServerUser.inbox(name) + ".")
            .connectionTimeout(CONNECTING)
            .pingInterval(PING)
            .maxPingsOut(2)
            .maxReconnects(-1)
            .reconnectWait(BETWEEN_TRIES)
            .reconnectJitter(BETWEEN_TRIES)
            .reconnectJitterTls(BETWEEN_TRIES)
            .reconnectBufferSize(0)
            .connectionListener(new Connects())
            .errorListener(new Errors());
    if (credentials.isPresent()) {
      options.authHandler(Credentials.of(credentials.get()));
    }
    if (ca.isPresent()) {
      options.sslContext(Certificates.trusting(ca.get()));
    }
    return options.build();
  }

  private static boolean isTls(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
        return true;
      }
    }
    return false;
  }

  private final class Connects implements ConnectionListener {
    @Override
    @SuppressWarnings("deprecation") // its successor is not called by every version
    public void connectionEvent(Connection of, Events event) {
      if (event == Events.CONNECTED || event == Events.RECONNECTED) {
        connects.incrementAndGet();
      }
    }
  }

  /** Errors come from anywhere while a connection is being mended; here they only leave a mark. */
  private final class Errors implements ErrorListener {
    @Override
    public void errorOccurred(Connection of, String error) {
      refused |= error.contains("Authorization") || error.contains("Authentication");
      Logger.debug("nats: {}", error);
    }

    @Override
    public void exceptionOccurred(Connection of, Exception exception) {
      mistrusted |= isTls(exception);
      Logger.debug("nats: {}", exception.toString());
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (connection.isPresent()) {
        connection.get().close();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
