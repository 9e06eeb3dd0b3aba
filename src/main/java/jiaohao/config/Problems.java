package jiaohao.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
  private static final Comparator<Problem> IN_FILE_ORDER =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private Damage damage = Damage.NONE;

  Problems(String file) {
    this.file = file;
  }

  /** From now on, what is only a consequence of broken syntax is not reported. */
  void expect(Damage damage) {
    this.damage = damage;
  }

  void error(Place place, String wrong, String expected) {
    if (!damage.covers(place)) {
      found.add(problem(place, wrong, expected, false));
    }
  }

  void warning(Place place, String wrong, String expected) {
    if (!damage.covers(place)) {
      found.add(problem(place, wrong, expected, true));
    }
  }

  /** Something is absent from the table that begins at {@code place}. */
  void missing(Place place, String wrong, String expected) {
    if (!damage.mayHideFrom(place)) {
      error(place, wrong, expected);
    }
  }

  /** Something is declared nowhere in the file, unless a broken line hides it. */
  void undeclared(Place place, String wrong, String expected) {
    if (!damage.any()) {
      error(place, wrong, expected);
    }
  }

  /** Something is used nowhere in the file, unless a broken line hides that. */
  void unused(Place place, String wrong, String expected) {
    if (!damage.any()) {
      warning(place, wrong, expected);
    }
  }

  private Problem problem(Place place, String wrong, String expected, boolean warning) {
    return new Problem(file, place.line(), place.column(), wrong, expected, warning);
  }

  boolean anyError() {
    return found.stream().anyMatch(problem -> !problem.warning());
  }

  List<Problem> inFileOrder() {
    return found.stream().distinct().sorted(IN_FILE_ORDER).toList();
  }

  /** One line in the two languages every message exists in. */
  static String both(String zh, String en) {
    return zh + " / " + en;
  }
}
