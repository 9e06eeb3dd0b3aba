package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where a device file sends events and pages to. */
final class Addresses {
  /** Host name, IPv4 address or IPv6 address in brackets, and a port. */
  private static final Pattern LISTEN =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.%]+\\]):(\\d{1,5})");

  /** Without user, query or fragment, and short enough for a QR code that phones read well. */
  private static final Pattern CENTRE =
      Pattern.compile("(?=.{1,80}$)https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*");

  private static final int HIGHEST_PORT = 65_535;

  private Addresses() {}

  static Optional<DeviceFile.Sync> sync(Section root) {
    Optional<Section> sync = root.section("sync");
    sync.ifPresent(section -> section.require("nats"));
    Optional<Found<String>> nats = sync.flatMap(section -> section.words("nats"));
    nats.filter(found -> !isNats(found.value()))
        .ifPresent(found ->
            sync.get()
                .refuse(
                    withoutPassword(found),
                    both("应为 NATS 服务器地址", "expected nats://HOST:PORT or tls://HOST:PORT")));
    Optional<String> centre = sync.flatMap(Addresses::centre);
    sync.ifPresent(Section::end);
    return nats.map(found -> new DeviceFile.Sync(found.value(), centre));
  }

  private static Optional<String> centre(Section sync) {
    Optional<Found<String>> centre = sync.words("centre");
    centre
        .filter(found -> !CENTRE.matcher(found.value()).matches())
        .ifPresent(found ->
            sync.refuse(
                found,
                both(
                    "应为公众可访问的网址,最多 80 个字符,末尾不加 /",
                    "expected https://HOST[:PORT][/PATH], 80 characters at most, no / at the end")));
    return centre.map(Found::value);
  }

  private static boolean isNats(String address) {
    try {
      URI uri = new URI(address);
      boolean bare = "".equals(uri.getRawPath()) && uri.getRawQuery() == null;
      boolean scheme = "nats".equals(uri.getScheme()) || "tls".equals(uri.getScheme());
      return scheme && bare && uri.getHost() != null && isPort(uri.getPort());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The port may be left out: NATS has its usual one. */
  private static boolean isPort(int port) {
    return port == -1 || (port >= 1 && port <= HIGHEST_PORT);
  }

  /** An address may hold a password before the @, which no message may repeat. */
  private static Found<String> withoutPassword(Found<String> address) {
    String shown = address.value().replaceFirst("(?s)^.*@", "***@");
    return new Found<>(shown, address.place());
  }

  static Optional<DeviceFile.Console> console(Section root) {
    Optional<Section> console = root.section("console");
    console.ifPresent(section -> section.require("listen"));
    Optional<DeviceFile.Console> read =
        console.flatMap(
            section -> section.words("listen").flatMap(found -> listen(section, found)));
    console.ifPresent(Section::end);
    return read;
  }

  private static Optional<DeviceFile.Console> listen(Section section, Found<String> listen) {
    Matcher parts = LISTEN.matcher(listen.value());
    int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
    if (port < 1 || port > HIGHEST_PORT) {
      section.refuse(
          listen,
          both(
              "应为 地址:端口,端口 1–65535",
              "expected HOST:PORT such as \"127.0.0.1:8081\", port 1-65535"));
      return Optional.empty();
    }
    return Optional.of(new DeviceFile.Console(parts.group(1), port));
  }
}
