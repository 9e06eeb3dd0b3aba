package jiaohao.hall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How quickly customers are called from a stage's line today, and how wrong that was as a forecast:
 * what expected waits are told from. Only the latest count, so that an hour with fewer staff is
 * noticed within the hour.
 *
 * @param calledAt reading of the stopwatch at the last call
 * @param busy whether somebody was left waiting by it, so that the time to the next call tells how
 *     long serving takes and not how few come
 * @param gapsSeconds times between calls while somebody waited, the latest last
 * @param errorsPermille by how much of its spread each forecast was too short, the latest last
 */
public record Pace(
    long calledAt, boolean busy, List<Integer> gapsSeconds, List<Integer> errorsPermille) {
  static final Pace NONE = new Pace(0, false, List.of(), List.of());

  private static final int GAPS = 20;
  private static final int FEWEST_GAPS = 5;
  private static final int ERRORS = 40;
  private static final int FEWEST_ERRORS = 10;

  /** Nobody comes to a window in less. */
  private static final int LEAST_SPREAD_SECONDS = 20;

  public Pace {
    gapsSeconds = List.copyOf(gapsSeconds);
    errorsPermille = List.copyOf(errorsPermille);
  }

  /**
   * A guess at a wait.
   *
   * @param seconds how long it should be
   * @param spreadSeconds what an error is measured by: more for a longer line
   */
  public record Forecast(int seconds, int spreadSeconds) {}

  Pace called(long reading, boolean othersWait) {
    List<Integer> gaps =
        busy ? latest(gapsSeconds, (int) ((reading - calledAt) / 1000), GAPS) : gapsSeconds;
    return new Pace(reading, othersWait, gaps, errorsPermille);
  }

  Pace learned(Forecast forecast, int waitedSeconds) {
    long error = (waitedSeconds - forecast.seconds()) * 1000L / forecast.spreadSeconds();
    return new Pace(calledAt, busy, gapsSeconds, latest(errorsPermille, (int) error, ERRORS));
  }

  private static List<Integer> latest(List<Integer> earlier, int newest, int most) {
    List<Integer> all = new ArrayList<>(earlier);
    all.add(newest);
    return all.size() > most ? all.subList(1, all.size()) : all;
  }

  /**
   * The wait of somebody who joins the line now; empty before enough have been called.
   *
   * @param ahead how many stand before
   * @param idle whether a window of the stage has nobody to serve
   */
  Optional<Forecast> forecast(int ahead, boolean idle) {
    if (gapsSeconds.size() < FEWEST_GAPS) {
      return Optional.empty();
    }
    int calls = idle ? ahead : ahead + 1;
    double gap = gapsSeconds.stream().mapToInt(Integer::intValue).average().orElseThrow();
    int spread = LEAST_SPREAD_SECONDS + (int) (gap * (Math.sqrt(calls) + calls / 5.0));
    return Optional.of(new Forecast((int) (gap * calls), spread));
  }

  /** Between which waits it will most likely be; empty before enough forecasts were put to test. */
  Optional<Expected> range(Forecast forecast) {
    if (errorsPermille.size() < FEWEST_ERRORS) {
      return Optional.empty();
    }
    int low = at(forecast, Collections.min(errorsPermille));
    int high = at(forecast, Collections.max(errorsPermille));
    return Optional.of(new Expected(Math.max(0, low), Math.max(0, high)));
  }

  private static int at(Forecast forecast, int errorPermille) {
    return (int) (forecast.seconds() + (long) errorPermille * forecast.spreadSeconds() / 1000);
  }
}
