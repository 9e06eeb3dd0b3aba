package jiaohao.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jiaohao.testing.Await;
import jiaohao.testing.NatsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Displays of other makers hear of a hall by MQTT, from the server itself. */
@EnabledIf("jiaohao.testing.NatsServer#installed")
class DisplayTopicTest {
  private static final Path SUBSCRIBER = Path.of("/usr/bin/mosquitto_sub");

  @TempDir Path dir;

  @Test
  void everyChangeOfAHallsStateIsToldUnderItsTopic() throws Exception {
    assumeTrue(Files.isExecutable(SUBSCRIBER), "mosquitto-clients is not installed");
    int port = NatsServer.freePort();
    Path conf =
        Files.writeString(
            dir.resolve("mqtt.conf"),
            "server_name: test\nmqtt { listen: \"127.0.0.1:" + port + "\" }\n");
    try (NatsServer server = NatsServer.start(dir, "-c", conf.toString());
        Link link = Carriage.link(server.url())) {
      StateBucket bucket = new StateBucket(link);
      bucket.ensure();
      Process display = subscriber(port);
      Await.until(
          "the display has heard",
          () -> {
            bucket.put("chebei-01", "{\"waiting\":{}}"); // it may not listen yet
            return display.waitFor(50, TimeUnit.MILLISECONDS);
          });
      assertEquals(
          List.of("jiaohao/chebei-01/state {\"waiting\":{}}"),
          display.inputReader().lines().toList());
    }
  }

  private static Process subscriber(int port) throws Exception {
    return new ProcessBuilder(
            SUBSCRIBER.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-t",
            "jiaohao/+/state",
            "-v",
            "-C",
            "1",
            "-W",
            "20")
        .start();
  }
}
