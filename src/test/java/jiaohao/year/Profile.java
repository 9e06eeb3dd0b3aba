package jiaohao.year;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jiaohao.hall.Plan;

/**
 * How busy a hall is, and how people behave there.
 *
 * @param customers on an ordinary day
 * @param byHour how they spread over the hours 0–23, in any unit
 * @param services how they spread over services, by id; 1 where nothing is said
 * @param bursts crowds that come at once (a bus, a morning's queue), a day on average
 * @param pace serving time of the middle customer, as a part of the stage's standard
 * @param noShow part of the customers who leave before they are called
 * @param grouped part of the customers who belong to a privileged group
 * @param booked appointments a day
 * @param trouble how often devices fail, clocks go wrong and power is cut; 1 for a bad hall
 */
record Profile(
    int customers,
    List<Double> byHour,
    Map<String, Double> services,
    double bursts,
    double pace,
    double noShow,
    double grouped,
    double booked,
    double trouble) {
  private static final double UTILIZATION = 0.7;

  /** Calling, walking, looking for the next key. */
  private static final int OVERHEAD_SECONDS = 25;

  /** The mean of servings by their middle one; see {@link Scene#about}. */
  private static final double MEAN = 1.13;

  private static final List<Double> OFFICE =
      List.of(
          0.2, 0.1, 0.1, 0.1, 0.1, 0.3, 1.0, 2.0, 6.0, 9.0, 9.0, 7.0, 5.0, 5.0, 8.0, 8.0, 6.0, 3.0,
          2.0, 2.0, 1.5, 1.0, 0.6, 0.3);

  /** Somebody is there at any hour. */
  private static final List<Double> ALL_DAY =
      List.of(
          1.5, 1.0, 1.0, 1.0, 1.0, 3.0, 3.0, 3.0, 6.0, 8.0, 8.0, 7.0, 5.0, 5.0, 7.0, 7.0, 6.0, 5.0,
          5.0, 4.0, 3.0, 2.0, 2.0, 2.0);

  /** An office: mornings are busy, and afternoons a little less. */
  static Profile office(int customers) {
    return new Profile(customers, OFFICE, Map.of(), 1.5, 0.8, 0.05, 0.1, 4, 1);
  }

  static Profile of(String hall) {
    return switch (hall) {
      case "vehicle-inspection" ->
          new Profile(170, OFFICE, Map.of("inspection", 6.0), 1, 0.8, 0.03, 0.04, 2, 1);
      case "heating" -> new Profile(220, OFFICE, Map.of(), 2, 0.7, 0.07, 0.2, 6, 1);
      case "property" -> new Profile(150, ALL_DAY, Map.of(), 1, 0.8, 0.05, 0.06, 6, 1);
      case "supermarket" -> new Profile(240, OFFICE, Map.of(), 3, 0.8, 0.1, 0.1, 0, 1);
      default -> office(200);
    };
  }

  /**
   * No more customers than the windows can serve on most days, and fewer for what takes long; the
   * busiest window works seven tenths of the day.
   */
  Profile within(Plan plan, int openSeconds) {
    Map<String, Double> weights = new HashMap<>();
    for (Plan.Service service : plan.services()) {
      double longest =
          service.route().stages().stream()
              .mapToDouble(stage -> seconds(plan, stage) / windows(plan, stage).size())
              .max()
              .orElseThrow();
      weights.put(service.id(), services.getOrDefault(service.id(), 1.0) / longest);
    }
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<Integer, Double> loads = new HashMap<>();
    for (Plan.Service service : plan.services()) {
      for (String stage : service.route().stages()) {
        List<Integer> windows = windows(plan, stage);
        double load = weights.get(service.id()) / all * seconds(plan, stage) / windows.size();
        windows.forEach(window -> loads.merge(window, load, Double::sum));
      }
    }
    double busiest = loads.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    int most = (int) (UTILIZATION * openSeconds / busiest);
    return new Profile(
        Math.min(customers, most), byHour, weights, bursts, pace, noShow, grouped, booked, trouble);
  }

  private double seconds(Plan plan, String stage) {
    int standard = plan.stage(stage).map(it -> it.limitSeconds().orElse(0)).orElse(0);
    return OVERHEAD_SECONDS + pace * (standard == 0 ? Serving.USUAL_SECONDS : standard) * MEAN;
  }

  private static List<Integer> windows(Plan plan, String stage) {
    return plan.counters().stream()
        .filter(counter -> counter.stages().contains(stage))
        .map(Plan.Counter::number)
        .toList();
  }
}
