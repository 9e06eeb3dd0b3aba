package jiaohao.config;

import static jiaohao.config.Problems.both;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where a device file lets pages answer. */
final class Addresses {
  /** Host name, IPv4 address or IPv6 address in brackets, and a port. */
  private static final Pattern LISTEN =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.%]+\\]):(\\d{1,5})");

  private static final Pattern PIN = Pattern.compile("[A-Za-z0-9]{6,32}");

  private static final int HIGHEST_PORT = 65_535;

  private Addresses() {}

  static Optional<DeviceFile.Console> console(Section root) {
    Optional<Section> console = root.section("console");
    console.ifPresent(section -> section.require("listen"));
    Optional<DeviceFile.Console> read =
        console.flatMap(
            section -> section.words("listen").flatMap(found -> listen(section, found)));
    console.ifPresent(Section::end);
    return read;
  }

  /** A wrong one is not repeated in any message. */
  private static Optional<String> pin(Section section) {
    Optional<Found<String>> pin = section.words("pin");
    boolean fits = pin.filter(found -> !PIN.matcher(found.value()).matches()).isEmpty();
    if (!fits) {
      section.refuse(
          new Found<>("***", pin.get().place()),
          both("应为 6–32 个字母或数字", "expected 6-32 letters or digits"));
    }
    return fits ? pin.map(Found::value) : Optional.empty();
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
    return Optional.of(new DeviceFile.Console(parts.group(1), port, pin(section)));
  }
}
