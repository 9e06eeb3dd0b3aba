package jiaohao.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.tinylog.Logger;

/**
 * The right to write in a state directory, held by one process at a time and gone with it. Kept for
 * as long as the process runs, through every reopening of the journal.
 */
public final class StateLock implements AutoCloseable {
  /**
   * Directories locked by this process. Asked before the file is touched: closing a second channel
   * to a file drops the process's POSIX locks on it, the first one's too.
   */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path stateDir;
  private final FileChannel channel;

  private StateLock(Path stateDir, FileChannel channel) {
    this.stateDir = stateDir;
    this.channel = channel;
  }

  /**
   * Takes the lock; makes the directory if there is none.
   *
   * @throws JournalException when another holds it, or nothing can be written there
   */
  public static StateLock take(Path stateDir) throws JournalException {
    synchronized (HELD) {
      try {
        Path dir = made(stateDir);
        if (HELD.contains(dir)) {
          throw heldBy(dir, "this process");
        }
        StateLock lock = new StateLock(dir, locked(dir));
        HELD.add(dir);
        return lock;
      } catch (JournalException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw JournalException.of(stateDir, "taking the lock", e);
      }
    }
  }

  public Path stateDir() {
    return stateDir;
  }

  @Override
  public void close() {
    synchronized (HELD) {
      if (HELD.remove(stateDir)) {
        try {
          channel.close();
        } catch (IOException e) {
          Logger.warn(e, "{}: the lock did not close", stateDir);
        }
      }
    }
  }

  private static Path made(Path stateDir) throws IOException {
    if (!Files.isDirectory(stateDir)) {
      Files.createDirectories(stateDir);
      Directories.sync(stateDir.toAbsolutePath().getParent());
    }
    return stateDir.toRealPath();
  }

  private static FileChannel locked(Path dir) throws IOException {
    FileChannel channel =
        FileChannel.open(
            dir.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw heldBy(dir, "process " + holder(channel));
      }
      sign(channel);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static JournalException heldBy(Path dir, String who) {
    return JournalException.refused(
        dir
            + " 正被另一个叫号程序使用:请先停止它,或用 --state 指定另一个目录 / is in use by "
            + who
            + ": stop that one first, or name another directory with --state");
  }

  /** The process id is a help for people only; a full disk must not keep the lock from us. */
  private static void sign(FileChannel channel) {
    byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid), 0);
    } catch (IOException e) {
      Logger.debug(e, "the lock carries no process id");
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(20);
    channel.read(pid, 0);
    String digits = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    return digits.matches("\\d+") ? digits : "unknown";
  }
}
