package jiaohao.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import jiaohao.clock.Clock;
import jiaohao.clock.SystemClock;
import jiaohao.config.DeviceFile;
import jiaohao.config.HallFile;
import jiaohao.config.Reading;
import jiaohao.hall.Command;
import jiaohao.hall.Plan;
import jiaohao.hall.Verb;
import jiaohao.kiosk.Answer;
import jiaohao.kiosk.Firmware;
import jiaohao.kiosk.RealDevices;
import jiaohao.testing.Await;

/**
 * How soon a call is heard: the whole firmware, its journal on the disk, its voice through aplay
 * and an ALSA device that hands what it plays to a pipe; from the commit of a call to the first
 * byte that comes out there, silent lead-in and all. Needs espeak-ng, alsa-utils and mkfifo.
 * Arguments: {@code [CALLS [DIR]]}.
 */
public final class VoiceBenchmark {
  private static final int WARM_UP = 5;
  private static final String FIGURE = "call: commit to first PCM byte, ms";

  private final Firmware firmware;
  private final AtomicLong heardNanos = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final Random random = new Random(22_050);
  private volatile long committedNanos;
  private Figures figures = new Figures();

  private VoiceBenchmark(Path dir) throws Exception {
    Path pipe = dir.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    Thread.ofPlatform().name("ear").daemon().start(() -> listen(pipe));
    Reading<Plan> hall = HallFile.read(Path.of("device/halls/demo.toml"));
    Clock clock = new SystemClock(SystemClock.Trust.ALWAYS);
    firmware =
        new Firmware(
            new Command.Start("benchmark", hall.value().orElseThrow(), hall.source()),
            file("alsa:file:" + pipe.toAbsolutePath() + ",raw"),
            new RealDevices(clock),
            clock,
            dir.resolve("state"));
    firmware.ready().get(20, TimeUnit.SECONDS);
    firmware.kiosk().watch((state, facts) -> committedNanos = System.nanoTime());
  }

  private static DeviceFile file(String output) {
    return new DeviceFile(
        List.of(),
        List.of(),
        List.of(),
        new DeviceFile.Voice(output),
        Optional.empty(),
        Optional.empty(),
        DeviceFile.Trust.ALWAYS);
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    int calls = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    Path parent = Path.of(args.length > 1 ? args[1] : "target");
    try (Scratch scratch = Scratch.in(parent, "voice-benchmark")) {
      VoiceBenchmark benchmark = new VoiceBenchmark(scratch.dir());
      try {
        benchmark.measure(calls);
      } finally {
        benchmark.firmware.close();
      }
    }
  }

  /** Open to write as well, so that a player that goes does not end it. */
  private void listen(Path pipe) {
    byte[] buffer = new byte[1 << 16];
    try (RandomAccessFile ear = new RandomAccessFile(pipe.toFile(), "rw")) {
      for (int read = ear.read(buffer); read > 0; read = ear.read(buffer)) {
        heardNanos.compareAndSet(0, System.nanoTime());
        bytes.addAndGet(read);
      }
    } catch (IOException ended) {
      System.err.println(ended.getMessage());
    }
  }

  private void measure(int calls) throws Exception {
    done(new Verb.Take("inspection"));
    awaitBank();
    for (int round = -WARM_UP; round < calls; round++) {
      if (round == 0) {
        figures = new Figures();
      }
      call();
    }
    figures.print();
  }

  /** What waits for the bank too long is not said any more: something is said until it is heard. */
  private void awaitBank() throws Exception {
    Verb toggle = new Verb.AtCounter(Verb.Key.PAUSE, 1);
    long[] saidNanos = {System.nanoTime()};
    Await.until(
        "the bank is made",
        Duration.ofMinutes(3),
        () -> {
          if (System.nanoTime() - saidNanos[0] > TimeUnit.SECONDS.toNanos(5)) {
            saidNanos[0] = System.nanoTime();
            done(toggle);
            done(toggle);
          }
          return bytes.get() > 100_000;
        });
  }

  private void call() throws Exception {
    done(new Verb.Take("inspection"));
    quiet();
    heardNanos.set(0);
    done(new Verb.AtCounter(Verb.Key.NEXT, 1));
    long calledNanos = committedNanos;
    Await.until("it is heard", () -> heardNanos.get() > 0);
    figures.note(FIGURE, (heardNanos.get() - calledNanos) / 1e6);
  }

  /** Until nothing has come for a while, at no particular moment. */
  private void quiet() {
    long before;
    do {
      before = bytes.get();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(150 + random.nextInt(100)));
    } while (bytes.get() > before);
  }

  private void done(Verb verb) throws Exception {
    Answer answer =
        firmware.kiosk().press(new Command.Press(verb, "0123456789ABC")).get(10, TimeUnit.SECONDS);
    if (answer instanceof Answer.Refused refused) {
      throw new IllegalStateException(verb + ": " + refused.refusal());
    }
  }
}
