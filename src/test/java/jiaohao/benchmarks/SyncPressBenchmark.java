package jiaohao.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import jiaohao.testing.NatsServer;
import jiaohao.testing.Wire;

/**
 * Whether a customer notices the centre: {@link PressBenchmark} without one, with a server that is
 * there, one behind a line that holds up every piece by half a second, one that is gone, and one
 * that is back. Arguments: {@code [PRESSES]}.
 */
public final class SyncPressBenchmark {
  private SyncPressBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    String presses = args.length > 0 ? args[0] : "20";
    try (Scratch scratch = Scratch.in(Path.of("target"), "sync-press-benchmark");
        NatsServer server = NatsServer.start(Files.createDirectory(scratch.dir().resolve("nats")));
        Wire slow = new Wire(server.port())) {
      slow.slow(500);
      measure("no centre", presses);
      measure("server there", presses, server.url());
      measure("server slow", presses, "nats://127.0.0.1:" + slow.port());
      server.kill();
      measure("server gone", presses, server.url());
      server.start();
      measure("server back", presses, server.url());
    }
    System.exit(0);
  }

  private static void measure(String how, String presses, String... server) throws Exception {
    System.out.println(how);
    if (server.length == 0) {
      PressBenchmark.main(new String[] {presses});
    } else {
      PressBenchmark.main(new String[] {presses, "answering", "target", server[0]});
    }
  }
}
