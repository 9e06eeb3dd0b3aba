package jiaohao.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Nearest {
  private static final int LEAST_BEGINNING = 3;

  private Nearest() {}

  /** The word of {@code known} that differs least, when it differs little, or only goes on. */
  static Optional<String> to(String word, Collection<String> known) {
    int allowed = Math.max(1, word.length() / 3);
    Optional<String> near =
        known.stream()
            .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
            .filter(candidate -> distance(word, candidate) <= allowed)
            .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    return near.or(() -> longer(word, known));
  }

  /** "width" for "width_mm": units are easily forgotten. */
  private static Optional<String> longer(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> word.length() >= LEAST_BEGINNING && candidate.startsWith(word))
        .findFirst();
  }

  /** "did you mean …" to put before what was expected; empty when nothing is near. */
  static String hint(String word, Collection<String> known) {
    return to(word, known)
        .map(near -> Problems.both("是不是", "did you mean") + " " + Quoted.of(near) + "? ")
        .orElse("");
  }

  /** Letters to insert, drop, change or swap, without regard to case (Damerau, Levenshtein). */
  private static int distance(String one, String other) {
    String left = one.toLowerCase(Locale.ROOT);
    String right = other.toLowerCase(Locale.ROOT);
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int row = 0; row <= left.length(); row++) {
      for (int column = 0; column <= right.length(); column++) {
        cost[row][column] = cost(cost, left, right, row, column);
      }
    }
    return cost[left.length()][right.length()];
  }

  private static int cost(int[][] cost, String left, String right, int row, int column) {
    if (row == 0 || column == 0) {
      return row + column;
    }
    int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
    int least =
        Math.min(
            cost[row - 1][column - 1] + change,
            Math.min(cost[row - 1][column], cost[row][column - 1]) + 1);
    boolean swapped =
        row > 1
            && column > 1
            && left.charAt(row - 1) == right.charAt(column - 2)
            && left.charAt(row - 2) == right.charAt(column - 1);
    return swapped ? Math.min(least, cost[row - 2][column - 2] + 1) : least;
  }
}
