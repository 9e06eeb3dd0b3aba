package jiaohao.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Three real nats-servers on loopback that keep everything three times. */
public final class NatsCluster implements AutoCloseable {
  private static final int SERVERS = 3;

  private final List<NatsServer> servers = new ArrayList<>();

  private NatsCluster() {}

  /** Starts one. {@code dir}: for the stores and logs. */
  public static NatsCluster start(Path dir) throws Exception {
    NatsCluster cluster = new NatsCluster();
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      ports.add(NatsServer.freePort());
    }
    String routes =
        ports.stream().map(port -> "nats://127.0.0.1:" + port).collect(Collectors.joining(","));
    for (int i = 0; i < SERVERS; i++) {
      Path own = Files.createDirectories(dir.resolve("nats-" + i));
      cluster.servers.add(
          NatsServer.start(
              own,
              "-n",
              "server-" + i,
              "--cluster_name",
              "test",
              "--cluster",
              "nats://127.0.0.1:" + ports.get(i),
              "--routes",
              routes));
    }
    return cluster;
  }

  public List<NatsServer> servers() {
    return List.copyOf(servers);
  }

  public String[] urls() {
    return servers.stream().map(NatsServer::url).toArray(String[]::new);
  }

  @Override
  public void close() {
    servers.forEach(NatsServer::close);
  }
}
