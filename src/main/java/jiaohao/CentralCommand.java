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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code central}: the server that many halls report to. */
@Command(
    name = "central",
    description = "Follows every hall, and shows them on pages of its own.",
    subcommands = UserCommand.class)
final class CentralCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--nats",
      split = ",",
      paramLabel = "URL",
      description = "The NATS servers, separated by commas: any of them will do.")
  private List<String> nats = new ArrayList<>();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where this centre keeps its copy of every hall's events.")
  private Path state;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8090",
      description = "The pages' port (default ${DEFAULT-VALUE}); 0 takes a free one.")
  private int port;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Where the pages answer (default ${DEFAULT-VALUE}); any other address asks for a login.")
  private String listen;

  @Option(
      names = "--public",
      paramLabel = "URL",
      defaultValue = "",
      description =
          "https://HOST of the web server that passes requests on; then a login is asked for too.")
  private String url;

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
    requireOptions();
    if (!Service.isStateDirectory(state)) {
      return Main.WRONG_USE;
    }
    try {
      Central central = start();
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(central)));
      System.out.println("ready http://" + listen + ":" + central.port());
      new CountDownLatch(1).await(); // the hook is about to end the process
      return Main.FINE;
    } catch (IOException cannot) {
      System.err.println(cannot.getMessage());
      return Main.FAULT;
    }
  }

  private Central start() throws IOException {
    List<String> subjects =
        halls.isEmpty()
            ? List.of(CentreStream.SUBJECTS)
            : halls.stream().map(CentreStream::subject).toList();
    return Central.start(
        new Link(nats, credentials, ca, "centre"),
        subjects,
        state,
        new Central.Door(listen, port, url),
        new SystemClock(SystemClock.Trust.ALWAYS));
  }

  /** Not for picocli to require: {@code central user} has need of none. */
  private void requireOptions() {
    if (nats.isEmpty() || state == null) {
      String missing = nats.isEmpty() ? "--nats=URL" : "--state=DIR";
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Missing required option: '" + missing + "'");
    }
    if (!url.isEmpty() && !url.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?")) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--public " + url + ": expected https://HOST");
    }
  }

  /** An orderly stop is a success, although the JVM would report the signal. */
  private static void stop(Central central) {
    central.close();
    Runtime.getRuntime().halt(Main.FINE);
  }
}
