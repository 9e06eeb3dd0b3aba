package jiaohao.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jiaohao.hall.Fact;
import jiaohao.hall.State;
import jiaohao.journal.Journal;
import jiaohao.journal.StateLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year in a minute. More on demand: {@code mvn test -Dtest=YearTest -Djiaohao.year.seeds=10},
 * {@code -Djiaohao.year.first=7} for the first of the seeds.
 */
class YearTest {
  private static final int DAYS = Integer.getInteger("jiaohao.year.days", 365);
  private static final int SEEDS = Integer.getInteger("jiaohao.year.seeds", 1);
  private static final int FIRST_SEED = Integer.getInteger("jiaohao.year.first", 1);
  private static final int CORES = 2;

  @Test
  void nothingBreaksInAYearOfAnyHall() throws Exception {
    long begun = System.nanoTime();
    List<Future<Optional<String>>> years = new ArrayList<>();
    try (ExecutorService cores = Executors.newFixedThreadPool(CORES)) {
      for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
        for (String hall : KnownHalls.SHIPPED) {
          int number = seed;
          years.add(cores.submit(() -> failure(hall, number)));
        }
      }
    }
    List<String> failures = new ArrayList<>();
    for (Future<Optional<String>> year : years) {
      year.get().ifPresent(failures::add);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%d hall days in %.0f s, %.1f a second%n",
        years.size() * DAYS, seconds, years.size() * DAYS / seconds);
    assertTrue(failures.isEmpty(), () -> String.join("\n\n", failures));
  }

  private static Optional<String> failure(String hall, long seed) {
    try (Year year = Year.inMemory(hall, seed)) {
      return year.run(DAYS).map(Findings::report);
    }
  }

  @Test
  void theSameSeedMakesTheSameDays() {
    assertEquals(days("service-desk", 5), days("service-desk", 5));
  }

  private static List<Fact> days(String hall, long seed) {
    List<Fact> facts = new ArrayList<>();
    try (Year year = Year.inMemory(hall, seed)) {
      year.watch(facts::add);
      assertEquals(Optional.empty(), year.run(2));
    }
    return facts;
  }

  /** Fewer days, since each press waits for the disk as it does in a hall. */
  @Test
  void theJournalOnTheDiskFoldsToTheSame(@TempDir Path stateDir) throws Exception {
    State last;
    try (Year year = Year.onDisk("vehicle-inspection", 3, stateDir)) {
      assertEquals(Optional.empty(), year.run(2));
      last = year.world().state();
    }
    try (StateLock lock = StateLock.take(stateDir);
        Journal journal = Journal.open(lock)) {
      assertEquals(last, journal.fold());
    }
  }
}
