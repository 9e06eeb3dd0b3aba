package jiaohao.clock;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The system's own clock. Any thread may use it. */
public final class SystemClock implements Clock {
  /** Whether the system clock is believed. */
  public enum Trust {
    /** When a time server has set it, or a real-time clock did at boot. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Created by systemd-timesyncd once a time server has set the clock (its manual page). */
  private static final Path SYNCHRONIZED = Path.of("/run/systemd/timesync/synchronized");

  /** Each rtcN/hctosys reads 1 if the kernel set the time from that clock at boot (rtc(4), ABI). */
  private static final Path CLOCK_CHIPS = Path.of("/sys/class/rtc");

  private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(3).toNanos();

  private final Trust trust;
  private final Path synchronizedMark;
  private final Path clockChips;
  private boolean asked;
  private long askedNanos;
  private boolean believed;

  public SystemClock(Trust trust) {
    this(trust, SYNCHRONIZED, CLOCK_CHIPS);
  }

  /**
   * A clock that looks elsewhere for its trust.
   *
   * @param synchronizedMark file that exists once a time server has set the clock
   * @param clockChips directory of rtc0, rtc1, … each with a file hctosys
   */
  SystemClock(Trust trust, Path synchronizedMark, Path clockChips) {
    this.trust = trust;
    this.synchronizedMark = synchronizedMark;
    this.clockChips = clockChips;
  }

  @Override
  public Instant wall() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public boolean trusted() {
    return switch (trust) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> trustedAt(nanos());
    };
  }

  /** The loop asks with every command, the files change once a day: looked at every 3 s at most. */
  synchronized boolean trustedAt(long nanos) {
    if (!asked || nanos - askedNanos >= ASK_AGAIN_NANOS) {
      believed = Files.exists(synchronizedMark) || setByClockChip();
      asked = true;
      askedNanos = nanos;
    }
    return believed;
  }

  private boolean setByClockChip() {
    try (DirectoryStream<Path> chips = Files.newDirectoryStream(clockChips, "rtc*")) {
      for (Path chip : chips) {
        Path mark = chip.resolve("hctosys");
        if (Files.isReadable(mark) && Files.readString(mark).strip().equals("1")) {
          return true;
        }
      }
    } catch (IOException e) {
      // No such directory, or a chip gone meanwhile: no clock chip to believe.
      return false;
    }
    return false;
  }
}
