package jiaohao.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Server-sent events of one open page: what has changed since it was last told, and a beat so that
 * both ends notice when the other is gone. The chips and the printer tell nobody when they change,
 * so they are looked at often; nobody looks while no page is open.
 */
final class LiveEvents {
  /** Quicker than the eye follows a blink. */
  private static final long LOOK_MILLIS = 60;

  private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int SAID = 30;

  private final Map<String, Supplier<String>> sources = new LinkedHashMap<>();
  private final Map<String, String> told = new HashMap<>();
  private final OutputStream out;
  private long lastNanos = System.nanoTime();

  LiveEvents(Bench bench, OutputStream out) {
    this.out = out;
    BenchDevices devices = bench.devices();
    sources.put("panel", () -> PanelJson.of(bench));
    sources.put("board", () -> DeviceJson.segments(devices));
    sources.put("counter_displays", () -> DeviceJson.counterDisplays(devices));
    sources.put("slips", () -> DeviceJson.slipCount(devices));
    sources.put("said", () -> DeviceJson.said(devices, bench.plan().timezone(), SAID));
  }

  /** Tells until the page is gone, which ends it with an IOException. */
  void tell() throws IOException, InterruptedException {
    send("retry: 1000\n\n");
    while (true) {
      for (Map.Entry<String, Supplier<String>> source : sources.entrySet()) {
        tellNews(source.getKey(), source.getValue().get());
      }
      if (System.nanoTime() - lastNanos >= BEAT_NANOS) {
        send("event: beat\ndata: 0\n\n");
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private void tellNews(String name, String data) throws IOException {
    if (!data.equals(told.put(name, data))) {
      send("event: " + name + "\ndata: " + data + "\n\n");
    }
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    lastNanos = System.nanoTime();
  }
}
