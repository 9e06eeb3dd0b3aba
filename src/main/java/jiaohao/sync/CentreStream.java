package jiaohao.sync;

import io.nats.client.Connection;
import io.nats.client.ConsumeOptions;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.PublishOptions;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.MessageInfo;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.api.PublishAck;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jiaohao.health.Fault;
import jiaohao.journal.EventFormatException;
import jiaohao.journal.Passage;

/**
 * The stream {@code JIAOHAO}, which holds the events of every hall for ever, each under its own
 * subject. Its subjects are exactly {@code jiaohao.*.journal}: wider ones would also answer what is
 * asked of a hall under other names.
 */
public final class CentreStream {
  public static final String NAME = "JIAOHAO";
  public static final String SUBJECTS = "jiaohao.*.journal";

  /** Half the size that servers take by default, so that headers fit too. */
  static final int MOST_BYTES = 512 * 1024;

  /**
   * Messages asked for in advance: a server cuts off whoever has it hold 64 MB, and each may be of
   * one. Counted, since a limit in bytes has this client ask once and never again.
   */
  private static final int MOST_AHEAD = 40;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** "stream not found" and "no message found", as nats-server 2.10 numbers its errors. */
  private static final int NO_STREAM = 10059;

  private static final int NO_MESSAGE = 10037;
  private static final int WRONG_LAST_SEQUENCE = 10071;
  private static final int WRONG_LAST_SEQUENCE_CONSTANT = 10164;

  private final Link link;

  public CentreStream(Link link) {
    this.link = link;
  }

  /** The subject of one hall's events. */
  public static String subject(String hall) {
    return "jiaohao." + hall + ".journal";
  }

  /**
   * Makes the stream if there is none.
   *
   * @throws LinkException also when there is one that would lose events
   */
  public void ensure() throws LinkException, InterruptedException {
    Connection connection = link.connection();
    try {
      JetStreamManagement streams = connection.jetStreamManagement(options());
      Optional<StreamConfiguration> found = found(streams);
      require(found.isPresent() ? found.get() : make(connection, streams));
    } catch (JetStreamApiException | IOException | IllegalStateException failed) {
      throw unusable(failed);
    }
  }

  private static Optional<StreamConfiguration> found(JetStreamManagement streams)
      throws IOException, JetStreamApiException {
    try {
      return Optional.of(streams.getStreamInfo(NAME).getConfiguration());
    } catch (JetStreamApiException none) {
      if (none.getApiErrorCode() == NO_STREAM) {
        return Optional.empty();
      }
      throw none;
    }
  }

  private static StreamConfiguration make(Connection connection, JetStreamManagement streams)
      throws IOException, JetStreamApiException {
    return streams
        .addStream(
            StreamConfiguration.builder()
                .name(NAME)
                .subjects(SUBJECTS)
                .storageType(StorageType.File)
                .retentionPolicy(RetentionPolicy.Limits)
                .replicas(replicas(connection))
                .denyDelete(true)
                .denyPurge(true)
                .build())
        .getConfiguration();
  }

  /** A cluster of nats-servers has three at least. */
  static int replicas(Connection connection) {
    String cluster = connection.getServerInfo().getCluster();
    return cluster == null || cluster.isEmpty() ? 1 : 3;
  }

  private static void require(StreamConfiguration stream) throws LinkException {
    boolean forEver =
        stream.getMaxAge().isZero()
            && stream.getMaxBytes() <= 0
            && stream.getMaxMsgs() <= 0
            && stream.getMaxMsgsPerSubject() <= 0
            && stream.getRetentionPolicy() == RetentionPolicy.Limits;
    boolean safe = stream.getDenyDelete() && stream.getDenyPurge();
    boolean onDisk = stream.getStorageType() == StorageType.File;
    boolean ours = stream.getSubjects().equals(List.of(SUBJECTS)) && !stream.getAllowDirect();
    if (!forEver || !safe || !onDisk || !ours) {
      throw new LinkException(
          Fault.SYNC_STREAM, "stream " + NAME + " is set up otherwise: " + stream.toJson(), null);
    }
  }

  /** The last event of a hall; empty if there is none yet. */
  Optional<Tip> tip(String hall) throws LinkException, InterruptedException {
    try {
      JetStreamManagement streams = link.connection().jetStreamManagement(options());
      MessageInfo last = streams.getLastMessage(NAME, subject(hall));
      return Optional.of(Tip.of(last.getSeq(), Message.read(last.getData()).last()));
    } catch (JetStreamApiException failed) {
      if (failed.getApiErrorCode() == NO_MESSAGE || failed.getApiErrorCode() == NO_STREAM) {
        return Optional.empty();
      }
      throw unusable(failed);
    } catch (IOException | IllegalStateException lost) {
      throw unreachable(lost);
    } catch (EventFormatException strange) {
      throw new LinkException(Fault.SYNC_FORK, "not one of our events: " + strange, strange);
    }
  }

