package jiaohao.benchmarks;

import java.util.List;
import jiaohao.year.Fairness;

/**
 * How fair calling is on simulated days of the shipped halls: the longest run of overtaking, calls
 * by share against weights while all stages are busy, waits, and standards kept.
 *
 * <p>{@code mvn -q test-compile exec:exec@bench -Dbench=FairnessFigures [-Dbench.arguments="DAYS
 * SEED"]}, 100 days of seed 1 if nothing is said.
 */
public final class FairnessFigures {
  private FairnessFigures() {}

  /** Prints the figures. */
  public static void main(String[] arguments) {
    int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    for (String hall : Fairness.halls()) {
      List<String> lines = Fairness.of(hall, seed, days);
      lines.forEach(System.out::println);
    }
  }
}
