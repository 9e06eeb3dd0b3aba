package jiaohao.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Server-sent events of one open page. One thread uses it. */
public final class LiveEvents {
  private final Map<String, String> told = new HashMap<>();
  private final OutputStream out;
  private long lastNanos = System.nanoTime();

  LiveEvents(OutputStream out) {
    this.out = out;
  }

  /** Has the page come back so soon after it lost the connection. */
  public void retry(int millis) throws IOException {
    send("retry: " + millis + "\n\n");
  }

  /**
   * Tells what differs from what was last told under this name.
   *
   * @param data one line
   */
  public void news(String name, String data) throws IOException {
    if (!data.equals(told.put(name, data))) {
      event(name, data);
    }
  }

  /** A sign of life, so that both ends notice when the other is gone; unless told just now. */
  public void beat(long everyNanos, String data) throws IOException {
    if (System.nanoTime() - lastNanos >= everyNanos) {
      event("beat", data);
    }
  }

  private void event(String name, String data) throws IOException {
    send("event: " + name + "\ndata: " + data + "\n\n");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    lastNanos = System.nanoTime();
  }
}
