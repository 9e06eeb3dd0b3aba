package jiaohao.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
  @TempDir private Path dir;

  @Test
  void aSecondTakerInThisProcessIsRefusedWithDirectoryAndRemedy() throws Exception {
    try (StateLock lock = StateLock.take(dir)) {
      JournalException refusal = assertThrows(JournalException.class, () -> StateLock.take(dir));
      assertTrue(refusal.getMessage().contains(lock.stateDir().toString()), refusal.getMessage());
      assertTrue(refusal.getMessage().contains("--state"), refusal.getMessage());
    }
    StateLock.take(dir).close();
  }

  @Test
  void theSameDirectoryByAnotherNameIsTheSame() throws Exception {
    Path other = Files.createSymbolicLink(dir.resolve("other"), Files.createDirectory(state()));
    try (StateLock lock = StateLock.take(state())) {
      assertThrows(JournalException.class, () -> StateLock.take(other), lock::toString);
    }
  }

  @Test
  void anotherProcessIsRefusedEvenAfterARefusalHere() throws Exception {
    try (StateLock lock = StateLock.take(dir)) {
      assertThrows(JournalException.class, () -> StateLock.take(dir));
      Process other = Child.start(dir, "lock");
      String words = Child.words(other);
      assertEquals(3, other.waitFor(), words);
      assertTrue(words.contains(lock.stateDir().toString()), words);
      assertTrue(words.contains("process " + ProcessHandle.current().pid()), words);
    }
    Process free = Child.start(dir, "lock");
    assertEquals("locked\n", Child.words(free));
    assertEquals(0, free.waitFor());
  }

  @Test
  void aMissingDirectoryIsMade() throws Exception {
    StateLock.take(dir.resolve("a/b")).close();
    assertTrue(Files.isDirectory(dir.resolve("a/b")));
  }

  private Path state() {
    return dir.resolve("state");
  }
}
