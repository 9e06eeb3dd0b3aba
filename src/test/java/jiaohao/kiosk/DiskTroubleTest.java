package jiaohao.kiosk;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jiaohao.hall.Audit;
import jiaohao.hall.Event;
import jiaohao.journal.Verify;
import jiaohao.testing.Await;
import jiaohao.testing.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTroubleTest {
  @TempDir private Path dir;

  @Test
  void onAFullDiskPressesAreRefusedInWordsAndIssuingResumesByItself() throws Exception {
    try (Mount disk = Mount.tmpfs(dir, "size=1m")) {
      try (Box box = Box.start(disk.dir())) {
        box.does("take inspection");
        Path ballast = disk.dir().resolve("ballast");
        Await.until("the disk is full for good", () -> troubled(box, ballast));
        Answer.Refused refused =
            assertInstanceOf(Answer.Refused.class, box.press("take inspection"));
        assertEquals(Troubles.NOT_RECORDED, refused.refusal());
        Files.delete(ballast);
        Await.until("the fault is over", () -> box.kiosk().faults().isEmpty());
        box.does("take inspection");
        long issued = Box.events(disk.dir(), Event.TicketIssued.class).size();
        assertEquals(issued, box.state().tickets().size());
      }
      assertEquals(
          List.of("disk-full"),
          Box.events(disk.dir(), Event.FaultRaised.class).stream()
              .map(Event.FaultRaised::fault)
              .distinct()
              .toList());
      assertTrue(Verify.journal(disk.dir(), new Audit()::see).ok());
    }
  }

  @Test
  void aReadOnlyDirectoryIsAFaultWithARemedyAndTheKioskStartsOnceItCanWrite() throws Exception {
    try (Mount disk = Mount.tmpfs(dir, "size=8m")) {
      disk.remount("ro");
      try (Box box = Box.begin(disk.dir())) {
        Await.until("the fault is on", () -> !box.kiosk().faults().isEmpty());
        assertTrue(StateJson.of(box.kiosk()).contains("\"read-only\""));
        assertInstanceOf(Answer.Refused.class, box.press("take inspection"));
        assertFalse(box.firmware.ready().isDone());
        disk.remount("rw");
        box.firmware.ready().get(10, TimeUnit.SECONDS);
        box.does("take inspection");
        Await.until("the fault is over", () -> box.kiosk().faults().isEmpty());
      }
      assertEquals(1, Box.events(disk.dir(), Event.TicketIssued.class).size());
      assertTrue(Verify.journal(disk.dir(), new Audit()::see).ok());
    }
  }

  /** The journal's last pages, and what reopening it frees, may still take a few tickets. */
  private static boolean troubled(Box box, Path ballast) throws Exception {
    fill(ballast);
    box.press("take inspection");
    return StateJson.of(box.kiosk()).contains("\"disk-full\"");
  }

  private static void fill(Path ballast) throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast, CREATE, APPEND)) {
      while (true) {
        out.write(new byte[1024]);
      }
    } catch (IOException full) {
      // As intended.
    }
  }
}
