package jiaohao.central;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jiaohao.hall.Adherence;
import jiaohao.hall.DayFigures;
import jiaohao.web.Json;

/** A hall's last days in a few figures each, for the charts. */
final class DaysJson {
  private DaysJson() {}

  /**
   * A JSON list, the earliest day first; days of which nothing is known are left out.
   *
   * @param most days, ending with the hall's last
   */
  static String of(HallCopy hall, int most) throws IOException {
    Optional<LocalDate> last = hall.state().day();
    List<Day> days = new ArrayList<>();
    for (int back = most - 1; last.isPresent() && back >= 0; back--) {
      days.add(Day.of(hall, last.get().minusDays(back)));
    }
    days.removeIf(day -> day.figures().tickets().isEmpty());
    return Json.of(json -> Json.objects(json, days, day -> day.write(json)));
  }

  private record Day(LocalDate date, DayFigures figures, Adherence adherence) {
    static Day of(HallCopy hall, LocalDate date) throws IOException {
      DayFigures figures = new DayFigures(date);
      Adherence adherence =
          hall.state().plan().map(plan -> new Adherence(date, plan)).orElseThrow();
      hall.facts(
          date,
          fact -> {
            figures.see(fact);
            adherence.see(fact);
          });
      return new Day(date, figures, adherence);
    }

    void write(JsonWriter json) throws IOException {
      json.name("day").value(date.toString());
      json.name("tickets")
          .value(figures.tickets().values().stream().mapToInt(each -> each.issued()).sum());
      json.name("finished")
          .value(figures.tickets().values().stream().mapToInt(each -> each.finished()).sum());
      json.name("missed")
          .value(figures.tickets().values().stream().mapToInt(each -> each.missed()).sum());
      json.name("wait_s")
          .value(
              figures.waits().values().stream()
                  .mapToLong(each -> each.middleSeconds())
                  .max()
                  .orElse(0));
      share(json, "serving", adherence.wholeDay().services());
      share(json, "waiting", adherence.wholeDay().waits());
    }

    private static void share(JsonWriter json, String name, Adherence.Share share)
        throws IOException {
      if (share.accounted() > 0) {
        json.name(name).value(100.0 * share.within() / share.accounted());
      }
    }
  }
}
