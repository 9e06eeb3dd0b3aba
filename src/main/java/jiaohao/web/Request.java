package jiaohao.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param path decoded: "/bench/board"
 * @param fields of the query, decoded; of a name given twice, the first
 * @param sent what came with it, and from where
 */
public record Request(String path, Map<String, String> fields, Sent sent) {
  public Request {
    fields = Map.copyOf(fields);
  }

  /**
   * What came with a request.
   *
   * @param address who asks; of a request that another server of this machine passes on, whom that
   *     one heard
   * @param headers by name in lower case; of a name given twice, the first
   * @param form fields of a posted form, decoded
   */
  public record Sent(String address, Map<String, String> headers, Map<String, String> form) {
    public Sent {
      headers = Map.copyOf(headers);
      form = Map.copyOf(form);
    }
  }

  /**
   * Reads path and query.
   *
   * @throws Refused when the query is not well encoded
   */
  static Request of(URI uri, Sent sent) throws Refused {
    String query = uri.getRawQuery();
    return new Request(uri.getPath(), form(query == null ? "" : query), sent);
  }

  /**
   * Takes {@code NAME=VALUE&…} apart.
   *
   * @throws Refused when it is not well encoded
   */
  static Map<String, String> form(String encoded) throws Refused {
    Map<String, String> fields = new HashMap<>();
    for (String pair : List.of(encoded.split("&", -1))) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String encoded) throws Refused {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new Refused(400, "编码有误 / not well encoded: " + encoded);
    }
  }

  /** Who asks. */
  public String address() {
    return sent.address();
  }

  /** A header; empty if it was not sent. */
  public String header(String name) {
    return sent.headers().getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** By name. */
  public Map<String, String> cookies() {
    Map<String, String> cookies = new HashMap<>();
    for (String pair : List.of(header("Cookie").split(";", -1))) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        cookies.putIfAbsent(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return cookies;
  }

  /** A field of the posted form that must be there. */
  public String posted(String name) throws Refused {
    String value = sent.form().get(name);
    if (value == null) {
      throw new Refused(400, "缺少参数 / missing parameter: " + name);
    }
    return value;
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