  /** The stream does not have what a message was to follow: it was looked at too long ago. */
  static final class Overtaken extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Sends events and waits until the stream has them on its disk.
   *
   * @param journal whose events they are
   * @param afterStreamSeq of the hall's message that it follows; 0 for none
   * @throws LinkException when it is not known whether it arrived
   */
  Receipt send(String hall, UUID journal, Passage events, long afterStreamSeq)
      throws Overtaken, LinkException, InterruptedException {
    PublishOptions options =
        PublishOptions.builder()
            .expectedStream(NAME)
            .messageId(Message.id(journal, events.first(), events.last(), events.lastHash()))
            .expectedLastSubjectSequence(afterStreamSeq)
            .build();
    try {
      PublishAck ack =
          link.connection().jetStream(options()).publish(subject(hall), events.lines(), options);
      return new Receipt(ack.getSeqno(), ack.isDuplicate());
    } catch (JetStreamApiException refused) {
      if (refused.getApiErrorCode() == WRONG_LAST_SEQUENCE
          || refused.getApiErrorCode() == WRONG_LAST_SEQUENCE_CONSTANT) {
        throw new Overtaken();
      }
      throw unusable(refused);
    } catch (IOException | IllegalStateException lost) {
      throw unreachable(lost);
    }
  }

  /** Takes a hall's messages, in the order of the stream. */
  @FunctionalInterface
  interface Taker {
    /** Takes one; false when no more are wanted. */
    boolean take(long streamSeq, byte[] body) throws IOException;
  }

  /**
   * Reads a hall's messages from one place of the stream on, until no more are wanted.
   *
   * @param fromStreamSeq 1 for the beginning
   * @throws LinkException also when none comes for two seconds
   */
  void read(String hall, long fromStreamSeq, Taker taker) throws IOException, InterruptedException {
    try (Deliveries deliveries = deliveries(List.of(subject(hall)), fromStreamSeq)) {
      boolean more = true;
      while (more) {
        Deliveries.Delivery next = deliveries.next(PATIENCE).orElseThrow(() -> unreachable(null));
        more = taker.take(next.streamSeq(), next.body());
      }
    }
  }

  /**
   * What the stream holds under some subjects, and whatever comes, in its order.
   *
   * @param subjects of single halls, or {@link #SUBJECTS}
   * @param fromStreamSeq 1 for the beginning
   */
  public Deliveries deliveries(List<String> subjects, long fromStreamSeq)
      throws LinkException, InterruptedException {
    OrderedConsumerConfiguration from =
        new OrderedConsumerConfiguration()
            .filterSubjects(subjects)
            .deliverPolicy(DeliverPolicy.ByStartSequence)
            .startSequence(fromStreamSeq);
    try {
      return new Deliveries(
          link.connection()
              .getStreamContext(NAME, options())
              .createOrderedConsumer(from)
              .iterate(ConsumeOptions.builder().batchSize(MOST_AHEAD).build()));
    } catch (JetStreamApiException | IOException | IllegalStateException failed) {
      throw unusable(failed);
    }
  }

  /** When the stream was made: one that was made anew counts its messages anew. */
  public Instant created() throws LinkException, InterruptedException {
    try {
      return link.connection()
          .jetStreamManagement(options())
          .getStreamInfo(NAME)
          .getCreateTime()
          .toInstant();
    } catch (JetStreamApiException | IOException | IllegalStateException failed) {
      throw unusable(failed);
    }
  }

  /** The message at one place of the stream; empty if there is none. */
  public Optional<byte[]> body(long streamSeq) throws LinkException, InterruptedException {
    try {
      return Optional.of(
          link.connection().jetStreamManagement(options()).getMessage(NAME, streamSeq).getData());
    } catch (JetStreamApiException failed) {
      if (failed.getApiErrorCode() == NO_MESSAGE) {
        return Optional.empty();
      }
      throw unusable(failed);
    } catch (IOException | IllegalStateException lost) {
      throw unreachable(lost);
    }
  }

  private static JetStreamOptions options() {
    return JetStreamOptions.builder().requestTimeout(PATIENCE).build();
  }

  static LinkException unusable(Exception cause) {
    if (cause instanceof LinkException known) {
      return known;
    }
    Fault fault =
        cause instanceof JetStreamApiException ? Fault.SYNC_STREAM : Fault.SYNC_UNREACHABLE;
    return new LinkException(fault, "stream " + NAME + ": " + cause.getMessage(), cause);
  }

  private static LinkException unreachable(Exception cause) {
    return cause instanceof LinkException known
        ? known
        : new LinkException(Fault.SYNC_UNREACHABLE, "no answer from the server", cause);
  }
}
