package jiaohao.year;

import java.util.List;

/** Plays days until an invariant breaks; called across class loaders, so it speaks in strings. */
public final class Hunt {
  private Hunt() {}

  /**
   * Plays a year, or more.
   *
   * @return what broke, and on which day counted from 1; null if nothing did
   */
  public static String hunt(String hall, long seed, int days) {
    try (Year year = Year.inMemory(hall, seed)) {
      return year.run(days)
          .map(failure -> "day " + failure.number() + ", " + failure.broken().getMessage())
          .orElse(null);
    }
  }

  /**
   * Plays until something breaks, and shrinks it.
   *
   * @return the script that breaks it again; null if nothing broke, or no script does
   */
  public static List<String> shrink(String hall, long seed, int days) {
    try (Year year = Year.inMemory(hall, seed)) {
      return year.run(days).flatMap(Findings::script).orElse(null);
    }
  }

  /** The name of the invariant a script breaks; null if it breaks none. */
  public static String replay(List<String> script) {
    try {
      ScriptRunner.run(ScriptReader.read("shrunk.day", script));
      return null;
    } catch (Broken broken) {
      return broken.invariant();
    }
  }
}
