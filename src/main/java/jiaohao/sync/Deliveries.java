package jiaohao.sync;

import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Messages as the stream delivers them. One thread uses it. */
public final class Deliveries implements AutoCloseable {
  private final IterableConsumer messages;

  Deliveries(IterableConsumer messages) {
    this.messages = messages;
  }

  /**
   * A message of the stream.
   *
   * @param streamSeq where it stands in the stream
   * @param subject whose it is
   * @param at when the stream took it
   */
  @SuppressWarnings("ArrayRecordComponent") // taken apart once, never compared
  public record Delivery(long streamSeq, String subject, Instant at, byte[] body) {}

  /**
   * The next one; empty if none comes in time.
   *
   * @throws LinkException when there will be no more
   */
  public Optional<Delivery> next(Duration patience) throws LinkException, InterruptedException {
    try {
      Message next = messages.nextMessage(patience);
      return next == null ? Optional.empty() : Optional.of(delivery(next));
    } catch (JetStreamStatusCheckedException | IllegalStateException ended) {
      throw CentreStream.unusable(ended);
    }
  }

  private static Delivery delivery(Message message) {
    return new Delivery(
        message.metaData().streamSequence(),
        message.getSubject(),
        message.metaData().timestamp().toInstant(),
        message.getData());
  }

  @Override
  public void close() {
    messages.stop();
  }
}
