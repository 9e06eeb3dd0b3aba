package jiaohao.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param headers besides those of every answer
 * @param body empty for 204
 */
@SuppressWarnings("ArrayRecordComponent") // written to the wire once, never compared
public record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {
  public static final Reply NOTHING = new Reply(204, "", new byte[0]);

  public Reply {
    headers = Map.copyOf(headers);
  }

  public Reply(int status, String contentType, byte[] body) {
    this(status, contentType, Map.of(), body);
  }

  public static Reply json(String text) {
    return json(200, text);
  }

  public static Reply json(int status, String text) {
    return new Reply(
        status, "application/json; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply png(byte[] picture) {
    return new Reply(200, "image/png", picture);
  }

  /** The same with one more header. */
  public Reply with(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, more, body);
  }
}
