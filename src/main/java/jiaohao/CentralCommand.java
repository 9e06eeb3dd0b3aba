package jiaohao;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jiaohao.central.Central;
import jiaohao.clock.SystemClock;
import jiaohao.sync.CentreStream;
import jiaohao.sync.Link;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code central}: the server that many halls report to. */
@Command(name = "central", description = "Follows every hall, and shows them on pages of its own.")
final class CentralCommand implements Callable<Integer> {
  @Option(
      names = "--nats",
      required = true,
      split = ",",
      paramLabel = "URL",
      description = "The NATS servers, separated by commas: any of them will do.")
  private List<String> nats;

  @Option(
      names = "--state",
      required = true,
      paramLabel = "DIR",
      description = "Where this centre keeps its copy of every hall's events.")
  private Path state;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8090",
      description = "The pages' port on 127.0.0.1 (default ${DEFAULT-VALUE}); 0 takes a free one.")
  private int port;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "A .creds file, or an nkey's seed, if the servers ask for one.")
  private Optional<Path> credentials = Optional.empty();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates (PEM) that the servers' come from, for tls:// addresses.")
  private Optional<Path> ca = Optional.empty();

  @Option(
      names = "--hall",
      paramLabel = "ID",
      description = "Follow this hall alone; may be given several times.")
  private List<String> halls = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    if (!Service.isStateDirectory(state)) {
      return Main.WRONG_USE;
    }
    List<String> subjects =
        halls.isEmpty()
            ? List.of(CentreStream.SUBJECTS)
            : halls.stream().map(CentreStream::subject).toList();
    try {
      Link link = new Link(nats, credentials, ca, "centre");
      Central central =
          Central.start(link, subjects, state, port, new SystemClock(SystemClock.Trust.ALWAYS));
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(central)));
      System.out.println("ready http://127.0.0.1:" + central.port());
      new CountDownLatch(1).await(); // the hook is about to end the process
      return Main.FINE;
    } catch (IOException cannot) {
      System.err.println(cannot.getMessage());
      return Main.FAULT;
    }
  }

  /** An orderly stop is a success, although the JVM would report the signal. */
  private static void stop(Central central) {
    central.close();
    Runtime.getRuntime().halt(Main.FINE);
  }
}
