package jiaohao.kiosk;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jiaohao.hall.Command;
import jiaohao.hall.Refusal;
import jiaohao.hall.Ticket;
import jiaohao.hall.TicketId;
import jiaohao.web.Json;
import org.tinylog.Logger;

/**
 * Answers the hall's satellites, once what came of it is durable. What is asked again, since its
 * answer was lost, is answered again and done once.
 */
final class SatelliteDesk {
  private static final long ANSWER_MILLIS = 900;
  private static final int REMEMBERED = 500;

  private final Kiosk kiosk;
  private final Map<String, String> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  SatelliteDesk(Kiosk kiosk) {
    this.kiosk = kiosk;
  }

  /** Carries out what a satellite asks, and answers it. Called by one thread at a time. */
  String answer(String request) {
    try {
      JsonObject asked = JsonParser.parseString(request).getAsJsonObject();
      String satellite = AfarJson.text(asked, "from");
      String id = satellite + " " + AfarJson.text(asked, "id");
      if (!satellite.matches("[a-z0-9-]{1,16}")) {
        throw new IllegalArgumentException("no satellite has such a name");
      }
      String known = answers.get(id);
      return known != null ? known : remembered(id, carriedOut(satellite, asked));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return refused(Troubles.STOPPING);
    } catch (RuntimeException strange) {
      Logger.warn("a satellite asks what cannot be read: {}", strange.toString());
      return refused(Troubles.MISTAKE);
    }
  }

  private String remembered(String id, Optional<String> answer) {
    answer.ifPresent(told -> answers.put(id, told));
    return answer.orElseGet(() -> refused(Troubles.NOT_KNOWN));
  }

  /** Empty when it is not known in time what came of it. */
  private Optional<String> carriedOut(String satellite, JsonObject asked)
      throws InterruptedException {
    Optional<Command> command =
        AfarJson.command(satellite, asked, kiosk.wall()).filter(it -> concerns(satellite, it));
    if (command.isEmpty()) {
      return Optional.of(done());
    }
    try {
      Answer answer = kiosk.bring(command.get()).get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
      return Optional.of(answer instanceof Answer.Refused(var why) ? refused(why) : done());
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("letters are answered, never failed", failed);
    }
  }

  /** A slip is settled by whoever prints it, as long as anybody has it. */
  private boolean concerns(String satellite, Command command) {
    return switch (command) {
      case Command.SlipDone done -> printedBy(satellite, done.ticket());
      case Command.SlipLost lost -> printedBy(satellite, lost.ticket());
      default -> true;
    };
  }

  private boolean printedBy(String satellite, TicketId id) {
    return kiosk
        .state()
        .ticket(id)
        .map(Ticket::terms)
        .flatMap(terms -> terms.satellite())
        .filter(satellite::equals)
        .isPresent();
  }

  private String done() {
    return Json.object(json -> json.name("ok").value(true).name("last").value(kiosk.lastSeq()));
  }

  private static String refused(Refusal refusal) {
    return Json.object(json -> {
      json.name("ok").value(false);
      json.name("code").value(refusal.code());
      json.name("zh").value(refusal.reason().in("zh"));
      json.name("en").value(refusal.reason().in("en"));
    });
  }
}
