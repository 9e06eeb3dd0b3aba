package jiaohao.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measured values by name, in the order first noted. */
final class Figures {
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  void note(String name, double value) {
    values.computeIfAbsent(name, unheard -> new ArrayList<>()).add(value);
  }

  double median(String name) {
    return quantile(name, 0.5);
  }

  /** The smallest value that so much of all is not above. */
  double quantile(String name, double part) {
    List<Double> sorted = values.get(name).stream().sorted().toList();
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }

  /** Prints a line a name. */
  void print() {
    System.out.printf("%-46s%6s%10s%10s%10s%n", "", "n", "median", "p99", "most");
    for (String name : values.keySet()) {
      System.out.printf(
          "%-46s%6d%10.2f%10.2f%10.2f%n",
          name, values.get(name).size(), median(name), quantile(name, 0.99), quantile(name, 1));
    }
  }
}
