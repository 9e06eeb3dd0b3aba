package jiaohao.central;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jiaohao.sync.Carriage;
import jiaohao.sync.Notebook;
import jiaohao.testing.Await;
import jiaohao.testing.NatsCluster;
import jiaohao.testing.NatsServer;
import jiaohao.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kiosks that are killed, servers that are, links that are cut or slow, a store that is put back to
 * an older day: in the end the centre has every event of every hall once and in order. {@code
 * -Djiaohao.storm.halls=20 -Djiaohao.storm.events=10000} for the great one, {@code
 * -Djiaohao.storm.seed=N} to have one again.
 */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class SyncStormTest {
  private static final int HALLS = Integer.getInteger("jiaohao.storm.halls", 6);
  private static final int EVENTS = Integer.getInteger("jiaohao.storm.events", 1500);

  @TempDir private Path dir;
  private final long seed = Long.getLong("jiaohao.storm.seed", System.nanoTime());
  private final SplittableRandom random = new SplittableRandom(seed);
  private final List<Hall> halls = new ArrayList<>();

  /** A hall that works all the while, over lines of its own. */
  private final class Hall implements Callable<Void> {
    final String id;
    final Notebook notebook;
    final List<Wire> wires;
    final SplittableRandom luck;

    Hall(int number, List<NatsServer> servers) throws Exception {
      id = "hall-" + number;
      notebook = Notebook.in(dir.resolve(id));
      wires = servers.stream().map(server -> new Wire(server.port())).toList();
      luck = random.split();
    }

    private Carriage carriage() {
      String[] urls =
          wires.stream().map(wire -> "nats://127.0.0.1:" + wire.port()).toArray(String[]::new);
      return new Carriage(id, notebook, urls);
    }

    @Override
    public Void call() throws Exception {
      while (notebook.last() < EVENTS) {
        try (Carriage carriage = carriage()) { // until it is killed
          for (int left = 1 + luck.nextInt(60); left > 0 && notebook.last() < EVENTS; left--) {
            notebook.add(1 + luck.nextInt(1 + luck.nextInt(60)));
            carriage.step();
            misfortune();
          }
        }
      }
      return null;
    }

    private void misfortune() throws InterruptedException {
      Wire wire = wires.get(luck.nextInt(wires.size()));
      switch (luck.nextInt(40)) {
        case 0 -> wire.cut();
        case 1 -> wire.slow(luck.nextInt(30));
        case 2 -> wire.slow(0);
        default -> TimeUnit.MILLISECONDS.sleep(luck.nextInt(10));
      }
    }

    void settle() throws Exception {
      wires.forEach(wire -> wire.slow(0));
      try (Carriage carriage = carriage()) {
        Await.until(id + " has sent everything", Duration.ofMinutes(1), carriage::sent);
      }
    }

    void close() {
      notebook.close();
      wires.forEach(Wire::close);
    }
  }

  /** What befalls the servers and the centre while the halls work. */
  private interface Weather {
    void blow() throws Exception;
  }

  @Test
  void oneServerThatIsKilledAndPutBackToAnOlderDay() throws Exception {
    try (NatsServer server = NatsServer.start(Files.createDirectory(dir.resolve("nats")))) {
      boolean[] kept = new boolean[1];
      storm(
          List.of(server),
          () -> {
            int what = random.nextInt(6);
            if (what == 0 && kept[0]) {
              server.stop();
              server.rollBack();
            } else {
              server.kill();
            }
            if (what >= 4 && !kept[0]) {
              server.keepStore();
              kept[0] = true;
            }
            server.start();
          });
    }
  }

  @Test
  void threeServersOfWhichOneIsKilledAgainAndAgain() throws Exception {
    try (NatsCluster cluster = NatsCluster.start(dir)) {
      storm(
          cluster.servers(),
          () -> {
            NatsServer one = cluster.servers().get(random.nextInt(3));
            one.kill();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1000));
            one.start();
            TimeUnit.MILLISECONDS.sleep(1500); // it catches up before the next one goes
          });
    }
  }

  private void storm(List<NatsServer> servers, Weather weather) throws Exception {
    try {
      for (int number = 0; number < HALLS; number++) {
        halls.add(new Hall(number, servers));
      }
      rage(weather, servers);
      for (Hall hall : halls) {
        hall.settle();
      }
      compare(servers);
    } catch (Exception | AssertionError failed) {
      throw new AssertionError("seed " + seed, failed);
    } finally {
      halls.forEach(Hall::close);
    }
    System.out.println(
        "storm: " + HALLS + " halls, " + HALLS * EVENTS + " events or more, seed " + seed);
  }

  private void rage(Weather weather, List<NatsServer> servers) throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Void>> working = halls.stream().map(threads::submit).toList();
      while (!working.stream().allMatch(Future::isDone)) {
        try (RunningCentre centre = centre(servers)) {
          TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(900));
          weather.blow();
          assertEquals(0, centre.halls().refused());
        }
      }
      for (Future<Void> hall : working) {
        hall.get();
      }
    }
  }

  private RunningCentre centre(List<NatsServer> servers) throws Exception {
    return RunningCentre.start(dir.resolve("centre"), servers.get(0).url());
  }

  private void compare(List<NatsServer> servers) throws Exception {
    try (RunningCentre centre = centre(servers);
        RunningCentre fresh = RunningCentre.start(dir.resolve("fresh"), servers.getLast().url())) {
      for (Hall hall : halls) {
        List<String> own = hall.notebook.lines();
        centre.await(hall.id, hall.notebook.last());
        fresh.await(hall.id, hall.notebook.last());
        same(hall.id, own, centre.lines(hall.id));
        same(hall.id, own, fresh.lines(hall.id));
        same(hall.id, own, List.copyOf(new LinkedHashSet<>(stored(servers, hall))));
      }
      assertEquals(0, centre.halls().refused());
    }
  }

  private static List<String> stored(List<NatsServer> servers, Hall hall) throws Exception {
    return Carriage.stored(servers.getFirst().url(), hall.id);
  }

  /** Says where two begin to differ, rather than print thousands of lines. */
  private static void same(String hall, List<String> own, List<String> other) {
    int common =
        IntStream.range(0, Math.min(own.size(), other.size()))
            .filter(i -> !own.get(i).equals(other.get(i)))
            .findFirst()
            .orElse(Math.min(own.size(), other.size()));
    assertEquals(own.size(), common, hall + " differs after event " + common);
    assertEquals(own.size(), other.size(), hall);
  }
}
