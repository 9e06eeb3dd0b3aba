package jiaohao.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jiaohao.web.LiveEvents;
import jiaohao.web.Site;

/**
 * What an open page is told. The chips and the printer tell nobody when they change, so they are
 * looked at often; nobody looks while no page is open.
 */
final class LivePanel implements Site.Live {
  /** Quicker than the eye follows a blink. */
  private static final long LOOK_MILLIS = 60;

  private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int SAID = 30;

  private final Map<String, Supplier<String>> sources = new LinkedHashMap<>();

  LivePanel(Bench bench) {
    BenchDevices devices = bench.devices();
    sources.put("panel", () -> PanelJson.of(bench));
    sources.put("board", () -> DeviceJson.segments(devices));
    sources.put("counter_displays", () -> DeviceJson.counterDisplays(devices));
    sources.put("slips", () -> DeviceJson.slipCount(devices));
    sources.put("said", () -> DeviceJson.said(devices, bench.plan().timezone(), SAID));
  }

  @Override
  public void tell(LiveEvents events) throws IOException, InterruptedException {
    events.retry(1000);
    while (true) {
      for (Map.Entry<String, Supplier<String>> source : sources.entrySet()) {
        events.news(source.getKey(), source.getValue().get());
      }
      events.beat(BEAT_NANOS, "0");
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
