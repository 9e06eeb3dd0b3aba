package jiaohao.sync;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * Hears the centre's orders for one hall: requests on {@code jiaohao.HALL.command}, each answered.
 * A connection that is mended goes on hearing by itself; one that was opened anew is listened to
 * with the next {@link #open}.
 */
public final class OrderEar {
  /** Answers one order; called by one thread at a time. */
  @FunctionalInterface
  public interface Desk {
    String answer(String order);
  }

  /** What is listened to: the connection, and the ear at it. */
  private record Ear(Connection connection, Dispatcher dispatcher) {}

  private final String subject;
  private final Link link;
  private final Desk desk;
  private Optional<Ear> ear = Optional.empty();

  public OrderEar(String hall, Link link, Desk desk) {
    this.subject = subject(hall);
    this.link = link;
    this.desk = desk;
  }

  /** Where a hall hears orders. */
  public static String subject(String hall) {
    return "jiaohao." + hall + ".command";
  }

  /** Listens from now on, or not; to be called now and then, it does nothing when all is well. */
  public void open(boolean listens) throws InterruptedException {
    try {
      if (!listens) {
        close();
      } else if (ear.isEmpty() || ear.get().connection() != link.connection()) {
        ear = Optional.of(listen(link.connection()));
      }
    } catch (LinkException none) {
      Logger.debug(none, "no orders are heard now");
    }
  }

  private Ear listen(Connection connection) {
    Dispatcher dispatcher = connection.createDispatcher(message -> answer(connection, message));
    dispatcher.subscribe(subject);
    return new Ear(connection, dispatcher);
  }

  private void answer(Connection connection, Message asked) {
    String answer = desk.answer(new String(asked.getData(), StandardCharsets.UTF_8));
    if (asked.getReplyTo() == null) {
      return;
    }
    try {
      connection.publish(asked.getReplyTo(), answer.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalStateException lost) {
      Logger.debug(lost, "the answer to an order is lost; asked again it is given again");
    }
  }

  private void close() {
    ear.ifPresent(open -> {
      if (open.connection().getStatus() != Connection.Status.CLOSED) {
        open.connection().closeDispatcher(open.dispatcher());
      }
    });
    ear = Optional.empty();
  }
}
