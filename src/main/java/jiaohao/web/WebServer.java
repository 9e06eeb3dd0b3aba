package jiaohao.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.tinylog.Logger;

/**
 * A site over HTTP. Other sites that a browser shows may neither read it nor act on it: requests
 * that name another host, or come from another site's page, are refused.
 */
public final class WebServer implements AutoCloseable {
  private static final String ONLY_OWN_CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** More open pages than any hall has screens; each costs a connection as long as it is open. */
  private static final int MOST_LIVE = 64;

  /** Whoever takes longer to ask is holding us up. */
  private static final String MOST_SECONDS_TO_ASK = "20";

  private final HttpServer server;
  private final Predicate<String> ownName;
  private final String ownOrigin;
  private final AtomicInteger live = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private WebServer(HttpServer server, Predicate<String> ownName, String origin) {
    this.server = server;
    this.ownOrigin = origin;
    this.ownName = ownName;
  }

  /**
   * Takes the port; nothing is answered before {@link #start}.
   *
   * @param address its port 0 takes any free one
   * @param ownName whether a host name or address that a request asks for is this server's
   * @throws IOException when the port cannot be had
   */
  public static WebServer bind(InetSocketAddress address, Predicate<String> ownName)
      throws IOException {
    return bind(address, ownName, "");
  }

  /**
   * The same, for pages that browsers have from another server, which passes requests on.
   *
   * @param origin as browsers name that server: "https://queue.example.cn"; empty for none
   */
  public static WebServer bind(InetSocketAddress address, Predicate<String> ownName, String origin)
      throws IOException {
    // Otherwise each small answer waits up to 40 ms for the acknowledgement of the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", MOST_SECONDS_TO_ASK);
    return new WebServer(HttpServer.create(address, 0), ownName, origin);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Starts to answer. */
  public void start(Site site) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, site));
    server.start();
  }

  private void handle(HttpExchange exchange, Site site) throws IOException {
    try (exchange) {
      answer(exchange, site);
    }
  }

  private void answer(HttpExchange exchange, Site site) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      refuseOtherSites(exchange.getRequestHeaders());
      refuseWrongMethod(exchange, site.method(path));
      Request request =
          Request.of(exchange.getRequestURI(), sent(exchange, site.mostFormBytes(path)));
      var page = site.live(request);
      if (page.isPresent()) {
        tell(exchange, page.get());
      } else {
        answer(exchange, site, request);
      }
    } catch (Refused refused) {
      send(exchange, refused.reply());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException bug) {
      Logger.error(bug, "page: {}", path);
      send(exchange, new Refused(500, "程序出错 / the program has an error").reply());
    }
  }

  private static void answer(HttpExchange exchange, Site site, Request request)
      throws Refused, IOException, InterruptedException {
    var download = site.download(request);
    if (download.isEmpty()) {
      send(exchange, site.answer(request));
      return;
    }
    headers(exchange).set("Content-Type", download.get().contentType());
    boolean noBody = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, noBody ? -1 : 0);
    if (!noBody) {
      OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16);
      download.get().body().to(out);
      out.flush();
    }
  }

  private void refuseOtherSites(Headers headers) throws Refused {
    String host = headers.getFirst("Host");
    String name = host == null ? "" : host.replaceFirst(":\\d+$", "");
    String origin = headers.getFirst("Origin");
    boolean ownPage = origin == null || origin.equals("http://" + host) || origin.equals(ownOrigin);
    if (!ownName.test(name) || !ownPage) {
      throw new Refused(403, "只供自己的页面使用 / for its own pages only");
    }
  }

  private static Request.Sent sent(HttpExchange exchange, int mostFormBytes)
      throws Refused, IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Request.Sent(address(exchange), headers, form(exchange, headers, mostFormBytes));
  }

  /** Only forms are read, and small ones; what else is posted is nothing to anybody here. */
  private static Map<String, String> form(
      HttpExchange exchange, Map<String, String> headers, int mostBytes)
      throws Refused, IOException {
    if (!headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")) {
      return Map.of();
    }
    byte[] body = exchange.getRequestBody().readNBytes(mostBytes + 1);
    if (body.length > mostBytes) {
      throw new Refused(413, "内容太长 / too long");
    }
    return Request.form(new String(body, StandardCharsets.UTF_8));
  }

  /** Only a server on this machine is believed when it says for whom it asks. */
  private static String address(HttpExchange exchange) {
    InetAddress remote = exchange.getRemoteAddress().getAddress();
    String forwarded = exchange.getRequestHeaders().getFirst("X-Forwarded-For");
    return remote.isLoopbackAddress() && forwarded != null
        ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
        : remote.getHostAddress();
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
    reply.headers().forEach(headers::set);
    if (!reply.contentType().isEmpty()) {
      headers.set("Content-Type", reply.contentType());
    }
    exchange.sendResponseHeaders(reply.status(), noBody ? -1 : reply.body().length);
    if (!noBody) {
      exchange.getResponseBody().write(reply.body());
    }
  }

  private void tell(HttpExchange exchange, Site.Live page)
      throws Refused, IOException, InterruptedException {
    try {
      if (live.incrementAndGet() > MOST_LIVE) {
        throw new Refused(503, "打开的页面太多 / too many open pages");
      }
      headers(exchange).set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      stream(exchange, page);
    } finally {
      live.decrementAndGet();
    }
  }

  private static void stream(HttpExchange exchange, Site.Live page) throws InterruptedException {
    try {
      page.tell(new LiveEvents(exchange.getResponseBody()));
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
