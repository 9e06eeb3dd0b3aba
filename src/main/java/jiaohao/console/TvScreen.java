package jiaohao.console;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jiaohao.hall.Adherence;
import jiaohao.hall.Outlook;
import jiaohao.hall.Plan;
import jiaohao.hall.State;
import jiaohao.kiosk.Kiosk;
import jiaohao.web.LiveEvents;
import jiaohao.web.Site;

/**
 * What the call display shows, drawn up once however many television sets look at it, and only
 * while one does.
 */
final class TvScreen implements Site.Live {
  private static final long LOOK_MILLIS = 100;

  /** Some things change by the hour alone. */
  private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** How promises are kept is read from the journal, and nobody follows it by the second. */
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** A third of the silence at which a screen says that it may be out of date. */
  private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(3);

  /** What is told under two names; empty before there is a hall. */
  private record Picture(String hall, String now) {
    static final Picture NONE = new Picture("", "");
  }

  private final Kiosk kiosk;
  private final String pageMark;
  private Picture picture = Picture.NONE;
  private long seq = -1;
  private long drawnNanos;
  private Map<String, Adherence.Kept> kept = Map.of();
  private long keptNanos = System.nanoTime() - KEPT_NANOS;

  /**
   * The display of a hall.
   *
   * @param pageMark differs when the page's files do: an open page then loads them anew
   */
  TvScreen(Kiosk kiosk, String pageMark) {
    this.kiosk = kiosk;
    this.pageMark = pageMark;
  }

  @Override
  public void tell(LiveEvents events) throws IOException, InterruptedException {
    events.retry(1000);
    events.beat(0, time());
    while (true) {
      Picture latest = latest();
      if (!latest.equals(Picture.NONE)) {
        events.news("hall", latest.hall());
        events.news("now", latest.now());
      }
      events.beat(BEAT_NANOS, time());
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Milliseconds since 1970: television sets seldom know the time. */
  private String time() {
    return Long.toString(kiosk.wall().toEpochMilli());
  }

  private synchronized Picture latest() {
    long last = kiosk.lastSeq();
    if (last != seq || System.nanoTime() - drawnNanos >= STALE_NANOS) {
      seq = last;
      drawnNanos = System.nanoTime();
      State state = kiosk.state();
      picture = state.plan().map(plan -> draw(state, plan)).orElse(Picture.NONE);
    }
    return picture;
  }

  private Picture draw(State state, Plan plan) {
    Outlook outlook = Outlook.of(state, plan, kiosk.moment());
    return new Picture(
        TvHallJson.of(plan, pageMark),
        TvNowJson.of(
            state,
            plan,
            outlook,
            keptToday(plan),
            kiosk.news().ofHall().or(() -> state.orders().shown(kiosk.wall()))));
  }

  private Map<String, Adherence.Kept> keptToday(Plan plan) {
    if (plan.promise() && System.nanoTime() - keptNanos >= KEPT_NANOS) {
      keptNanos = System.nanoTime();
      kept = kiosk.keptToday();
    }
    return kept;
  }
}
