package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerCutTest {
  private static final int KILLS = 50;

  @TempDir private Path dir;

  @Test
  void everyAcknowledgedRowOutlivesFiftyKillsInMidAppend(@TempDir Path ready) throws Exception {
    List<String> quick = Child.quickStart(ready);
    long seed = 31;
    Random random = new Random(seed);
    Map<Long, String> acknowledged = new HashMap<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = Child.run(quick, dir, "write", Long.toString(seed * 1000 + kill));
      try {
        listen(child, 1 + random.nextInt(60), acknowledged);
      } finally {
        child.destroyForcibly().waitFor();
      }
    }
    Map<Long, String> stored = new HashMap<>();
    try (JournalReader reader = Journal.reader(dir)) {
      reader.read(1, row -> stored.put(row.seq(), row.hash()));
    }
    acknowledged.forEach((seq, hash) -> assertEquals(hash, stored.get(seq), "event " + seq));
    assertTrue(acknowledged.size() >= KILLS, "acknowledged: " + acknowledged.size());
    assertTrue(JournalTest.verify(dir).ok(), "seed " + seed);
  }

  /** Kills while the child writes on; what still comes out of the pipe was acknowledged, too. */
  private static void listen(Process child, int enough, Map<Long, String> acknowledged)
      throws IOException {
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      String line;
      int heard = 0;
      while ((line = lines.readLine()) != null) {
        if (line.matches("\\d+ [0-9a-f]{64}")) {
          String[] parts = line.split(" ", -1);
          String before = acknowledged.put(Long.valueOf(parts[0]), parts[1]);
          assertEquals(null, before, "event " + parts[0] + " acknowledged twice");
        }
        if (++heard == enough) {
          child.toHandle().destroyForcibly();
        }
      }
    }
  }
}
