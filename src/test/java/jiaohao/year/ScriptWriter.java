package jiaohao.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a record down as a day script. */
final class ScriptWriter {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private ScriptWriter() {}

  /** A script that breaks the same invariant. */
  static List<String> write(Year.Failure failure, Year.DayRecord record) {
    List<Outcome> outcomes = new ArrayList<>();
    Optional<Broken> broken =
        Shrinker.replay(failure.plan(), record.begin(), record.done(), outcomes);
    List<String> text = new ArrayList<>();
    text.add("# seed " + failure.seed() + ", " + failure.day());
    text.add("# breaks " + broken.map(Broken::getMessage).orElse("nothing").replace('\n', ' '));
    text.add("hall " + failure.hall());
    LocalDateTime begin = local(failure, record.begin());
    text.add("clock " + CLOCK.format(begin));
    LocalDate date = begin.toLocalDate();
    for (int index = 0; index < record.done().size(); index++) {
      Scene.Done done = record.done().get(index);
      LocalDateTime at = local(failure, done.at());
      while (date.isBefore(at.toLocalDate())) {
        text.add("next day");
        date = date.plusDays(1);
      }
      text.add(line(at, done.action(), index < outcomes.size() ? outcomes.get(index) : null));
    }
    return text;
  }

  private static LocalDateTime local(Year.Failure failure, Instant at) {
    return at.atZone(failure.plan().timezone()).toLocalDateTime();
  }

  private static String line(LocalDateTime at, Action action, Outcome outcome) {
    String time = TIME.format(at).replaceFirst("\\.000$", "");
    String comesTo = outcome == null ? "done" : ScriptRunner.words(outcome);
    String arrow = comesTo.equals("done") ? "" : " -> " + comesTo;
    return time + "  " + action + arrow;
  }
}
