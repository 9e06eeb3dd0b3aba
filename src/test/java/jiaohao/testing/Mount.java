package jiaohao.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system of its own for one test, where that is allowed.
 *
 * @param dir where it is mounted
 */
public record Mount(Path dir) implements AutoCloseable {
  /** Mounts a file system in memory; {@code options} such as "size=1m". */
  public static Mount tmpfs(Path dir, String options) throws IOException {
    Path point = Files.createDirectory(dir.resolve("mount"));
    assumeTrue(
        done("mount", "-t", "tmpfs", "-o", options, "tmpfs", point.toString()),
        "mounting needs root");
    return new Mount(point.toRealPath());
  }

  /** "ro" or "rw". */
  public void remount(String mode) {
    assertTrue(done("mount", "-o", "remount," + mode, dir.toString()));
  }

  @Override
  public void close() {
    assertTrue(done("umount", dir.toString()), "unmounted");
  }

  /** Runs a command to its end; false when it failed or is not there. */
  public static boolean done(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
