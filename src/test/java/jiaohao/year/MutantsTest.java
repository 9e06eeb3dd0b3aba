package jiaohao.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator finds bugs: each of these is put into the hall, and found. */
class MutantsTest {
  private static final int MOST_DAYS = 1000;
  private static final int CORES = 2;

  @TempDir private Path temporary;

  private Path folder(String name) throws Exception {
    return Files.createDirectories(temporary.resolve(name));
  }

  @Test
  void everyPlantedBugIsFound() throws Exception {
    List<Future<String>> hunts = new ArrayList<>();
    try (ExecutorService hunters = Executors.newFixedThreadPool(CORES)) {
      for (Mutant mutant : Mutant.ALL) {
        Path classes = folder("mutant-" + hunts.size());
        hunts.add(hunters.submit(() -> hunt(mutant, classes)));
      }
    }
    for (int index = 0; index < hunts.size(); index++) {
      Mutant mutant = Mutant.ALL.get(index);
      String found = hunts.get(index).get();
      assertNotNull(found, () -> "not found in " + MOST_DAYS + " days: " + mutant.why());
      System.out.println(mutant.why() + ": " + found.lines().findFirst().orElseThrow());
    }
  }

  private static String hunt(Mutant mutant, Path classes) throws Exception {
    try (MutantHall mutated = MutantHall.of(mutant, classes)) {
      return mutated.hunt(mutant.hall(), 1, MOST_DAYS);
    }
  }

  @Test
  void aFailureShrinksToAShortScriptThatFailsInTheSameWay() throws Exception {
    Mutant mutant = Mutant.ALL.getFirst();
    try (MutantHall mutated = MutantHall.of(mutant, folder("shrunk"))) {
      List<?> script = (List<?>) mutated.shrink(mutant.hall(), 1, MOST_DAYS);
      assertTrue(script.size() < 20, () -> "a long script: " + script);
      assertEquals("place", mutated.replay(script));
    }
  }
}
