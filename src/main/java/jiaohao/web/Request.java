package jiaohao.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param path decoded: "/bench/board"
 * @param fields of the query, decoded; of a name given twice, the first
 * @param address who asks; of a request that another server of this machine passes on, whom that
 *     one heard
 */
public record Request(String path, Map<String, String> fields, String address) {
  public Request {
    fields = Map.copyOf(fields);
  }

  /**
   * Reads path and query.
   *
   * @throws Refused when the query is not well encoded
   */
  static Request of(URI uri, String address) throws Refused {
    Map<String, String> fields = new HashMap<>();
    String query = uri.getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Request(uri.getPath(), fields, address);
  }

  private static String decoded(String encoded) throws Refused {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new Refused(400, "编码有误 / not well encoded: " + encoded);
    }
  }

  /** A field of the query; one that is blank counts as left out. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  /** A field that must be there. */
  public String required(String name) throws Refused {
    return field(name).orElseThrow(() -> new Refused(400, "缺少参数 / missing parameter: " + name));
  }
}
