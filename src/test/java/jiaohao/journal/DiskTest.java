package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jiaohao.health.Fault;
import jiaohao.testing.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal on real file systems that are full or read-only, and its syncs counted. */
class DiskTest {
  @TempDir private Path dir;

  @Test
  void aFullFileSystemIsToldAndGoesOnWhenThereIsSpace() throws Exception {
    Facts facts = new Facts(51);
    try (Mount mount = Mount.tmpfs(dir, "size=1m");
        StateLock lock = StateLock.take(mount.dir())) {
      Path ballast = mount.dir().resolve("ballast");
      long acknowledged;
      try (Journal journal = Journal.open(lock)) {
        Files.write(ballast, new byte[500_000]);
        JournalException full =
            assertThrows(JournalException.class, () -> JournalTest.appendFor(journal, facts));
        assertEquals(Fault.DISK_FULL, full.fault(), full.getMessage());
        acknowledged = journal.lastSeq();
        assertTrue(acknowledged > 100);
      }
      Files.delete(ballast);
      try (Journal journal = Journal.open(lock)) {
        assertTrue(journal.lastSeq() >= acknowledged, "what was acknowledged is there");
        assertEquals(journal.lastSeq() + 1, journal.append(facts.list(1)).getFirst().seq());
      }
      assertTrue(JournalTest.verify(mount.dir()).ok());
    }
  }

  @Test
  void aFileSystemFullFromTheStartIsToldAsSuch() throws Exception {
    try (Mount mount = Mount.tmpfs(dir, "size=64k");
        StateLock lock = StateLock.take(mount.dir())) {
      fill(mount.dir().resolve("ballast"));
      JournalException full =
          assertThrows(JournalException.class, () -> Journal.open(lock).close());
      assertEquals(Fault.DISK_FULL, full.fault(), full.getMessage());
    }
  }

  @Test
  void aReadOnlyFileSystemIsToldAndCanStillBeRead() throws Exception {
    try (Mount mount = Mount.tmpfs(dir, "size=8m")) {
      List<Row> added;
      try (StateLock lock = StateLock.take(mount.dir());
          Journal journal = Journal.open(lock)) {
        added = journal.append(new Facts(52).list(100));
      }
      mount.remount("ro");
      JournalException refusal =
          assertThrows(JournalException.class, () -> StateLock.take(mount.dir()));
      assertEquals(Fault.READ_ONLY, refusal.fault(), refusal.getMessage());
      try (JournalReader reader = Journal.reader(mount.dir())) {
        assertEquals(added, reader.rows(1, 1000));
      }
    }
  }

  @Test
  void aJournalFileThatCannotBeWrittenIsReadOnly() throws Exception {
    try (StateLock lock = StateLock.take(dir)) {
      Journal.open(lock).close();
      Path file = dir.resolve("journal.db");
      assumeTrue(Mount.done("chattr", "+i", file.toString()), "chattr needs root and a disk");
      try {
        JournalException refusal =
            assertThrows(JournalException.class, () -> Journal.open(lock).close());
        assertEquals(Fault.READ_ONLY, refusal.fault(), refusal.getMessage());
      } finally {
        Mount.done("chattr", "-i", file.toString());
      }
    }
  }

  @Test
  void sixtyFourWaitingFactsCostAtMostTwoSyncs() throws Exception {
    long few = syncs(1);
    long more = syncs(41);
    assertTrue(more - few >= 40, "each commit is synced: " + few + " and " + more);
    assertTrue(more - few <= 80, "40 commits of 64 cost " + (more - few) + " syncs");
  }

  private long syncs(int commits) throws Exception {
    Path trace = dir.resolve("trace" + commits);
    List<String> command = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-o"));
    command.addAll(List.of(trace.toString(), "-e", "trace=fsync,fdatasync"));
    command.addAll(
        Child.command(dir.resolve("state" + commits), "batches", Integer.toString(commits)));
    assumeTrue(Mount.done(command.toArray(new String[0])), "strace cannot be used here");
    try (var lines = Files.lines(trace)) {
      return lines.filter(line -> line.contains("sync(")).count();
    }
  }

  private static void fill(Path ballast) throws IOException {
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException e) {
      assertTrue(Files.size(ballast) > 0, "full at last");
    }
  }
}
