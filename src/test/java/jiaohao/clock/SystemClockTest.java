package jiaohao.clock;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import jiaohao.clock.SystemClock.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemClockTest {
  @TempDir Path system;
  private Path mark;
  private Path chips;

  @BeforeEach
  void laysOut() throws Exception {
    mark = system.resolve("synchronized");
    chips = Files.createDirectory(system.resolve("rtc"));
  }

  @Test
  void aBoxWithoutTimeServerAndClockChipIsNotBelieved() {
    assertFalse(clock(Trust.AUTO).trusted());
  }

  @Test
  void aBoxWithoutAnyClockClassIsNotBelieved() throws Exception {
    Files.delete(chips);
    assertFalse(clock(Trust.AUTO).trusted());
  }

  @Test
  void aTimeServerThatSetTheClockIsBelieved() throws Exception {
    Files.createFile(mark);
    assertTrue(clock(Trust.AUTO).trusted());
  }

  @Test
  void aClockChipThatSetTheTimeAtBootIsBelieved() throws Exception {
    chip("rtc0", "0\n");
    chip("rtc1", "1\n");
    assertTrue(clock(Trust.AUTO).trusted());
  }

  @Test
  void aClockChipThatDidNotSetTheTimeIsNotBelieved() throws Exception {
    chip("rtc0", "0\n");
    assertFalse(clock(Trust.AUTO).trusted());
  }

  @Test
  void trustIsLookedUpAnewAfterAFewSeconds() throws Exception {
    SystemClock clock = clock(Trust.AUTO);
    assertFalse(clock.trustedAt(0));
    Files.createFile(mark);
    assertFalse(clock.trustedAt(Duration.ofSeconds(2).toNanos()), "files are not read every time");
    assertTrue(clock.trustedAt(Duration.ofSeconds(4).toNanos()));
  }

  @Test
  void alwaysAndNeverAskNobody() throws Exception {
    assertTrue(clock(Trust.ALWAYS).trusted());
    Files.createFile(mark);
    assertFalse(clock(Trust.NEVER).trusted());
  }

  @Test
  void wallTimeIsTheSystems() {
    Duration off = Duration.between(Instant.now(), clock(Trust.AUTO).wall()).abs();
    assertTrue(off.compareTo(Duration.ofSeconds(5)) < 0, "off by " + off);
  }

  private void chip(String name, String hctosys) throws Exception {
    Files.writeString(Files.createDirectory(chips.resolve(name)).resolve("hctosys"), hctosys);
  }

  private SystemClock clock(Trust trust) {
    return new SystemClock(trust, mark, chips);
  }
}
