package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jiaohao.config.DeviceFile.First;
import jiaohao.config.DeviceFile.Sync;
import org.tomlj.TomlArray;

/** Reads where a device file sends the journal to. */
final class SyncReader {
  /** Without user, query or fragment, and short enough for a QR code that phones read well. */
  private static final Pattern CENTRE =
      Pattern.compile("(?=.{1,80}$)https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[A-Za-z0-9._~-]+)*");

  private static final Pattern SATELLITE = Pattern.compile("[a-z0-9-]{1,16}");

  private static final Map<String, First> FIRST = Map.of("wait", First.WAIT, "begin", First.BEGIN);

  private static final int HIGHEST_PORT = 65_535;
  private static final int LAST_ORDINAL = 999;

  private final Section section;

  private SyncReader(Section section) {
    this.section = section;
  }

  static Optional<Sync> read(Section root) {
    Optional<Section> section = root.section("sync");
    return section
        .map(found -> new SyncReader(found).read())
        .filter(sync -> !sync.nats().isEmpty());
  }

  private Sync read() {
    section.require("nats");
    Sync sync =
        new Sync(
            servers(),
            centre(),
            file("credentials"),
            file("ca"),
            section.oneOf("first", FIRST).map(Found::value).orElse(First.WAIT),
            lastNumbers(),
            satellite());
    section.end();
    return sync;
  }

  private Optional<String> satellite() {
    Optional<Found<String>> name = section.words("satellite");
    name.filter(found -> !SATELLITE.matcher(found.value()).matches())
        .ifPresent(found ->
            section.refuse(found, both("应为小写字母、数字和连字符,最多 16 个", "expected [a-z0-9-], 16 at most")));
    return name.map(Found::value);
  }

  /** One address, or a list of them. */
  private List<String> servers() {
    Optional<Found<Object>> found = section.find("nats");
    List<Found<Object>> several =
        found.isPresent() && found.get().value() instanceof TomlArray
            ? section.someElements("nats")
            : found.stream().toList();
    return several.stream().flatMap(one -> section.words(one).stream()).map(this::server).toList();
  }

  private String server(Found<String> address) {
    if (!isNats(address.value())) {
      section.refuse(
          withoutPassword(address),
          both("应为 NATS 服务器地址", "expected nats://HOST:PORT or tls://HOST:PORT"));
    }
    return address.value();
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

  private Optional<String> centre() {
    Optional<Found<String>> centre = section.words("centre");
    centre
        .filter(found -> !CENTRE.matcher(found.value()).matches())
        .ifPresent(found ->
            section.refuse(
                found,
                both(
                    "应为公众可访问的网址,最多 80 个字符,末尾不加 /",
                    "expected https://HOST[:PORT][/PATH], 80 characters at most, no / at the end")));
    return centre.map(Found::value);
  }

  /** It need not be there: files are also checked on another computer than the box. */
  private Optional<Path> file(String key) {
    Optional<Found<String>> name = section.words(key);
    boolean named = name.filter(found -> !found.value().startsWith("/")).isEmpty();
    if (!named) {
      section.refuse(name.get(), both("应为文件的完整路径,以 / 开头", "expected a file's whole path, from /"));
    }
    return named ? name.map(found -> Path.of(found.value())) : Optional.empty();
  }

  /** {@code last_numbers = { inspection = 57 }}. */
  private Map<String, Integer> lastNumbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    section
        .section("last_numbers", "{ SERVICE = NUMBER }")
        .ifPresent(table -> {
          for (Found<String> service : table.keys()) {
            table
                .whole(service.value(), 1, LAST_ORDINAL)
                .ifPresent(number -> numbers.put(service.value(), number.value()));
          }
        });
    return numbers;
  }
}
