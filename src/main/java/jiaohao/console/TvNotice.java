package jiaohao.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jiaohao.hall.Calendar;
import jiaohao.hall.Outlook;
import jiaohao.hall.Plan;
import jiaohao.hall.Text;
import jiaohao.voice.Utterance;
import jiaohao.voice.Wording;

/** What the whole hall is told, in the words in which it is said. */
final class TvNotice {
  private TvNotice() {}

  /** As the page spells it: "open", "suspended", "break", "last", "shut", "no-numbers". */
  static String word(Outlook.Standing standing) {
    return switch (standing) {
      case OPEN -> "open";
      case SUSPENDED -> "suspended";
      case BREAK -> "break";
      case LAST_ONES -> "last";
      case SHUT -> "shut";
      case NO_NUMBERS -> "no-numbers";
    };
  }

  /** Empty while there is nothing to tell. */
  static Optional<Text> of(Plan plan, Outlook outlook) {
    Wording wording = new Wording(plan);
    return switch (outlook.standing()) {
      case OPEN -> Optional.empty();
      case SUSPENDED -> written(wording.emergency());
      case BREAK -> outlook.pause().flatMap(pause -> lunch(wording, pause));
      case LAST_ONES -> written(wording.closed());
      case SHUT -> Optional.of(outlook.shut());
      case NO_NUMBERS -> written(wording.outOfService());
    };
  }

  private static Optional<Text> lunch(Wording wording, Calendar.Break pause) {
    return written(wording.lunch(pause.from(), pause.until()));
  }

  /** By language; empty in a hall whose languages have no words. */
  private static Optional<Text> written(List<Utterance> said) {
    Map<String, String> words = new LinkedHashMap<>();
    said.forEach(one -> words.put(one.language(), one.text()));
    return words.isEmpty() ? Optional.empty() : Optional.of(new Text(words));
  }
}
