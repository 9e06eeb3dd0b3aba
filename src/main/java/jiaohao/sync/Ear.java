package jiaohao.sync;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tinylog.Logger;

/**
 * Hears requests on one subject, and answers each. A connection that is mended goes on hearing by
 * itself; one that was opened anew is listened to with the next {@link #open}.
 */
public final class Ear {
  /** Answers one request; called by one thread at a time. */
  @FunctionalInterface
  public interface Desk {
    String answer(String request);
  }

  private record Listening(Connection connection, Dispatcher dispatcher) {}

  private final String subject;
  private final Link link;
  private final Desk desk;
  private Optional<Listening> listening = Optional.empty();

  public Ear(String subject, Link link, Desk desk) {
    this.subject = subject;
    this.link = link;
    this.desk = desk;
  }

  /** Where a hall hears the centre's orders. */
  public static String orders(String hall) {
    return "jiaohao." + hall + ".command";
  }

  /** Where a hall's own box hears the hall's satellites. */
  public static String satellites(String hall) {
    return "jiaohao." + hall + ".press";
  }

  /** Listens from now on, or not; to be called now and then, it does nothing when all is well. */
  public void open(boolean listens) throws InterruptedException {
    try {
      if (!listens) {
        close();
      } else if (listening.isEmpty() || listening.get().connection() != link.connection()) {
        listening = Optional.of(listen(link.connection()));
      }
    } catch (LinkException none) {
      Logger.debug(none, "nothing is heard on {} now", subject);
    }
  }

  private Listening listen(Connection connection) {
    Dispatcher dispatcher = connection.createDispatcher(message -> answer(connection, message));
    dispatcher.subscribe(subject);
    return new Listening(connection, dispatcher);
  }

  private void answer(Connection connection, Message asked) {
    String answer = desk.answer(new String(asked.getData(), StandardCharsets.UTF_8));
    if (asked.getReplyTo() == null) {
      return;
    }
    try {
      connection.publish(asked.getReplyTo(), answer.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalStateException lost) {
      Logger.debug(lost, "an answer is lost; asked again it is given again");
    }
  }

  private void close() {
    listening.ifPresent(open -> {
      if (open.connection().getStatus() != Connection.Status.CLOSED) {
        open.connection().closeDispatcher(open.dispatcher());
      }
    });
    listening = Optional.empty();
  }
}
