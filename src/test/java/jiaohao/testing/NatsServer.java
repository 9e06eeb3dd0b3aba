package jiaohao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real nats-server with JetStream on a loopback port of its own, which it keeps when it is
 * started again; ended by its pid.
 */
public final class NatsServer implements AutoCloseable {
  private static final Pattern VERSION = Pattern.compile("\\d+[.]\\d+[.]\\d+");
  private static final Version OLDEST = Version.parse("2.10.27");

  private final Path dir;
  private final int port;
  private final List<String> more;
  private Process process;

  private NatsServer(Path dir, int port, List<String> more) {
    this.dir = dir;
    this.port = port;
    this.more = List.copyOf(more);
  }

  /** Whether this machine has a server that is new enough: 2.10.27. */
  public static boolean installed() {
    return binary().isPresent();
  }

  /**
   * Starts one.
   *
   * @param dir for its store and log; kept
   * @param more options, or none
   */
  public static NatsServer start(Path dir, String... more) throws Exception {
    NatsServer server = new NatsServer(dir, freePort(), List.of(more));
    server.start();
    return server;
  }

  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  public String url() {
    return "nats://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Starts it again on the same port and store. */
  public void start() throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(binary().orElseThrow().toString(), "-a", "127.0.0.1"));
    command.addAll(List.of("-p", Integer.toString(port), "-js", "-sd", store().toString()));
    command.addAll(more);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve("nats.log").toFile()))
            .start();
    Await.until("nats-server answers", Duration.ofSeconds(20), this::answers);
  }

  private boolean answers() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("nats-server ended: " + Files.readString(dir.resolve("nats.log")));
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return socket.getInputStream().read() == 'I'; // INFO {…}
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends it as a power cut would. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Stops it in an orderly way. */
  public void stop() {
    process.destroy();
    process.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
    kill();
  }

  /** Keeps a copy of the store, for {@link #rollBack}; the server must be stopped. */
  public void keepStore() {
    copy(store(), dir.resolve("kept"));
  }

  /** Puts the kept store in place of the present one; the server must be stopped. */
  public void rollBack() {
    delete(store());
    copy(dir.resolve("kept"), store());
  }

  private Path store() {
    return dir.resolve("store");
  }

  private static Optional<Path> binary() {
    return Stream.of("/usr/local/bin", "/usr/bin", "/usr/sbin")
        .map(bin -> Path.of(bin, "nats-server"))
        .filter(Files::isExecutable)
        .filter(NatsServer::newEnough)
        .findFirst();
  }

  private static boolean newEnough(Path binary) {
    try {
      Process asked = new ProcessBuilder(binary.toString(), "--version").start();
      Matcher version = VERSION.matcher(asked.inputReader().readLine());
      return version.find() && Version.parse(version.group()).compareTo(OLDEST) >= 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static void copy(Path from, Path to) {
    delete(to);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
