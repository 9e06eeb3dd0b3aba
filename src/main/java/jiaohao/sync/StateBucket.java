package jiaohao.sync;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.KeyValueOptions;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueWatcher;
import io.nats.client.api.Republish;
import io.nats.client.api.StorageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * The key-value bucket {@code jiaohao_state}: what each hall looks like now, under the hall's id.
 * The server tells every change again as {@code jiaohao.HALL.state}, which is the topic {@code
 * jiaohao/HALL/state} to displays that speak MQTT.
 */
public final class StateBucket {
  public static final String NAME = "jiaohao_state";

  /** What follows the hall in the key of a box that may not write any more. */
  public static final String FENCED = ".fenced";

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Link link;

  public StateBucket(Link link) {
    this.link = link;
  }

  /** The key under which a box that may not write any more says so. */
  public static String fencedKey(String hall) {
    return hall + FENCED;
  }

  /** Makes the bucket if there is none. */
  public void ensure() throws LinkException, InterruptedException {
    Connection connection = link.connection();
    try {
      connection.keyValueManagement(options()).getStatus(NAME);
    } catch (JetStreamApiException none) {
      make(connection);
    } catch (IOException | IllegalStateException failed) {
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
    } catch (JetStreamApiException | IOException | IllegalStateException failed) {
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

  /** Hears what is told. */
  @FunctionalInterface
  public interface Hearer {
    /** Called by one thread at a time. */
    void told(String key, String json, Instant at);
  }

  /** Hearing goes on until it is closed. */
  @FunctionalInterface
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Lets {@code hearer} hear what stands under every key, and every change. */
  public Watch watch(Hearer hearer) throws LinkException, InterruptedException {
    ensure();
    try {
      var subscription = link.connection().keyValue(NAME, options()).watchAll(new Ear(hearer));
      return subscription::unsubscribe;
    } catch (JetStreamApiException | IOException | IllegalStateException failed) {
      throw CentreStream.unusable(failed);
    }
  }

  private record Ear(Hearer hearer) implements KeyValueWatcher {
    @Override
    public void watch(KeyValueEntry entry) {
      if (entry.getValue() != null) {
        String json = new String(entry.getValue(), StandardCharsets.UTF_8);
        hearer.told(entry.getKey(), json, entry.getCreated().toInstant());
      }
    }

    @Override
    public void endOfData() {
      // What follows is news; for us it is all the same.
    }
  }

  private static KeyValueOptions options() {
    return KeyValueOptions.builder()
        .jetStreamOptions(JetStreamOptions.builder().requestTimeout(PATIENCE).build())
        .build();
  }
}
