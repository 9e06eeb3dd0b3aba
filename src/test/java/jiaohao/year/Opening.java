package jiaohao.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jiaohao.hall.Calendar;

/** The hours of one day as the staff know them, in true time. */
record Opening(Scene scene, List<Calendar.Hours> spans, boolean always) {
  static Opening of(Scene scene, LocalDate date) {
    Calendar calendar = scene.world().shipped().calendar();
    return new Opening(scene, Breaks.spans(calendar, date), calendar.always());
  }

  /** Whether nobody comes in on that day. */
  boolean holiday() {
    return !always && spans.isEmpty();
  }

  Instant first() {
    return always ? scene.now() : scene.at(spans.getFirst().open());
  }

  Instant last() {
    return always ? latest() : scene.at(spans.getLast().close());
  }

  boolean over(Instant now) {
    return !now.isBefore(last());
  }

  boolean lunch(Instant now) {
    return !always && !now.isBefore(first()) && !over(now) && !open(now);
  }

  boolean open(Instant now) {
    return always
        || spans.stream()
            .anyMatch(span ->
                !now.isBefore(scene.at(span.open())) && now.isBefore(scene.at(span.close())));
  }

  /** When even the last goes home: some minutes before the next day. */
  Instant latest() {
    LocalTime starts = scene.world().shipped().dayStarts();
    return scene
        .date()
        .plusDays(1)
        .atTime(starts)
        .atZone(scene.world().shipped().timezone())
        .toInstant()
        .minus(5, ChronoUnit.MINUTES);
  }
}
