package jiaohao.sync;

import io.nats.client.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import jiaohao.health.Fault;

/** Asks halls for something, and waits for the answers. Any thread may use it. */
public final class Orders {
  /** A box that has not answered by then is taken to be offline. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Link link;

  public Orders(Link link) {
    this.link = link;
  }

  /**
   * Asks a hall.
   *
   * @param json one object, with an id of its own: sent again, the same comes of it
   * @return the hall's answer; empty when nobody answered within {@link #PATIENCE}
   * @throws LinkException when the servers cannot be reached
   */
  public Optional<String> ask(String hall, String json) throws LinkException, InterruptedException {
    return ask(Ear.orders(hall), json, PATIENCE);
  }

  /** The same on any subject, with another patience. */
  public Optional<String> ask(String subject, String json, Duration patience)
      throws LinkException, InterruptedException {
    try {
      Message answer =
          link.connection().request(subject, json.getBytes(StandardCharsets.UTF_8), patience);
      return Optional.ofNullable(answer)
          .map(told -> new String(told.getData(), StandardCharsets.UTF_8));
    } catch (CancellationException nobody) {
      return Optional.empty();
    } catch (IllegalStateException | IllegalArgumentException failed) {
      throw new LinkException(Fault.SYNC_UNREACHABLE, String.valueOf(failed.getMessage()), failed);
    }
  }
}
