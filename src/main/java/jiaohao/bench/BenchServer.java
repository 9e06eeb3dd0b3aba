package jiaohao.bench;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jiaohao.hall.Plan;
import jiaohao.kiosk.Firmware;
import org.tinylog.Logger;

/**
 * The bench's front panel over HTTP, on loopback only. Other sites that a browser here shows may
 * neither read it nor press anything: requests that name another host, or come from another site's
 * page, are refused.
 */
public final class BenchServer implements AutoCloseable {
  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

  private static final String ONLY_OWN_CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private BenchServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes the port; nothing is answered before {@link #start}.
   *
   * @param port 0 takes any free one
   * @throws IOException when the port cannot be had
   */
  public static BenchServer bind(int port) throws IOException {
    // Otherwise each small answer waits up to 40 ms for the acknowledgement of the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return new BenchServer(HttpServer.create(new InetSocketAddress(loopback, port), 0));
  }

  /** Where the page is. */
  public URI page() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Starts to answer. */
  public void start(Plan plan, Firmware firmware, BenchDevices devices) {
    Bench bench = Bench.of(plan, firmware, devices);
    Requests requests = new Requests(bench);
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, bench, requests));
    server.start();
  }

  private static void handle(HttpExchange exchange, Bench bench, Requests requests)
      throws IOException {
    try (exchange) {
      answer(exchange, bench, requests);
    }
  }

  private static void answer(HttpExchange exchange, Bench bench, Requests requests)
      throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      refuseOtherSites(exchange.getRequestHeaders());
      refuseWrongMethod(exchange, requests.method(path));
      if (path.equals(Requests.EVENTS)) {
        tellLive(exchange, bench);
      } else {
        send(exchange, requests.answer(Request.of(exchange.getRequestURI())));
      }
    } catch (Refused refused) {
      send(exchange, refused.reply());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      Logger.error(bug, "bench: {}", path);
      send(exchange, new Refused(500, "机台出错 / the bench has an error").reply());
    }
  }

  private static void refuseOtherSites(Headers headers) throws Refused {
    String host = headers.getFirst("Host");
    String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
    String origin = headers.getFirst("Origin");
    boolean ownPage = origin == null || origin.equals("http://" + host);
    if (!OWN_NAMES.contains(name) || !ownPage) {
      throw new Refused(403, "只供本机使用 / for this machine's own page only");
    }
  }

  private static void refuseWrongMethod(HttpExchange exchange, String expected) throws Refused {
    String method = exchange.getRequestMethod();
    boolean head = method.equals("HEAD") && expected.equals("GET");
    if (!method.equals(expected) && !head) {
      exchange.getResponseHeaders().set("Allow", expected);
      throw new Refused(405, "请用 / use " + expected);
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    boolean noBody = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    Headers headers = headers(exchange);
    if (!reply.contentType().isEmpty()) {
      headers.set("Content-Type", reply.contentType());
    }
    exchange.sendResponseHeaders(reply.status(), noBody ? -1 : reply.body().length);
    if (!noBody) {
      exchange.getResponseBody().write(reply.body());
    }
  }

  private static void tellLive(HttpExchange exchange, Bench bench)
      throws IOException, InterruptedException {
    headers(exchange).set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try {
      new LiveEvents(bench, exchange.getResponseBody()).tell();
    } catch (IOException gone) {
      Logger.debug("a page has been closed");
    }
  }

  private static Headers headers(HttpExchange exchange) {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", ONLY_OWN_CONTENT);
    return headers;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
