package jiaohao.sync;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.KeyValueOptions;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.Republish;
import io.nats.client.api.StorageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The key-value bucket {@code jiaohao_state}: what each hall looks like now, under the hall's id.
 * The server tells every change again as {@code jiaohao.HALL.state}, which is the topic {@code
 * jiaohao/HALL/state} to displays that speak MQTT.
 */
public final class StateBucket {
  public static final String NAME = "jiaohao_state";

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Link link;

  public StateBucket(Link link) {
    this.link = link;
  }

  /** The key under which a box that may not write any more says so. */
  public static String fencedKey(String hall) {
    return hall + ".fenced";
  }

  /** Makes the bucket if there is none. */
  public void ensure() throws LinkException, InterruptedException {
    Connection connection = link.connection();
    try {
      connection.keyValueManagement(options()).getStatus(NAME);
    } catch (JetStreamApiException none) {
      make(connection);
    } catch (IOException failed) {
      throw CentreStream.unusable(failed);
    }
  }

  private static void make(Connection connection) throws LinkException {
    Republish asTopic =
        Republish.builder()
            .source("$KV." + NAME + ".*")
            .destination("jiaohao.{{wildcard(1)}}.state")
            .build();
    try {
      connection
          .keyValueManagement(options())
          .create(
              KeyValueConfiguration.builder()
                  .name(NAME)
                  .maxHistoryPerKey(1)
                  .storageType(StorageType.File)
                  .replicas(CentreStream.replicas(connection))
                  .republish(asTopic)
                  .build());
    } catch (JetStreamApiException | IOException failed) {
      throw CentreStream.unusable(failed);
    }
  }

  /** Replaces what stands under a key. */
  void put(String key, String json) throws LinkException, InterruptedException {
    try {
      link.connection().keyValue(NAME, options()).put(key, json.getBytes(StandardCharsets.UTF_8));
    } catch (JetStreamApiException | IOException | IllegalStateException failed) {
      throw CentreStream.unusable(failed);
    }
  }

  private static KeyValueOptions options() {
    return KeyValueOptions.builder()
        .jetStreamOptions(JetStreamOptions.builder().requestTimeout(PATIENCE).build())
        .build();
  }
}
