package jiaohao.web;

import java.nio.charset.StandardCharsets;

/**
 * What is answered.
 *
 * @param body empty for 204
 */
@SuppressWarnings("ArrayRecordComponent") // written to the wire once, never compared
public record Reply(int status, String contentType, byte[] body) {
  public static final Reply NOTHING = new Reply(204, "", new byte[0]);

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
}
