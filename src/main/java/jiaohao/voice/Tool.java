package jiaohao.voice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One run of another program, fed through its standard input. It never outlives its run: whoever
 * waits may give up, be interrupted, or lose patience, and the program is ended.
 */
final class Tool {
  private static final int LONGEST_COMPLAINT = 300;
  private static final int LOOK_MILLIS = 20;

  private Tool() {}

  /** Whether a program of this name, or at this path, can be started. */
  static boolean available(String program) {
    if (program.contains("/")) {
      return Files.isExecutable(Path.of(program));
    }
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Arrays.stream(path.split(":"))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /**
   * Runs a program to its end and gives what it wrote to its standard output.
   *
   * @param givenUp looked at every 20 ms; once true, the program is ended and nothing is given
   * @throws IOException when it does not start, fails, or takes longer than {@code patience}
   */
  static byte[] run(List<String> command, byte[] input, Duration patience, BooleanSupplier givenUp)
      throws IOException {
    Process process = new ProcessBuilder(command).start();
    try {
      Gathered output = new Gathered(process.getInputStream());
      Gathered complaints = new Gathered(process.getErrorStream());
      feed(process, input);
      if (!ended(process, patience, givenUp)) {
        return new byte[0];
      }
      if (process.exitValue() != 0) {
        throw new IOException(command.getFirst() + ": " + complaint(process, complaints));
      }
      return output.bytes();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + command.getFirst() + " ran");
    } finally {
      process.destroyForcibly();
    }
  }

  /** From a thread of its own: a program that does not read must not hold up whoever waits. */
  private static void feed(Process process, byte[] input) {
    daemon(
        "feed",
        () -> {
          try (OutputStream to = process.getOutputStream()) {
            to.write(input);
          } catch (IOException endedEarly) {
            // its exit code tells
          }
        });
  }

  private static Thread daemon(String name, Runnable work) {
    return Thread.ofPlatform().name(name).daemon().start(work);
  }

  private static boolean ended(Process process, Duration patience, BooleanSupplier givenUp)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (givenUp.getAsBoolean()) {
        return false;
      }
      if (System.nanoTime() - began > patience.toNanos()) {
        throw new IOException(process.info().command().orElse("it") + ": 没有反应 / hangs");
      }
    }
    return true;
  }

  private static String complaint(Process process, Gathered complaints)
      throws InterruptedException {
    String words = new String(complaints.bytes(), StandardCharsets.UTF_8).strip();
    String last = words.substring(words.lastIndexOf('\n') + 1);
    String told = last.substring(0, Math.min(last.length(), LONGEST_COMPLAINT));
    return told.isEmpty() ? "exit " + process.exitValue() : told;
  }

  /** What a program writes, read by a thread of its own so that the pipe never fills. */
  private static final class Gathered {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread reader;

    Gathered(InputStream from) {
      reader = daemon("gather", () -> gather(from));
    }

    private void gather(InputStream from) {
      try {
        from.transferTo(bytes);
      } catch (IOException closed) {
        // the program was ended
      }
    }

    byte[] bytes() throws InterruptedException {
      reader.join(1000);
      return bytes.toByteArray();
    }
  }
}
