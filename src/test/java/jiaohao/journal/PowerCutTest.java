package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerCutTest {
  private static final int KILLS = 50;
  private static final int KILLS_AMONG_SNAPSHOTS = 25;

  @TempDir private Path dir;

  @Test
  void killsAmongSnapshotsLeaveTheJournalSoundAndTheFoldRight(@TempDir Path ready)
      throws Exception {
    List<String> quick = Child.quickStart(ready);
    long seed = 32;
    Random random = new Random(seed);
    Map<Long, String> acknowledged = new HashMap<>();
    List<String> folds = new ArrayList<>();
    for (int kill = 0; kill < KILLS_AMONG_SNAPSHOTS; kill++) {
      Process child = Child.run(quick, dir, "snapshots", Long.toString(seed * 1000 + kill));
      try {
        listen(child, 2 + random.nextInt(40), acknowledged, folds);
      } finally {
        child.destroyForcibly().waitFor();
      }
    }
    assertEquals(KILLS_AMONG_SNAPSHOTS, folds.size(), "a fold each");
    assertTrue(folds.stream().allMatch(fold -> fold.startsWith("right")), folds::toString);
    assertEquals(1, folds.stream().filter("right 0"::equals).count(), folds::toString);
    assertStored(acknowledged, seed);
  }

  @Test
  void everyAcknowledgedRowOutlivesFiftyKillsInMidAppend(@TempDir Path ready) throws Exception {
    List<String> quick = Child.quickStart(ready);
    long seed = 31;
    Random random = new Random(seed);
    Map<Long, String> acknowledged = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = Child.run(quick, dir, "write", Long.toString(seed * 1000 + kill));
      try {
        listen(child, 1 + random.nextInt(60), acknowledged, new ArrayList<>());
      } finally {
        child.destroyForcibly().waitFor();
      }
    }
    assertTrue(acknowledged.size() >= KILLS, "acknowledged: " + acknowledged.size());
    assertStored(acknowledged, seed);
  }

  private void assertStored(Map<Long, String> acknowledged, long seed) throws IOException {
    Map<Long, String> stored = new HashMap<>();
    try (JournalReader reader = Journal.reader(dir)) {
      reader.read(1, row -> stored.put(row.seq(), row.hash()));
    }
    acknowledged.forEach((seq, hash) -> assertEquals(hash, stored.get(seq), "event " + seq));
    assertTrue(JournalTest.verify(dir).ok(), "seed " + seed);
  }

  /** Kills while the child writes on; what still comes out of the pipe was acknowledged, too. */
  private static void listen(
      Process child, int enough, Map<Long, String> acknowledged, List<String> folds)
      throws IOException {
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      String line;
      int heard = 0;
      while ((line = lines.readLine()) != null) {
        if (line.matches("\\d+ [0-9a-f]{64}")) {
          String[] parts = line.split(" ", -1);
          String before = acknowledged.put(Long.valueOf(parts[0]), parts[1]);
          assertEquals(null, before, "event " + parts[0] + " acknowledged twice");
        } else {
          folds.add(line);
        }
        if (++heard == enough) {
          child.toHandle().destroyForcibly();
        }
      }
    }
  }
}
